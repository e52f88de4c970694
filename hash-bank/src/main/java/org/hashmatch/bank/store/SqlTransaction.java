package org.hashmatch.bank.store;

import java.io.IOException;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.hashmatch.bank.BankSettings;
import org.hashmatch.bank.BankStore;
import org.hashmatch.bank.Change;
import org.hashmatch.bank.EntryEdit;
import org.jspecify.annotations.Nullable;

/** Changes of a bank that are not committed yet. */
final class SqlTransaction implements BankStore.Writer {

  private static final int IDS_AT_A_TIME = 500;
  private static final int MAX_POSITION = 4000;

  private static final String PUT =
      "INSERT INTO entry (key, id, sequence, held, body, checksum) VALUES (?, ?, ?, ?, ?, ?)"
          + " ON CONFLICT (key) DO UPDATE SET sequence = excluded.sequence, held = excluded.held,"
          + " body = excluded.body, checksum = excluded.checksum";

  private final SqlSession session;
  private final SqlRows rows;
  private final Header before;
  private final BankStore.State stateBefore;
  private final OptionalLong newEpoch;
  private final RowChecksum sums = new RowChecksum();
  private BankSettings settings;
  private long sequence;
  private long count;
  private long held;
  private long growth;
  private boolean isUnwanted;
  private boolean isBroken;

  /**
   * Begins one.
   *
   * @param before what the bank is, its row locked
   * @param newEpoch the epoch that begins with the next change, if one does
   */
  SqlTransaction(SqlSession session, SqlRows rows, Header before, OptionalLong newEpoch)
      throws IOException, SQLException {
    this.session = session;
    this.rows = rows;
    this.before = before;
    this.stateBefore = rows.state(session, before);
    this.newEpoch = newEpoch;
    this.settings = before.settings();
    this.sequence = before.sequence();
    this.count = before.rows();
    this.held = before.held();
  }

  @Override
  public BankStore.State before() {
    return stateBefore;
  }

  @Override
  public long epoch() {
    return newEpoch.orElse(stateBefore.epoch());
  }

  @Override
  public List<EntryEdit.Edited> editAll(List<? extends EntryEdit> edits) throws IOException {
    boolean isDone = false;
    try {
      Map<String, Row> known = read(edits);
      Map<Long, Row> written = new LinkedHashMap<>();
      List<EntryEdit.Edited> edited = new ArrayList<>(edits.size());
      for (EntryEdit edit : edits) {
        Row row = known.get(edit.id());
        Optional<Change> there = row == null ? Optional.empty() : Optional.of(rows.change(row));
        EntryEdit.Step step = edit.decide(there);
        Optional<Change> change = next(edit.id(), row, step);
        if (change.isPresent()) {
          Row next = rows.row(change.get(), sums);
          replace(row, next);
          known.put(edit.id(), next);
          written.put(next.key(), next);
        }
        edited.add(new EntryEdit.Edited(step, there, change));
      }
      put(written.values());
      isDone = true;
      return edited;
    } catch (SQLException e) {
      throw session.failure(e);
    } finally {
      isBroken |= !isDone;
    }
  }

  private Map<String, Row> read(List<? extends EntryEdit> edits) throws IOException, SQLException {
    Map<String, Row> read = new HashMap<>();
    List<String> ids = edits.stream().map(EntryEdit::id).distinct().toList();
    for (int from = 0; from < ids.size(); from += IDS_AT_A_TIME) {
      List<String> some = ids.subList(from, Math.min(ids.size(), from + IDS_AT_A_TIME));
      PreparedStatement select =
          session.prepare(SqlRows.ENTRY + "WHERE id IN (" + marks(some.size()) + ")");
      for (int i = 0; i < some.size(); i++) {
        select.setString(i + 1, some.get(i));
      }
      try (ResultSet results = select.executeQuery()) {
        while (results.next()) {
          Row row = rows.row(results, sums);
          read.put(row.id(), row);
        }
      }
    }
    return read;
  }

  private String marks(int count) {
    return "?" + ", ?".repeat(count - 1);
  }

  /** What is held after a step; the id's key stays its own for ever. */
  private Optional<Change> next(String id, @Nullable Row row, EntryEdit.Step step) {
    if (step instanceof EntryEdit.Step.Keep) {
      return Optional.empty();
    }
    long ownKey = row == null ? ++count : row.key();
    sequence++;
    if (step instanceof EntryEdit.Step.Put put) {
      return Optional.of(new Change.Held(ownKey, sequence, put.entry()));
    }
    EntryEdit.Step.Remove remove = (EntryEdit.Step.Remove) step;
    return Optional.of(new Change.Gone(ownKey, sequence, id, remove.reason(), remove.at()));
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

  boolean isWanted() {
    return !isUnwanted;
  }

  boolean hasChanges() {
    return sequence > before.sequence();
  }

  /**
   * Writes what the bank is now.
   *
   * @throws IOException if some edits failed, whoever caught that: the counts would be wrong
   */
  void finish() throws IOException, SQLException {
    if (isBroken && !isUnwanted) {
      throw rows.failure("a step of the change had failed; nothing was changed");
    }
    if (!hasChanges() || isUnwanted) {
      return;
    }
    if (newEpoch.isPresent()) {
      PreparedStatement epoch =
          session.prepare("INSERT INTO epoch (first_sequence, token) VALUES (?, ?)");
      epoch.setLong(1, before.sequence() + 1);
      epoch.setLong(2, newEpoch.getAsLong());
      epoch.executeUpdate();
    }
    PreparedStatement update =
        session.prepare(
            "UPDATE bank SET settings = ?, sealed = ?, sequence = ?, entry_rows = ?, held = ?,"
                + " entries_checksum = ?, checksum = ?");
    rows.bind(
        update,
        new Header(
            settings, before.isSealed(), sequence, count, held, before.entriesChecksum() + growth));
    update.executeUpdate();
  }
}
