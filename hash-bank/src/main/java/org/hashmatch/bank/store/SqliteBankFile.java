package org.hashmatch.bank.store;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.hashmatch.bank.Bank;
import org.hashmatch.bank.BankSettings;
import org.hashmatch.bank.BankStore;
import org.hashmatch.bank.BankStoreException;

/**
 * Banks on one machine: each a SQLite file, with what the format is said in this package's
 * description. Its indexes are kept in a folder beside it, {@code FILE.index}, once there are many.
 */
public final class SqliteBankFile {

  /** Those that SQLite gives its files. */
  private static final Set<PosixFilePermission> PERMISSIONS =
      PosixFilePermissions.fromString("rw-r--r--");

  private SqliteBankFile() {}

  /**
   * Creates an empty bank.
   *
   * @param file where; must not exist, its folder must
   * @param settings what the bank is
   * @return the bank, open
   * @throws BankStoreException if the file exists, or cannot be created
   * @throws IOException if the file cannot be written
   */
  public static Bank create(Path file, BankSettings settings) throws IOException {
    return create(file, settings, Optional.empty());
  }

  /**
   * Creates an empty bank that is sealed with a key.
   *
   * @param file where; must not exist, its folder must
   * @param settings what the bank is
   * @param key needed whenever it is opened; empty for none
   * @return the bank, open
   * @throws BankStoreException if the file exists, or cannot be created
   * @throws IOException if the file cannot be written
   */
  public static Bank create(Path file, BankSettings settings, Optional<BankKey> key)
      throws IOException {
    Path folder = file.toAbsolutePath().getParent();
    if (Files.exists(file)) {
      throw new BankStoreException(file.toString(), "exists already");
    }
    if (folder == null || !Files.isDirectory(folder)) {
      throw new BankStoreException(file.toString(), "its folder does not exist");
    }
    claim(file);
    SqlBankStore store = new SqlBankStore(SqliteDialect.creating(file), key.orElse(null));
    boolean isCreated = false;
    try {
      Bank bank =
          SqlBankStore.opened(
              store,
              () -> {
                store.create(settings);
                return bank(file, store, key);
              });
      isCreated = true;
      return bank;
    } finally {
      if (!isCreated) {
        delete(file);
      }
    }
  }

  /** Makes the file here, so that one that is deleted again can be nobody else's. */
  private static void claim(Path file) throws IOException {
    try {
      if (file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
        Files.createFile(file, PosixFilePermissions.asFileAttribute(PERMISSIONS));
      } else {
        Files.createFile(file);
      }
    } catch (FileAlreadyExistsException e) {
      throw new BankStoreException(file.toString(), "exists already", e);
    } catch (FileSystemException e) {
      String reason = e.getReason() == null ? e.getClass().getSimpleName() : e.getReason();
      throw new BankStoreException(file.toString(), "cannot be created (" + reason + ")", e);
    }
  }

  private static void delete(Path file) {
    for (String end : List.of("", "-wal", "-shm", "-journal")) {
      try {
        Files.deleteIfExists(file.resolveSibling(file.getFileName() + end));
      } catch (IOException e) {
        // What made the creation fail is told, and is likely to be the cause of this too.
      }
    }
  }

  /**
   * Opens a bank, and verifies it.
   *
   * @param file an existing bank file
   * @return the bank
   * @throws BankStoreException if there is no such file, it is not a bank, of a newer version,
   *     sealed, or damaged
   * @throws IOException if the file cannot be read
   */
  public static Bank open(Path file) throws IOException {
    return open(file, Optional.empty());
  }

  /**
   * Opens a bank that is sealed with a key, and verifies it.
   *
   * @param file an existing bank file; one of version 1 becomes one of version 2
   * @param key the one that it was created with; empty if it has none
   * @return the bank
   * @throws BankStoreException if there is no such file, it is not a bank, of a newer version, has
   *     another key, or is damaged
   * @throws IOException if the file cannot be read
   */
  public static Bank open(Path file, Optional<BankKey> key) throws IOException {
    SqlBankStore store = openStore(file, key);
    return SqlBankStore.opened(store, () -> bank(file, store, key));
  }

  /** A sealed bank has no cache, which would not be sealed. */
  private static Bank bank(Path file, BankStore store, Optional<BankKey> key) throws IOException {
    return key.isPresent()
        ? Bank.open(store)
        : Bank.open(store, file.resolveSibling(file.getFileName() + ".index"));
  }

  private static SqlBankStore openStore(Path file, Optional<BankKey> key) throws IOException {
    if (Files.isDirectory(file)) {
      throw new BankStoreException(file.toString(), "is a folder");
    }
    if (Files.notExists(file)) {
      throw new BankStoreException(
          file.toString(), "no such file", new NoSuchFileException(file.toString()));
    }
    SqliteDialect dialect = SqliteDialect.opening(file);
    checkVersion(file, dialect);
    SqlBankStore store = new SqlBankStore(dialect, key.orElse(null));
    return SqlBankStore.opened(
        store,
        () -> {
          store.checkHeader();
          return store;
        });
  }

  private static void checkVersion(Path file, SqliteDialect dialect) throws IOException {
    try (Connection connection = dialect.connect()) {
      if (SqliteDialect.pragma(connection, "application_id") != SqliteDialect.APPLICATION_ID) {
        throw new BankStoreException(
            file.toString(), "not a bank file (a database of something else)");
      }
      int version = SqliteDialect.pragma(connection, "user_version");
      if (version == VersionOne.VERSION) {
        new VersionOne(file, connection).migrate(dialect);
      } else if (version != SqliteDialect.VERSION) {
        throw new BankStoreException(
            file.toString(), "version " + version + " (this program reads versions 1 and 2)");
      }
    } catch (SQLException e) {
      throw new BankStoreException(file.toString(), dialect.problem(e), e);
    }
  }
}
