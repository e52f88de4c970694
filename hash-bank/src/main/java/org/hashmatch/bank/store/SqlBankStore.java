package org.hashmatch.bank.store;

import java.io.IOException;
import java.security.SecureRandom;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hashmatch.bank.BankSettings;
import org.hashmatch.bank.BankStore;
import org.hashmatch.bank.BankStoreException;
import org.hashmatch.bank.Change;
import org.hashmatch.bank.EntryEdit;
import org.jspecify.annotations.Nullable;

/**
 * A bank in tables. Everything is the same in both databases but what {@link Dialect} says.
 *
 * <p>Three sessions, so that nobody waits for a long transaction: one that writes, one that looks
 * single things up, and one for as long as many rows are read.
 */
final class SqlBankStore implements BankStore {

  private static final int IDS_AT_A_TIME = 500;
  private static final int MAX_POSITION = 4000;

  private static final String HEADER =
      "SELECT settings, sealed, sequence, entry_rows, held, entries_checksum, checksum FROM bank";
  private static final String EPOCH =
      "SELECT token FROM epoch ORDER BY first_sequence DESC LIMIT 1";
  private static final String ROW = "SELECT key, id, sequence, held, body, checksum FROM entry ";
  private static final String PUT =
      "INSERT INTO entry (key, id, sequence, held, body, checksum) VALUES (?, ?, ?, ?, ?, ?)"
          + " ON CONFLICT (key) DO UPDATE SET sequence = excluded.sequence, held = excluded.held,"
          + " body = excluded.body, checksum = excluded.checksum";

  private final Dialect dialect;
  private final @Nullable BankKey key;
  private final SqlSession writing;
  private final SqlSession reading;
  private final SecureRandom random = new SecureRandom();
  private boolean hasEpoch;

