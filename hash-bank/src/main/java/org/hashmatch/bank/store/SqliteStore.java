package org.hashmatch.bank.store;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.hashmatch.bank.AddOutcome;
import org.hashmatch.bank.BankEntry;
import org.hashmatch.bank.BankFileException;
import org.hashmatch.bank.BankPolicy;
import org.hashmatch.bank.BankSettings;
import org.hashmatch.bank.BankStore;
import org.hashmatch.bank.MatchAction;
import org.hashmatch.hash.HashAlgorithm;
import org.hashmatch.hash.Quality;
import org.jspecify.annotations.Nullable;

/**
 * The tables of one bank, and the checksum that every change carries along in its own transaction.
 */
final class SqliteStore implements BankStore {

  private static final int APPLICATION_ID = 0x484D424B;
  private static final int VERSION = 1;

  private static final String BANK_TABLE =
      """
      CREATE TABLE bank (
        one INTEGER PRIMARY KEY CHECK (one = 1),
        name TEXT NOT NULL,
        algorithm TEXT NOT NULL,
        radius INTEGER NOT NULL,
        quality_floor INTEGER NOT NULL,
        action TEXT NOT NULL,
        entries INTEGER NOT NULL,
        checksum INTEGER NOT NULL
      ) STRICT
      """;
  private static final String ENTRY_TABLE =
      """
      CREATE TABLE entry (
        key INTEGER PRIMARY KEY AUTOINCREMENT,
        id TEXT NOT NULL UNIQUE,
        hash BLOB NOT NULL,
        quality INTEGER NOT NULL,
        labels TEXT NOT NULL,
        source TEXT NOT NULL,
        case_reference TEXT NOT NULL,
        added_at INTEGER NOT NULL
      ) STRICT
      """;
  private static final String FIELDS =
      "key, id, hash, quality, labels, source, case_reference, added_at";

  private static final String INSERT_ENTRY =
      "INSERT INTO entry (id, hash, quality, labels, source, case_reference, added_at)"
          + " VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT (id) DO NOTHING RETURNING key";

  private final Path file;
  private final SqliteConnection connection;
  private final BankSettings settings;

  private SqliteStore(Path file, SqliteConnection connection, BankSettings settings) {
    this.file = file;
    this.connection = connection;
    this.settings = settings;
  }

  static SqliteStore create(Path file, SqliteConnection connection, BankSettings settings)
      throws IOException, SQLException {
    connection.setDurable();
    return connection.transaction(
        () -> {
          connection.execute("PRAGMA application_id = " + APPLICATION_ID);
          connection.execute("PRAGMA user_version = " + VERSION);
          connection.execute(BANK_TABLE);
          connection.execute(ENTRY_TABLE);
          insert(connection, settings);
          return new SqliteStore(file, connection, settings);
        });
  }

  private static void insert(SqliteConnection connection, BankSettings settings)
      throws SQLException {
    BankPolicy policy = settings.policy();
    try (PreparedStatement insert =
        connection.prepare("INSERT INTO bank VALUES (1, ?, ?, ?, ?, ?, 0, ?)")) {
      insert.setString(1, settings.name());
      insert.setString(2, settings.algorithm().id());
      insert.setInt(3, policy.radius());
      insert.setInt(4, policy.qualityFloor().value());
      insert.setString(5, policy.action().name());
      insert.setLong(6, RowChecksum.of(settings));
      insert.executeUpdate();
    }
  }

  static SqliteStore open(Path file, SqliteConnection connection) throws IOException, SQLException {
    if (connection.pragma("application_id") != APPLICATION_ID) {
      throw new BankFileException(file, "not a bank file (a database of something else)");
    }
    int version = connection.pragma("user_version");
    if (version != VERSION) {
      throw new BankFileException(
          file, "version " + version + " (this program reads version " + VERSION + ")");
    }
    connection.setDurable();
    return new SqliteStore(file, connection, readSettings(file, connection));
  }

  private static BankSettings readSettings(Path file, SqliteConnection connection)
      throws IOException, SQLException {
    try (PreparedStatement select =
            connection.prepare("SELECT name, algorithm, radius, quality_floor, action FROM bank");
        ResultSet row = select.executeQuery()) {
      if (!row.next()) {
        throw new BankFileException(file, "damaged (no settings)");
      }
      BankPolicy policy =
          new BankPolicy(
              row.getInt(3), new Quality(row.getInt(4)), MatchAction.valueOf(text(row, 5)));
      return new BankSettings(text(row, 1), HashAlgorithm.parse(text(row, 2)), policy);
    } catch (IllegalArgumentException e) {
      throw new BankFileException(file, "damaged (settings)", e);
    }
  }

  @Override
  public BankSettings settings() {
    return settings;
  }

  @Override
  public synchronized void verifyAll(Visitor visitor) throws IOException {
    try (PreparedStatement select =
            connection.prepare("SELECT " + FIELDS + " FROM entry ORDER BY key");
        ResultSet rows = select.executeQuery()) {
      Totals found = new Totals(0, RowChecksum.of(settings));
      while (rows.next()) {
        long key = rows.getLong(1);
        BankEntry entry = read(rows);
        found = found.plus(1, RowChecksum.of(key, entry));
        visitor.visit(key, entry);
      }
      Totals expected = totals();
      if (!found.equals(expected)) {
        throw new BankFileException(
            file,
            "damaged ("
                + expected.entries
                + " entries expected, "
                + found.entries
                + " found, checksum differs)");
      }
    } catch (SQLException e) {
      throw connection.failure(e);
    }
  }

