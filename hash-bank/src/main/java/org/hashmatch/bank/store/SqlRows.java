package org.hashmatch.bank.store;

import java.io.IOException;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.hashmatch.bank.BankStore;
import org.hashmatch.bank.BankStoreException;
import org.hashmatch.bank.Change;
import org.jspecify.annotations.Nullable;

/**
 * The rows of a bank's tables: what they say, proven by their checksums, and sealed if the bank has
 * a key.
 */
final class SqlRows {

  /** Reads entries; a condition follows. */
  static final String ENTRY = "SELECT key, id, sequence, held, body, checksum FROM entry ";

  private static final String HEADER =
      "SELECT settings, sealed, sequence, entry_rows, held, entries_checksum, checksum FROM bank";
  private static final String EPOCH =
      "SELECT token FROM epoch ORDER BY first_sequence DESC LIMIT 1";

  /** Entries are sealed as their ids' own; no id is empty. */
  private static final String SETTINGS = "";

  private final String where;
  private final @Nullable BankKey key;

  SqlRows(String where, @Nullable BankKey key) {
    this.where = where;
    this.key = key;
  }

  boolean areSealed() {
    return key != null;
  }

  BankStoreException damaged(String what) {
    return failure("damaged (" + what + ")");
  }

  BankStoreException failure(String what) {
    return new BankStoreException(where, what);
  }

  private byte[] sealed(byte[] body, String owner) {
    return key == null ? body : key.seal(body, owner);
  }

  private byte[] unsealed(byte[] body, String owner) {
    return key == null ? body : key.open(body, owner);
  }

  /** Fills in the header's seven columns. */
  void bind(PreparedStatement statement, Header header) throws SQLException {
    statement.setBytes(1, sealed(EntryCodec.bytes(header.settings()), SETTINGS));
    statement.setInt(2, header.isSealed() ? 1 : 0);
    statement.setLong(3, header.sequence());
    statement.setLong(4, header.rows());
    statement.setLong(5, header.held());
    statement.setLong(6, header.entriesChecksum());
    statement.setLong(7, header.checksum());
  }

  /**
   * What the bank is.
   *
   * @param suffix what the query ends with
   * @throws BankStoreException if it is damaged, or the key is not its key
   */
  Header header(SqlSession session, String suffix) throws IOException, SQLException {
    Header header = session.first(HEADER + suffix, statement -> {}, this::header);
    if (header == null) {
      throw damaged("no settings");
    }
    return header;
  }

  private Header header(ResultSet row) throws IOException, SQLException {
    boolean isSealed = row.getInt(2) == 1;
    if (isSealed && key == null) {
      throw new BankStoreException(where, "is sealed; its key is needed");
    }
    if (!isSealed && key != null) {
      throw new BankStoreException(where, "is not sealed; a key was given");
    }
    try {
      Header header =
          new Header(
              EntryCodec.readSettings(unsealed(required(row.getBytes(1)), SETTINGS)),
              isSealed,
              row.getLong(3),
              row.getLong(4),
              row.getLong(5),
              row.getLong(6));
      if (header.checksum() != row.getLong(7)) {
        throw damaged("settings: their checksum differs");
      }
      return header;
    } catch (IllegalArgumentException e) {
      throw damaged(isSealed ? "settings: " + e.getMessage() : "settings");
    }
  }

  /** The bank as it is for who reads it now. */
  BankStore.State state(SqlSession session, Header header) throws IOException, SQLException {
    Long token = session.first(EPOCH, statement -> {}, row -> row.getLong(1));
    return new BankStore.State(
        header.settings(), header.sequence(), token == null ? 0 : token, header.held());
  }

  Row row(ResultSet results, RowChecksum sums) throws IOException, SQLException {
    try {
      Row row =
          new Row(
              results.getLong(1),
              required(results.getString(2)),
              results.getLong(3),
              results.getInt(4) == 1,
              required(results.getBytes(5)),
              results.getLong(6));
      if (!row.isSound(sums)) {
        throw damaged("entry " + row.key() + ": its checksum differs");
      }
      return row;
    } catch (IllegalArgumentException e) {
      throw damaged("an entry: " + e.getMessage());
    }
  }

  /** No column may be empty by the schema, but a flipped bit in a row's header can make one so. */
  private static <T> T required(@Nullable T value) {
    if (value == null) {
      throw new IllegalArgumentException("a field is missing");
    }
    return value;
  }

  Change change(Row row) throws IOException {
    try {
      byte[] body = unsealed(row.body(), row.id());
      return EntryCodec.read(row.key(), row.sequence(), row.id(), row.isHeld(), body);
    } catch (IllegalArgumentException e) {
      throw damaged("entry " + row.key() + ": " + e.getMessage());
    }
  }

  Row row(Change change, RowChecksum sums) {
    return Row.of(
        change.key(),
        change.id(),
        change.sequence(),
        change instanceof Change.Held,
        sealed(EntryCodec.bytes(change), change.id()),
        sums);
  }
}