  SqlBankStore(Dialect dialect, @Nullable BankKey key) {
    this.dialect = dialect;
    this.key = key;
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
          Header header = Header.of(settings, key != null);
          PreparedStatement insert =
              session.prepare(
                  "INSERT INTO bank (one, settings, sealed, sequence, entry_rows, held,"
                      + " entries_checksum, checksum) VALUES (1, ?, ?, ?, ?, ?, ?, ?)");
          bind(insert, header);
          insert.executeUpdate();
          return header;
        },
        () -> true);
  }

  static void bind(PreparedStatement statement, Header header) throws SQLException {
    statement.setBytes(1, EntryCodec.bytes(header.settings()));
    statement.setInt(2, header.isSealed() ? 1 : 0);
    statement.setLong(3, header.sequence());
    statement.setLong(4, header.rows());
    statement.setLong(5, header.held());
    statement.setLong(6, header.entriesChecksum());
    statement.setLong(7, header.checksum());
  }

  /** Proves that it is a bank, and that the key is its key. */
  void checkHeader() throws IOException {
    Header header = reading.run(session -> header(session, ""));
    if (header.isSealed() && key == null) {
      throw new BankStoreException(where(), "is sealed; its key is needed");
    }
    if (!header.isSealed() && key != null) {
      throw new BankStoreException(where(), "is not sealed; a key was given");
    }
    if (header.isSealed() && header.rows() > 0) {
      find(1);
    }
  }

  @Override
  public String where() {
    return dialect.where();
  }

  @Override
  public State state() throws IOException {
    return reading.run(this::state);
  }

  private State state(SqlSession session) throws IOException, SQLException {
    Header header = header(session, "");
    return new State(header.settings(), header.sequence(), lastEpoch(session), header.held());
  }

  private Header header(SqlSession session, String suffix) throws IOException, SQLException {
    Header header = session.first(HEADER + suffix, statement -> {}, this::readHeader);
    if (header == null) {
      throw damaged("no settings");
    }
    return header;
  }

  private Header readHeader(ResultSet row) throws IOException, SQLException {
    try {
      byte[] settings = required(row.getBytes(1));
      Header header =
          new Header(
              EntryCodec.readSettings(settings),
              row.getInt(2) == 1,
              row.getLong(3),
              row.getLong(4),
              row.getLong(5),
              row.getLong(6));
      if (header.checksum() != row.getLong(7)) {
        throw damaged("settings: their checksum differs");
      }
      return header;
    } catch (IllegalArgumentException e) {
      throw damaged("settings");
    }
  }

  private static long lastEpoch(SqlSession session) throws IOException, SQLException {
    Long token = session.first(EPOCH, statement -> {}, row -> row.getLong(1));
    return token == null ? 0 : token;
  }

  /** No column may be empty by the schema, but a flipped bit in a row's header can make one so. */
  private static <T> T required(@Nullable T value) {
    if (value == null) {
      throw new IllegalArgumentException("a field is missing");
    }
    return value;
  }

  private BankStoreException damaged(String what) {
    return new BankStoreException(where(), "damaged (" + what + ")");
  }

  @Override
  public State readChanges(long sequence, ChangeSink sink) throws IOException {
    try (SqlSession many = new SqlSession(dialect)) {
      return many.snapshot(session -> readChanges(session, sequence, sink));
    }
  }

  private State readChanges(SqlSession session, long sequence, ChangeSink sink)
      throws IOException, SQLException {
    Header header = header(session, "");
    RowChecksum sums = new RowChecksum();
    long sum = 0;
    long rows = 0;
    long held = 0;
    long last = sequence;
    PreparedStatement select = session.prepare(ROW + "WHERE sequence > ? ORDER BY sequence");
    select.setFetchSize(dialect.fetchSize());
    select.setLong(1, sequence);
    try (ResultSet results = select.executeQuery()) {
      while (results.next()) {
        Row row = row(results, sums);
        sum += row.checksum();
        rows++;
        held += row.isHeld() ? 1 : 0;
        last = row.sequence();
        sink.accept(change(row));
      }
    }
    boolean isWhole =
        rows == header.rows() && held == header.held() && sum == header.entriesChecksum();
    if ((sequence == 0 && !isWhole) || last > header.sequence()) {
      throw damaged(header.held() + " entries expected, " + held + " found, or a checksum differs");
    }
    return new State(header.settings(), header.sequence(), lastEpoch(session), header.held());
  }

  private Row row(ResultSet results, RowChecksum sums) throws IOException, SQLException {
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

  private Change change(Row row) throws IOException {
    try {
      byte[] body = key == null ? row.body() : key.open(row.body(), row.id());
      return EntryCodec.read(row.key(), row.sequence(), row.id(), row.isHeld(), body);
    } catch (IllegalArgumentException e) {
      throw damaged("entry " + row.key() + ": " + e.getMessage());
    }
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
          return (token == null ? 0 : token) == epoch && sequence <= header(session, "").sequence();
        });
  }

  @Override
  public <T> T write(Steps<T> steps) throws IOException {
    Transaction[] used = new Transaction[1];
    T result =
        writing.transaction(
            session -> {
              used[0] = new Transaction(session);
              T made = steps.run(used[0]);
              used[0].finish();
              return made;
            },
            () -> !used[0].isUnwanted);
    hasEpoch |= used[0].hasChanges() && !used[0].isUnwanted;
    return result;
  }

  /** Changes that are not committed yet. */
  private final class Transaction implements Writer {

    private final SqlSession session;
    private final Header before;
    private final State stateBefore;
    private final RowChecksum sums = new RowChecksum();
    private final boolean isFirst = !hasEpoch;
    private final long newEpoch = random.nextLong();
    private BankSettings settings;
    private long sequence;
    private long rows;
    private long held;
    private long growth;
    private boolean isUnwanted;

    Transaction(SqlSession session) throws IOException, SQLException {
      this.session = session;
      this.before = header(session, dialect.lockingSuffix());
      this.stateBefore =
          new State(before.settings(), before.sequence(), lastEpoch(session), before.held());
      this.settings = before.settings();
      this.sequence = before.sequence();
      this.rows = before.rows();
      this.held = before.held();
    }

    @Override
    public State before() {
      return stateBefore;
    }

    @Override
    public long epoch() {
      return isFirst ? newEpoch : stateBefore.epoch();
    }

    @Override
    public List<EntryEdit.Edited> editAll(List<? extends EntryEdit> edits) throws IOException {
      try {
        Map<String, Row> known = rows(edits);
        Map<Long, Row> written = new LinkedHashMap<>();
        List<EntryEdit.Edited> edited = new ArrayList<>(edits.size());
        for (EntryEdit edit : edits) {
          Row row = known.get(edit.id());
          Optional<Change> there = row == null ? Optional.empty() : Optional.of(change(row));
          EntryEdit.Step step = edit.decide(there);
          Optional<Change> change = next(edit.id(), row, step);
          if (change.isPresent()) {
            Row next = row(change.get());
            replace(row, next);
            known.put(edit.id(), next);
            written.put(next.key(), next);
          }
          edited.add(new EntryEdit.Edited(step, there, change));
        }
        put(written.values());
        return edited;
      } catch (SQLException e) {
        throw session.failure(e);
      }
    }

    private Map<String, Row> rows(List<? extends EntryEdit> edits)
        throws IOException, SQLException {
      Map<String, Row> rows = new HashMap<>();
      List<String> ids = edits.stream().map(EntryEdit::id).distinct().toList();
      for (int from = 0; from < ids.size(); from += IDS_AT_A_TIME) {
        List<String> some = ids.subList(from, Math.min(ids.size(), from + IDS_AT_A_TIME));
        PreparedStatement select =
            session.prepare(ROW + "WHERE id IN (" + marks(some.size()) + ")");
        for (int i = 0; i < some.size(); i++) {
          select.setString(i + 1, some.get(i));
        }
        try (ResultSet results = select.executeQuery()) {
          while (results.next()) {
            Row row = SqlBankStore.this.row(results, sums);
            rows.put(row.id(), row);
          }
        }
      }
      return rows;
    }

    private String marks(int count) {
      return "?" + ", ?".repeat(count - 1);
    }

    /** What is held after a step; the id's key stays its own for ever. */
    private Optional<Change> next(String id, @Nullable Row row, EntryEdit.Step step) {
      if (step instanceof EntryEdit.Step.Keep) {
        return Optional.empty();
      }
      long ownKey = row == null ? ++rows : row.key();
      sequence++;
      if (step instanceof EntryEdit.Step.Put put) {
        return Optional.of(new Change.Held(ownKey, sequence, put.entry()));
      }
      EntryEdit.Step.Remove remove = (EntryEdit.Step.Remove) step;
      return Optional.of(new Change.Gone(ownKey, sequence, id, remove.reason(), remove.at()));
    }

    private Row row(Change change) {
      byte[] body = EntryCodec.bytes(change);
      return Row.of(
          change.key(),
          change.id(),
          change.sequence(),
          change instanceof Change.Held,
          key == null ? body : key.seal(body, change.id()),
          sums);
    }

    private void replace(@Nullable Row old, Row next) {
      growth += next.checksum() - (old == null ? 0 : old.checksum());
      held += (next.isHeld() ? 1 : 0) - (old != null && old.isHeld() ? 1 : 0);
    }

    private void put(Iterable<Row> written) throws SQLException {
      PreparedStatement put = session.prepare(PUT);
      for (Row row : written) {
        put.setLong(1, row.key());
        put.setString(2, row.id());
        put.setLong(3, row.sequence());
        put.setInt(4, row.isHeld() ? 1 : 0);
        put.setBytes(5, row.body());
        put.setLong(6, row.checksum());
        put.addBatch();
      }
      put.executeBatch();
    }

    @Override
    public void changeSettings(BankSettings newSettings) {
      settings = newSettings;
      sequence++;
    }

    @Override
    public void setCheckpoint(String list, String position) throws IOException {
      if (list.isEmpty() || list.length() > 200 || position.length() > MAX_POSITION) {
        throw new IllegalArgumentException(
            "a checkpoint must have a list's name of 1..200 characters and at most "
                + MAX_POSITION
                + " for its position");
      }
      try {
        PreparedStatement put =
            session.prepare(
                "INSERT INTO checkpoint (list, position) VALUES (?, ?)"
                    + " ON CONFLICT (list) DO UPDATE SET position = excluded.position");
        put.setString(1, list);
        put.setString(2, position);
        put.executeUpdate();
      } catch (SQLException e) {
        throw session.failure(e);
      }
    }

    @Override
    public void rollBack() {
      isUnwanted = true;
    }

    boolean hasChanges() {
      return sequence > before.sequence();
    }

    void finish() throws SQLException {
      if (!hasChanges() || isUnwanted) {
        return;
      }
      if (isFirst) {
        PreparedStatement epoch =
            session.prepare("INSERT INTO epoch (first_sequence, token) VALUES (?, ?)");
        epoch.setLong(1, before.sequence() + 1);
        epoch.setLong(2, newEpoch);
        epoch.executeUpdate();
      }
      PreparedStatement update =
          session.prepare(
              "UPDATE bank SET settings = ?, sealed = ?, sequence = ?, entry_rows = ?, held = ?,"
                  + " entries_checksum = ?, checksum = ?");
      bind(
          update,
          new Header(
              settings,
              before.isSealed(),
              sequence,
              rows,
              held,
              before.entriesChecksum() + growth));
      update.executeUpdate();
    }
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
                        ROW + condition, binding, results -> row(results, new RowChecksum()))));
    return found.isPresent() ? Optional.of(change(found.get())) : Optional.empty();
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
      throw damaged(problem);
    }
  }

  @Override
  public void purge() throws IOException {
    // Readers that are open would keep old pages alive, and statements that are kept stop a VACUUM.
    reading.release();
    writing.release();
    writing.run(
        session -> {
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