  private BankEntry read(ResultSet row) throws IOException, SQLException {
    try {
      String labels = text(row, 5);
      return new BankEntry(
          text(row, 2),
          HashBytes.read(settings.algorithm(), required(row.getBytes(3))),
          new Quality(row.getInt(4)),
          labels.isEmpty() ? Set.of() : Set.of(labels.split(",", -1)),
          text(row, 6),
          text(row, 7),
          Instant.ofEpochMilli(row.getLong(8)));
    } catch (IllegalArgumentException e) {
      throw new BankFileException(file, "damaged (an entry: " + e.getMessage() + ")", e);
    }
  }

  private static String text(ResultSet row, int column) throws SQLException {
    return required(row.getString(column));
  }

  /** No column may be empty by the schema, but a flipped bit in a row's header can make one so. */
  private static <T> T required(@Nullable T value) {
    if (value == null) {
      throw new IllegalArgumentException("a field is missing");
    }
    return value;
  }

  @Override
  public synchronized void verifyStructure() throws IOException {
    try {
      String answer = connection.pragmaText("integrity_check(1)");
      if (!answer.equals("ok")) {
        throw new BankFileException(file, "damaged (" + answer + ")");
      }
    } catch (SQLException e) {
      throw connection.failure(e);
    }
  }

  @Override
  public synchronized List<Insertion> add(List<BankEntry> entries) throws IOException {
    return connection.transaction(
        () -> {
          List<Insertion> insertions = new ArrayList<>(entries.size());
          Totals totals = totals();
          try (PreparedStatement insert = connection.prepare(INSERT_ENTRY)) {
            for (BankEntry entry : entries) {
              OptionalLong key = insert(insert, entry);
              if (key.isPresent()) {
                totals = totals.plus(1, RowChecksum.of(key.getAsLong(), entry));
                insertions.add(new Insertion(AddOutcome.ADDED, key.getAsLong()));
              } else {
                insertions.add(alreadyThere(entry));
              }
            }
          }
          write(totals);
          return insertions;
        });
  }

  private Insertion alreadyThere(BankEntry entry) throws IOException, SQLException {
    Row held = select("id = ?", statement -> statement.setString(1, entry.id())).orElseThrow();
    boolean same = held.entry().hash().equals(entry.hash());
    return new Insertion(same ? AddOutcome.UNCHANGED : AddOutcome.ID_TAKEN, held.key());
  }

  private static OptionalLong insert(PreparedStatement insert, BankEntry entry)
      throws SQLException {
    insert.setString(1, entry.id());
    insert.setBytes(2, HashBytes.of(entry.hash()));
    insert.setInt(3, entry.quality().value());
    insert.setString(4, String.join(",", entry.labels()));
    insert.setString(5, entry.source());
    insert.setString(6, entry.caseReference());
    insert.setLong(7, entry.addedAt().toEpochMilli());
    try (ResultSet row = insert.executeQuery()) {
      return row.next() ? OptionalLong.of(row.getLong(1)) : OptionalLong.empty();
    }
  }

  @Override
  public synchronized OptionalLong remove(String id) throws IOException {
    return connection.transaction(
        () -> {
          Optional<Row> row = select("id = ?", statement -> statement.setString(1, id));
          if (row.isEmpty()) {
            return OptionalLong.empty();
          }
          long key = row.get().key();
          try (PreparedStatement delete = connection.prepare("DELETE FROM entry WHERE key = ?")) {
            delete.setLong(1, key);
            delete.executeUpdate();
          }
          write(totals().plus(-1, -RowChecksum.of(key, row.get().entry())));
          return OptionalLong.of(key);
        });
  }

  @Override
  public synchronized Optional<BankEntry> find(long key) throws IOException {
    return find("key = ?", statement -> statement.setLong(1, key));
  }

  @Override
  public synchronized Optional<BankEntry> find(String id) throws IOException {
    return find("id = ?", statement -> statement.setString(1, id));
  }

  private Optional<BankEntry> find(String condition, Binding binding) throws IOException {
    try {
      return select(condition, binding).map(Row::entry);
    } catch (SQLException e) {
      throw connection.failure(e);
    }
  }

  /** An entry with its key. */
  private record Row(long key, BankEntry entry) {}

  /** Fills in a condition's one parameter. */
  @FunctionalInterface
  private interface Binding {
    void bind(PreparedStatement statement) throws SQLException;
  }

  private Optional<Row> select(String condition, Binding binding) throws IOException, SQLException {
    try (PreparedStatement select =
        connection.prepare("SELECT " + FIELDS + " FROM entry WHERE " + condition)) {
      binding.bind(select);
      try (ResultSet row = select.executeQuery()) {
        return row.next() ? Optional.of(new Row(row.getLong(1), read(row))) : Optional.empty();
      }
    }
  }

  /** What the bank row says of the entries. */
  private record Totals(long entries, long checksum) {
    Totals plus(int moreEntries, long share) {
      return new Totals(entries + moreEntries, checksum + share);
    }
  }

  private Totals totals() throws IOException, SQLException {
    try (PreparedStatement select = connection.prepare("SELECT entries, checksum FROM bank");
        ResultSet row = select.executeQuery()) {
      if (!row.next()) {
        throw new BankFileException(file, "damaged (no settings)");
      }
      return new Totals(row.getLong(1), row.getLong(2));
    }
  }

  private void write(Totals totals) throws SQLException {
    try (PreparedStatement update =
        connection.prepare("UPDATE bank SET entries = ?, checksum = ?")) {
      update.setLong(1, totals.entries());
      update.setLong(2, totals.checksum());
      update.executeUpdate();
    }
  }

  @Override
  public synchronized void close() throws IOException {
    connection.close();
  }
}
