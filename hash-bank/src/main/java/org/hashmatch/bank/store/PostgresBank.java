package org.hashmatch.bank.store;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.sql.DataSource;
import org.hashmatch.bank.Bank;
import org.hashmatch.bank.BankSettings;
import org.hashmatch.bank.BankStore;
import org.hashmatch.bank.BankStoreException;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * A bank that many machines share: a schema of its own in a PostgreSQL database, version 13 or
 * newer. Needs the artifact {@code org.postgresql:postgresql}.
 *
 * <p>An open one has two connections, one for changes and one for looking things up, and a third
 * while much is read. They are made again when the server was away. Immutable.
 *
 * <p>The server's write-ahead log has what was removed until {@code SELECT pg_switch_wal()} and
 * then {@code CHECKPOINT} are run. {@link Bank#purge} runs them if the user may, otherwise they are
 * the administrator's to run after it. With {@code wal_recycle} on, as it is by default, old parts
 * of the log are kept to be overwritten at some time: set it off. Archived logs, replicas and
 * backups are never purged from here.
 */
public final class PostgresBank {

  private static final Pattern SCHEMA = Pattern.compile("[a-z_][a-z0-9_]{0,62}");

  private final PostgresDialect dialect;

  private PostgresBank(DataSource database, String where, String schema) {
    if (!SCHEMA.matcher(schema).matches()) {
      throw new IllegalArgumentException(
          "a bank's schema must match " + SCHEMA + " (got \"" + schema + "\")");
    }
    this.dialect = new PostgresDialect(database, where + "#" + schema, schema);
  }

  /**
   * A bank at an address.
   *
   * @param url {@code postgresql://HOST:PORT/DATABASE}, with the driver's own properties behind a
   *     question mark if need be
   * @param schema the bank's own, {@code [a-z_][a-z0-9_]{0,62}}
   * @param user the database's user; empty if the address or the driver's defaults say it
   * @param password their password; empty likewise
   * @return where the bank is, or will be
   * @throws IllegalArgumentException if the address or the schema is not of this form
   */
  public static PostgresBank at(String url, String schema, String user, String password) {
    if (!url.startsWith("postgresql://")) {
      throw new IllegalArgumentException("a database's address must begin with postgresql://");
    }
    PGSimpleDataSource database = new PGSimpleDataSource();
    database.setURL("jdbc:" + url);
    if (!user.isEmpty()) {
      database.setUser(user);
    }
    if (!password.isEmpty()) {
      database.setPassword(password);
    }
    // Many rows in one message: several times faster.
    database.setReWriteBatchedInserts(true);
    database.setTcpKeepAlive(true);
    if (!url.contains("ApplicationName=")) {
      database.setApplicationName("hashmatch");
    }
    return new PostgresBank(database, url.replaceFirst("\\?.*", ""), schema);
  }

  /**
   * A bank in a database that is known already, by a pool of connections for one.
   *
   * @param database gives connections
   * @param schema the bank's own, {@code [a-z_][a-z0-9_]{0,62}}
   * @return where the bank is, or will be
   * @throws IllegalArgumentException if the schema is not of this form
   */
  public static PostgresBank in(DataSource database, String schema) {
    return new PostgresBank(database, "postgresql", schema);
  }

  /**
   * Creates an empty bank.
   *
   * @param settings what the bank is
   * @param key needed whenever it is opened; empty for none
   * @return the bank, open
   * @throws BankStoreException if there is a schema of that name, or it cannot be created
   * @throws IOException if the database cannot be written
   */
  public Bank create(BankSettings settings, Optional<BankKey> key) throws IOException {
    SqlBankStore store = new SqlBankStore(dialect, key.orElse(null));
    return SqlBankStore.opened(
        store,
        () -> {
          store.create(settings);
          return Bank.open(store);
        });
  }

  /**
   * Opens the bank, and verifies all of it.
   *
   * @return the bank
   * @throws BankStoreException if there is no such bank, it is of another version, sealed, or
   *     damaged, or the database cannot be reached
   * @throws IOException if it cannot be read
   */
  public Bank open() throws IOException {
    return open(Optional.empty(), Optional.empty());
  }

  /**
   * Opens the bank, and verifies it.
   *
   * @param cache a folder on this machine, for this bank and this process alone, where its indexes
   *     are kept for the next time; empty for none. A sealed bank keeps none
   * @param key the one that it was created with; empty if it has none
   * @return the bank
   * @throws BankStoreException if there is no such bank, it is of another version, has another key,
   *     or is damaged, or the database cannot be reached
   * @throws IOException if it cannot be read
   */
  public Bank open(Optional<Path> cache, Optional<BankKey> key) throws IOException {
    checkVersion();
    SqlBankStore store = new SqlBankStore(dialect, key.orElse(null));
    return SqlBankStore.opened(
        store,
        () -> {
          store.checkHeader();
          return bank(store, key.isPresent() ? Optional.empty() : cache);
        });
  }

  private static Bank bank(BankStore store, Optional<Path> cache) throws IOException {
    return cache.isPresent() ? Bank.open(store, cache.get()) : Bank.open(store);
  }

  private void checkVersion() throws IOException {
    try (Connection connection = dialect.connect();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("SELECT version FROM version")) {
      int version = row.next() ? row.getInt(1) : 0;
      if (version != PostgresDialect.VERSION) {
        throw new BankStoreException(
            dialect.where(), "version " + version + " (this program reads version 2)");
      }
    } catch (SQLException e) {
      throw new BankStoreException(dialect.where(), dialect.problem(e), e);
    }
  }
}
