package org.hashmatch.bank.store;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.Set;
import org.hashmatch.bank.BankEntry;
import org.hashmatch.bank.BankPolicy;
import org.hashmatch.bank.BankSettings;
import org.hashmatch.bank.BankStoreException;
import org.hashmatch.bank.Change;
import org.hashmatch.bank.MatchAction;
import org.hashmatch.hash.HashAlgorithm;
import org.hashmatch.hash.Quality;

/**
 * A bank file of version 1, which had one hash, one origin and fewer settings: read, proven whole,
 * and written as version 2 in the same transaction. The package's history says what it was like.
 */
final class VersionOne {

  static final int VERSION = 1;

  private final Path file;
  private final Connection connection;

  VersionOne(Path file, Connection connection) {
    this.file = file;
    this.connection = connection;
  }

  /** If it fails, nothing has changed once the connection is closed. */
  void migrate(SqliteDialect dialect) throws IOException, SQLException {
    dialect.begin(connection);
    try {
      SqliteDialect.execute(
          connection,
          "ALTER TABLE bank RENAME TO bank_of_version_1",
          "ALTER TABLE entry RENAME TO entry_of_version_1");
      SqliteDialect.execute(connection, dialect.tables().toArray(String[]::new));
      copy();
      SqliteDialect.execute(
          connection, "DROP TABLE bank_of_version_1", "DROP TABLE entry_of_version_1");
      dialect.commit(connection);
    } catch (IllegalArgumentException e) {
      throw new BankStoreException(file.toString(), "damaged (" + e.getMessage() + ")", e);
    }
  }

  private void copy() throws IOException, SQLException {
    try (Statement select = connection.createStatement();
        ResultSet bank =
            select.executeQuery(
                "SELECT name, algorithm, radius, quality_floor, action, entries, checksum"
                    + " FROM bank_of_version_1")) {
      if (!bank.next()) {
        throw new BankStoreException(file.toString(), "damaged (no settings)");
      }
      HashAlgorithm algorithm = HashAlgorithm.parse(text(bank, 2));
      Header header = copyEntries(algorithm, Header.of(settings(bank, algorithm), false));
      if (header.rows() != bank.getLong(6) || oldSum != bank.getLong(7)) {
        throw new BankStoreException(
            file.toString(),
            "damaged ("
                + bank.getLong(6)
                + " entries expected, "
                + header.rows()
                + " found, or a checksum differs)");
      }
      write(header);
    }
  }

  private long oldSum;

  private BankSettings settings(ResultSet bank, HashAlgorithm algorithm) throws SQLException {
    oldSum =
        new RowChecksum()
            .text(text(bank, 1))
            .text(algorithm.id())
            .number(bank.getInt(3))
            .number(bank.getInt(4))
            .text(text(bank, 5))
            .sum();
    return new BankSettings(
        text(bank, 1),
        BankPolicy.builder()
            .radius(algorithm, bank.getInt(3))
            .qualityFloor(new Quality(bank.getInt(4)))
            .action(MatchAction.valueOf(text(bank, 5)))
            .build());
  }

  private Header copyEntries(HashAlgorithm algorithm, Header empty) throws SQLException {
    RowChecksum sums = new RowChecksum();
    long count = 0;
    long growth = 0;
    try (Statement select = connection.createStatement();
        ResultSet entries =
            select.executeQuery(
                "SELECT key, id, hash, quality, labels, source, case_reference, added_at"
                    + " FROM entry_of_version_1 ORDER BY key");
        PreparedStatement insert =
            connection.prepareStatement("INSERT INTO entry VALUES (?, ?, ?, ?, ?, ?)")) {
      while (entries.next()) {
        count++;
        BankEntry entry = entry(algorithm, entries);
        byte[] body = EntryCodec.bytes(new Change.Held(count, count, entry));
        Row row = Row.of(count, entry.id(), count, true, body, sums);
        growth += row.checksum();
        insert(insert, row);
      }
    }
    return new Header(empty.settings(), false, count, count, count, growth);
  }

  private BankEntry entry(HashAlgorithm algorithm, ResultSet row) throws SQLException {
    byte[] hash = row.getBytes(3);
    String labels = text(row, 5);
    oldSum +=
        new RowChecksum()
            .number(row.getLong(1))
            .text(text(row, 2))
            .bytes(hash)
            .number(row.getInt(4))
            .text(labels)
            .text(text(row, 6))
            .text(text(row, 7))
            .number(row.getLong(8))
            .sum();
    return BankEntry.builder(text(row, 2))
        .hash(HashBytes.read(algorithm, hash))
        .quality(new Quality(row.getInt(4)))
        .labels(labels.isEmpty() ? Set.of() : Set.of(labels.split(",", -1)))
        .origin(text(row, 6), text(row, 7))
        .addedAt(Instant.ofEpochMilli(row.getLong(8)))
        .build();
  }

  private static String text(ResultSet row, int column) throws SQLException {
    String text = row.getString(column);
    if (text == null) {
      throw new IllegalArgumentException("a field is missing");
    }
    return text;
  }

  private static void insert(PreparedStatement insert, Row row) throws SQLException {
    insert.setLong(1, row.key());
    insert.setString(2, row.id());
    insert.setLong(3, row.sequence());
    insert.setInt(4, 1);
    insert.setBytes(5, row.body());
    insert.setLong(6, row.checksum());
    insert.executeUpdate();
  }

  private void write(Header header) throws SQLException {
    try (PreparedStatement insert =
        connection.prepareStatement("INSERT INTO bank VALUES (1, ?, ?, ?, ?, ?, ?, ?)")) {
      new SqlRows(file.toString(), null).bind(insert, header);
      insert.executeUpdate();
    }
  }
}
