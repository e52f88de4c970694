package org.hashmatch.bank.store;

import java.io.IOException;
import java.security.SecureRandom;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.OptionalLong;
import org.hashmatch.bank.BankSettings;
import org.hashmatch.bank.BankStore;
import org.hashmatch.bank.BankStoreException;
import org.hashmatch.bank.Change;
import org.jspecify.annotations.Nullable;

/**
 * A bank in tables. Everything is the same in both databases but what {@link Dialect} says.
 *
 * <p>Three sessions, so that nobody waits for a long transaction: one that writes, one that looks
 * single things up, and one for as long as many rows are read.
 */
final class SqlBankStore implements BankStore {

  private final Dialect dialect;
  private final SqlRows rows;
  private final SqlSession writing;
  private final SqlSession reading;
  private final SecureRandom random = new SecureRandom();
  private boolean hasEpoch;

  SqlBankStore(Dialect dialect, @Nullable BankKey key) {
    this.dialect = dialect;
    this.rows = new SqlRows(dialect.where(), key);
    this.writing = new SqlSession(dialect);
    this.reading = new SqlSession(dialect);
  }

  /** Opens something over a store, which is closed if that fails. */
  interface Opening<T> {
    T open() throws IOException;
  }

  static <T> T opened(SqlBankStore store, Opening<T> opening) throws IOException {
    boolean isOpen = false;
    try {
      T opened = opening.open();
      isOpen = true;
      return opened;
    } finally {
      if (!isOpen) {
        store.close();
      }
    }
  }

  /** Makes the tables of an empty bank. */
  void create(BankSettings settings) throws IOException {
    writing.transaction(
        session -> {
          for (String table : dialect.tables()) {
            session.execute(table);
          }
          Header header = Header.of(settings, rows.areSealed());
          PreparedStatement insert =
              session.prepare(
                  "INSERT INTO bank (one, settings, sealed, sequence, entry_rows, held,"
                      + " entries_checksum, checksum) VALUES (1, ?, ?, ?, ?, ?, ?, ?)");
          rows.bind(insert, header);
          insert.executeUpdate();
          return header;
        },
        () -> true);
  }

  /** Proves that it is a bank, and that the key is its key. */
  void checkHeader() throws IOException {
    state();
  }

  @Override
  public String where() {
    return dialect.where();
  }

  @Override
  public State state() throws IOException {
    return reading.run(session -> rows.state(session, rows.header(session, "")));
  }

  @Override
  public State readChanges(long sequence, ChangeSink sink) throws IOException {
    try (SqlSession many = new SqlSession(dialect)) {
      return many.snapshot(session -> readChanges(session, sequence, sink));
    }
  }

  private State readChanges(SqlSession session, long sequence, ChangeSink sink)
      throws IOException, SQLException {
    Header header = rows.header(session, "");
    RowChecksum sums = new RowChecksum();
    long sum = 0;
    long count = 0;
    long held = 0;
    long last = sequence;
    PreparedStatement select =
        session.prepare(SqlRows.ENTRY + "WHERE sequence > ? ORDER BY sequence");
    select.setFetchSize(dialect.fetchSize());
    select.setLong(1, sequence);
    try (ResultSet results = select.executeQuery()) {
      while (results.next()) {
        Row row = rows.row(results, sums);
        sum += row.checksum();
        count++;
        held += row.isHeld() ? 1 : 0;
        last = row.sequence();
        sink.accept(rows.change(row));
      }
    }
    boolean isWhole =
        count == header.rows() && held == header.held() && sum == header.entriesChecksum();
    if ((sequence == 0 && !isWhole) || last > header.sequence()) {
      throw rows.damaged(
          header.held() + " entries expected, " + held + " found, or a checksum differs");
    }
    return rows.state(session, header);
  }

  @Override
  public boolean isPast(long sequence, long epoch) throws IOException {
    return reading.run(
        session -> {
          Long token =
              session.first(
                  "SELECT token FROM epoch WHERE first_sequence <= ?"
                      + " ORDER BY first_sequence DESC LIMIT 1",
                  statement -> statement.setLong(1, sequence),
                  row -> row.getLong(1));
          return (token == null ? 0 : token) == epoch
              && sequence <= rows.header(session, "").sequence();
        });
  }

  @Override
  public <T> T write(Steps<T> steps) throws IOException {
    SqlTransaction[] used = new SqlTransaction[1];
    T result =
        writing.transaction(
            session -> {
              Header before = rows.header(session, dialect.lockingSuffix());
              OptionalLong newEpoch =
                  hasEpoch ? OptionalLong.empty() : OptionalLong.of(random.nextLong());
              used[0] = new SqlTransaction(session, rows, before, newEpoch);
              T made = steps.run(used[0]);
              used[0].finish();
              return made;
            },
            () -> used[0].isWanted());
    hasEpoch |= used[0].hasChanges() && used[0].isWanted();
    return result;
  }

  @Override
  public Optional<Change> find(long key) throws IOException {
    return find("WHERE key = ?", statement -> statement.setLong(1, key));
  }

  @Override
  public Optional<Change> find(String id) throws IOException {
    return find("WHERE id = ?", statement -> statement.setString(1, id));
  }

  private Optional<Change> find(String condition, SqlSession.Binding binding) throws IOException {
    Optional<Row> found =
        reading.run(
            session ->
                Optional.ofNullable(
                    session.first(
                        SqlRows.ENTRY + condition,
                        binding,
                        results -> rows.row(results, new RowChecksum()))));
    return found.isPresent() ? Optional.of(rows.change(found.get())) : Optional.empty();
  }

  @Override
  public Optional<String> checkpoint(String list) throws IOException {
    return reading.run(
        session ->
            Optional.ofNullable(
                session.first(
                    "SELECT position FROM checkpoint WHERE list = ?",
                    statement -> statement.setString(1, list),
                    row -> row.getString(1))));
  }

  @Override
  public void verifyStructure() throws IOException {
    String problem = reading.run(session -> dialect.structureProblem(session.open()));
    if (!problem.isEmpty()) {
      throw rows.damaged(problem);
    }
  }

  @Override
  public void purge() throws IOException {
    // Readers that are open would keep old pages alive, and statements that are kept stop a VACUUM.
    // But one has a SQLite file open all the time: whoever opens it first needs room on the disk.
    writing.release();
    writing.run(
        session -> {
          session.open();
          reading.release();
          dialect.purge(session.open());
          return where();
        });
  }

  @Override
  public void close() throws IOException {
    try (reading;
        writing) {
      dialect.close();
    } catch (SQLException e) {
      throw new BankStoreException(where(), dialect.problem(e), e);
    }
  }
}
