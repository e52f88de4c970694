package org.hashmatch.bank;

import java.io.IOException;
import java.util.List;

/** A transaction of which the indexes are told what it changed. */
final class RecordingWriter implements BankStore.Writer {

  private final BankStore.Writer writer;
  private final IndexChanges changes;
  private BankSettings settings;
  private long sequence;
  private long entries;
  private boolean isRolledBack;

  RecordingWriter(BankStore.Writer writer, IndexChanges changes) {
    this.writer = writer;
    this.changes = changes;
    this.settings = writer.before().settings();
    this.sequence = writer.before().sequence();
    this.entries = writer.before().entries();
  }

  IndexChanges changes() {
    return changes;
  }

  /** The bank after this transaction. */
  BankStore.State after() {
    return sequence == writer.before().sequence()
        ? writer.before()
        : new BankStore.State(settings, sequence, writer.epoch(), entries);
  }

  boolean isRolledBack() {
    return isRolledBack;
  }

  @Override
  public BankStore.State before() {
    return writer.before();
  }

  @Override
  public long epoch() {
    return writer.epoch();
  }

  @Override
  public List<EntryEdit.Edited> editAll(List<? extends EntryEdit> edits) throws IOException {
    List<EntryEdit.Edited> edited = writer.editAll(edits);
    for (EntryEdit.Edited each : edited) {
      if (each.change().isPresent()) {
        Change change = each.change().get();
        changes.add(each.before(), change);
        sequence = change.sequence();
        entries += (change instanceof Change.Held ? 1 : 0) - (wasHeld(each) ? 1 : 0);
      }
    }
    return edited;
  }

  private static boolean wasHeld(EntryEdit.Edited edited) {
    return edited.before().filter(Change.Held.class::isInstance).isPresent();
  }

  @Override
  public void changeSettings(BankSettings newSettings) throws IOException {
    writer.changeSettings(newSettings);
    settings = newSettings;
    sequence++;
  }

  @Override
  public void setCheckpoint(String list, String position) throws IOException {
    writer.setCheckpoint(list, position);
  }

  @Override
  public void rollBack() {
    isRolledBack = true;
    writer.rollBack();
  }
}
