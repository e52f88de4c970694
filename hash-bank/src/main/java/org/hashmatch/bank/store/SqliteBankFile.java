package org.hashmatch.bank.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.sql.SQLException;
import org.hashmatch.bank.Bank;
import org.hashmatch.bank.BankFileException;
import org.hashmatch.bank.BankSettings;

/**
 * Banks on one machine: each a SQLite file, with what the format is said in this package's
 * description.
 */
public final class SqliteBankFile {

  private SqliteBankFile() {}

  /**
   * Creates an empty bank.
   *
   * @param file where; must not exist, its folder must
   * @param settings what the bank is
   * @return the bank, open
   * @throws BankFileException if the file exists, or cannot be created
   * @throws IOException if the file cannot be written
   */
  public static Bank create(Path file, BankSettings settings) throws IOException {
    Path folder = file.toAbsolutePath().getParent();
    if (Files.exists(file)) {
      throw new BankFileException(file, "exists already");
    }
    if (folder == null || !Files.isDirectory(folder)) {
      throw new BankFileException(file, "its folder does not exist");
    }
    return connected(
        SqliteConnection.create(file),
        connection -> SqliteStore.create(file, connection, settings));
  }

  /**
   * Opens a bank, and verifies it whole.
   *
   * @param file an existing bank file
   * @return the bank
   * @throws BankFileException if there is no such file, it is not a bank, of a newer version, or
   *     damaged
   * @throws IOException if the file cannot be read
   */
  public static Bank open(Path file) throws IOException {
    if (Files.isDirectory(file)) {
      throw new BankFileException(file, "is a folder");
    }
    if (Files.notExists(file)) {
      throw new BankFileException(file, "no such file", new NoSuchFileException(file.toString()));
    }
    return connected(SqliteConnection.open(file), connection -> SqliteStore.open(file, connection));
  }

  /** Opens a store on a connection. */
  @FunctionalInterface
  private interface Opening {
    SqliteStore open(SqliteConnection connection) throws IOException, SQLException;
  }

  private static Bank connected(SqliteConnection connection, Opening opening) throws IOException {
    try {
      return new Bank(opening.open(connection));
    } catch (SQLException e) {
      connection.close();
      throw connection.failure(e);
    } catch (IOException | RuntimeException e) {
      connection.close();
      throw e;
    }
  }
}
