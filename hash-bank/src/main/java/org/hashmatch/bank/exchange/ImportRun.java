package org.hashmatch.bank.exchange;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.hashmatch.bank.Bank;
import org.hashmatch.bank.BankStore;
import org.hashmatch.bank.Change;
import org.hashmatch.bank.EntryEdit;
import org.hashmatch.bank.Origin;

/** One list on its way into one bank, inside the transaction. */
final class ImportRun implements ListSink {

  /** So many rows go to the store together. */
  private static final int BATCH = 1000;

  /**
   * So many entries may always be taken back: a tenth of a small list is less than a day's work.
   */
  private static final int ALWAYS_ALLOWED = 10;

  private final ListImport.Builder settings;
  private final Bank bank;
  private final BankStore.Writer writer;
  private final Predicate<Origin> ofSource;
  private final List<ListItem> items = new ArrayList<>(BATCH);
  private final List<EntryEdit> edits = new ArrayList<>(BATCH);
  private final RowFates fates = new RowFates();
  private final List<String> canaries = new ArrayList<>();
  private long rows;
  private long invalid;
  private long unsupported;
  private long partlyUnsupported;
  private long canaryHits;
  private long missing;
  private long firstSequence;
  private long lastSequence;

  ImportRun(ListImport.Builder settings, Bank bank, BankStore.Writer writer) {
    this.settings = settings;
    this.bank = bank;
    this.writer = writer;
    this.ofSource = origin -> settings.isOfSource(origin);
  }

  ImportReport run(InputStream in, ListReader reader) throws IOException {
    reader.read(in, this);
    flush();
    if (settings.isWhole) {
      withdrawMissing();
    }
    ImportStatus status = status();
    if (status != ImportStatus.APPLIED) {
      writer.rollBack();
    } else if (settings.checkpoint.isPresent()) {
      ListImport.Builder.Checkpoint at = settings.checkpoint.get();
      writer.setCheckpoint(at.list(), at.position());
    }
    return report(status);
  }

  // ---- Rows

  @Override
  public void item(ListItem item) throws IOException {
    rows++;
    items.add(item);
    edits.add(edit(item));
    if (items.size() == BATCH) {
      flush();
    }
  }

  @Override
  public void invalid(RowProblem problem) {
    rows++;
    invalid++;
    settings.problems.accept(problem);
  }

  @Override
  public void unsupported(RowProblem problem) {
    rows++;
    unsupported++;
    settings.problems.accept(problem);
  }

  @Override
  public void partlyUnsupported(RowProblem problem) {
    partlyUnsupported++;
    settings.problems.accept(problem);
  }

  private EntryEdit edit(ListItem item) {
    if (item instanceof ListItem.Known known) {
      return bank.replacement(known.entry());
    }
    Optional<Origin> origin = ((ListItem.Withdrawn) item).origin();
    return bank.withdrawal(
        item.id(), origin.<Predicate<Origin>>map(which -> which::equals).orElse(ofSource));
  }

  private void flush() throws IOException {
    List<EntryEdit.Edited> edited = writer.editAll(edits);
    for (int i = 0; i < edited.size(); i++) {
      ListItem item = items.get(i);
      RowFate fate = RowFate.of(item, edited.get(i).step());
      fates.add(key(edited.get(i)), item.id(), fate);
      fate.refusal().ifPresent(refusal -> refused(item, fate));
      note(item.id(), edited.get(i));
    }
    items.clear();
    edits.clear();
  }

  private static long key(EntryEdit.Edited edited) {
    return edited.before().or(edited::change).map(Change::key).orElse(0L);
  }

  private void refused(ListItem item, RowFate fate) {
    settings.problems.accept(new RowProblem(item.line(), "", "not taken: " + fate));
    if (fate == RowFate.HITS_CANARY) {
      canaryHits++;
      if (canaries.size() < ImportReport.MOST_CANARIES) {
        canaries.add(item.id());
      }
    }
  }

  private void note(String id, EntryEdit.Edited edited) {
    if (edited.change().isEmpty()) {
      return;
    }
    Change change = edited.change().get();
    if (firstSequence == 0) {
      firstSequence = change.sequence();
    }
    lastSequence = change.sequence();
    settings.changes.accept(new ListChange(kind(edited.before(), change), id));
  }

  private static ListChange.Kind kind(Optional<Change> before, Change change) {
    if (change instanceof Change.Gone) {
      return ListChange.Kind.REMOVED;
    }
    return before.isPresent() && before.get() instanceof Change.Held
        ? ListChange.Kind.UPDATED
        : ListChange.Kind.ADDED;
  }

  // ---- What the list does not name any more

  /*
   * Inside the transaction, and all the same it reads the bank as it was before: reading has a connection of its own,
   * which sees what is committed, and nobody else can commit now. Outside, an entry that came in between would be taken
   * back though nobody compared it with the list; or one would stay that should go.
   */

  private void withdrawMissing() throws IOException {
    bank.readChanges(
        0,
        change -> {
          if (settings.isOfSource(change) && !isNamed(change)) {
            edits.add(bank.withdrawal(change.id(), ofSource));
          }
          if (edits.size() == BATCH) {
            flushMissing();
          }
        });
    flushMissing();
  }

  private boolean isNamed(Change change) {
    return fates.has(change.key()) || settings.earlier.named().contains(change.id());
  }

  private void flushMissing() throws IOException {
    List<EntryEdit.Edited> edited = writer.editAll(edits);
    for (int i = 0; i < edited.size(); i++) {
      note(edits.get(i).id(), edited.get(i));
    }
    missing += edited.size();
    edits.clear();
  }

  // ---- Whether it may be taken

  private ImportStatus status() throws IOException {
    if (canaryHits > 0 && !settings.mayHitCanaries) {
      return ImportStatus.REFUSED_CANARY;
    }
    if (shrinksTooMuch()) {
      return ImportStatus.REFUSED_SHRINK;
    }
    return settings.isDry ? ImportStatus.DRY_RUN : ImportStatus.APPLIED;
  }

  private boolean shrinksTooMuch() throws IOException {
    long lost = withdrawn() + missing + settings.earlier.withdrawn();
    return !settings.mayShrink
        && lost > ALWAYS_ALLOWED
        && lost > settings.shrinkLimit * heldBefore();
  }

  /** Counting takes a pass over the bank. */
  private long heldBefore() throws IOException {
    return settings.earlier.held().isPresent()
        ? settings.earlier.held().getAsLong()
        : new ListImport(settings).held(bank) + settings.earlier.withdrawn();
  }

  private long withdrawn() {
    return fates.count(RowFate.REMOVED) + fates.count(RowFate.REDUCED);
  }

  private ImportReport report(ImportStatus status) {
    return new ImportReport(
        status,
        rows,
        fates.count(RowFate.ADDED),
        fates.count(RowFate.UPDATED),
        fates.count(RowFate.UNCHANGED),
        withdrawn(),
        fates.count(RowFate.NOT_THERE),
        fates.duplicates(),
        invalid,
        unsupported,
        fates.refusals(),
        partlyUnsupported,
        missing,
        canaries,
        firstSequence,
        lastSequence);
  }
}
