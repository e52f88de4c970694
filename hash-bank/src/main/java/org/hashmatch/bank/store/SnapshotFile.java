package org.hashmatch.bank.store;

import java.io.EOFException;
import java.io.IOException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.hashmatch.bank.AddOutcome;
import org.hashmatch.bank.Bank;
import org.hashmatch.bank.BankSettings;
import org.hashmatch.bank.BankStore;
import org.hashmatch.bank.Change;
import org.hashmatch.bank.EntryEdit;
import org.jspecify.annotations.Nullable;

/**
 * All that a bank holds or held at one moment, in one signed file: to be carried to another place,
 * and to be gone back to. The package describes every byte.
 *
 * <p>Opening proves all of it before a row is given out: checksums, signature, key and counts; what
 * changes afterwards is noticed when it is read. A file that was not signed, or by somebody who is
 * not trusted, is refused unless that is asked for by name. What the file says of time and sequence
 * is the signer's word.
 *
 * <p>Sealed with a {@link BankKey}, nobody without the key reads ids, hashes or labels in it; name
 * and policy of the bank, its sequence and how many entries it has stay readable.
 *
 * <p>Immutable, and safe for any number of threads. Memory is that of one block of rows, a quarter
 * of a megabyte.
 */
public final class SnapshotFile {

  private static final String CHECKPOINT = "snapshot:";
  private static final String UNSIGNED = "unsigned";
  private static final int EDITS_AT_A_TIME = 1000;

  private final Path file;
  private final SnapshotReader.Outline outline;
  private final @Nullable BankKey key;
  private final boolean isProven;

  private SnapshotFile(
      Path file, SnapshotReader.Outline outline, @Nullable BankKey key, boolean isProven) {
    this.file = file;
    this.outline = outline;
    this.key = key;
    this.isProven = isProven;
  }

  // ---- Writing

  /**
   * Writes all that a bank holds or held, signed, in place of what the file was before. Whoever
   * opens the file meanwhile, or after a crash, has the old one or the new one, whole. The bank may
   * be changed meanwhile; the file has one moment of it.
   *
   * @param file where; its folder exists
   * @param bank the bank
   * @param signer who signs
   * @param key to seal it with; empty: it can be read by whoever has it
   * @throws IOException if the bank cannot be read or is damaged, or the file cannot be written
   */
  public static void write(Path file, Bank bank, SigningKey signer, Optional<BankKey> key)
      throws IOException {
    SnapshotWriter.write(file, bank, now(), signer, key.orElse(null));
  }

  /**
   * Writes all that a bank holds or held, as {@link #write} does but signed by nobody: anybody can
   * change it unseen.
   *
   * @param file where; its folder exists
   * @param bank the bank
   * @param key to seal it with; empty: it can be read by whoever has it
   * @throws IOException if the bank cannot be read or is damaged, or the file cannot be written
   */
  public static void writeUnsigned(Path file, Bank bank, Optional<BankKey> key) throws IOException {
    SnapshotWriter.write(file, bank, now(), null, key.orElse(null));
  }

  private static Instant now() {
    return Clock.systemUTC().instant().truncatedTo(ChronoUnit.MILLIS);
  }

  // ---- Opening

  /**
   * Opens a file and proves all of it. Reads it twice.
   *
   * @param file what {@link #write} wrote
   * @param trusted whose files are taken
   * @param key the one that it was sealed with; empty if it is not sealed
   * @return the snapshot
   * @throws SnapshotException if it is not a snapshot, of another version, damaged, not signed by
   *     one of them, or sealed otherwise
   * @throws java.nio.file.NoSuchFileException if there is no such file
   * @throws IOException if it cannot be read
   */
  public static SnapshotFile open(Path file, Collection<TrustedKey> trusted, Optional<BankKey> key)
      throws IOException {
    SnapshotReader.Outline outline = outline(file);
    checkSigner(file, outline, trusted);
    return proven(new SnapshotFile(file, outline, key.orElse(null), true));
  }

  /**
   * Opens a file whoever made it: it is whole, but may be forged. Reads it twice.
   *
   * @param file what {@link #write} or {@link #writeUnsigned} wrote, or somebody else
   * @param key the one that it was sealed with; empty if it is not sealed
   * @return the snapshot, without a signer
   * @throws SnapshotException if it is not a snapshot, of another version, damaged, or sealed
   *     otherwise
   * @throws java.nio.file.NoSuchFileException if there is no such file
   * @throws IOException if it cannot be read
   */
  public static SnapshotFile openUnsigned(Path file, Optional<BankKey> key) throws IOException {
    return proven(new SnapshotFile(file, outline(file), key.orElse(null), false));
  }

  private static SnapshotReader.Outline outline(Path file) throws IOException {
    try (SnapshotReader reader = SnapshotReader.open(file)) {
      return reader.outline();
    }
  }

  private static void checkSigner(
      Path file, SnapshotReader.Outline outline, Collection<TrustedKey> trusted)
      throws SnapshotException {
    String signer = outline.head().signer();
    if (signer.isEmpty() || outline.signature().length == 0) {
      throw new SnapshotException(file, "is not signed");
    }
    TrustedKey signerKey =
        trusted.stream()
            .filter(each -> each.id().equals(signer))
            .findFirst()
            .orElseThrow(
                () -> new SnapshotException(file, "is signed by a key that is not trusted"));
    if (!signerKey.hasSigned(outline.digest(), outline.signature())) {
      throw new SnapshotException(file, "its signature is not that of key " + signer);
    }
  }

  private static SnapshotFile proven(SnapshotFile snapshot) throws IOException {
    snapshot.checkKey();
    snapshot.forEach(change -> {});
    return snapshot;
  }

  private void checkKey() throws SnapshotException {
    if (outline.head().isSealed() && key == null) {
      throw new SnapshotException(file, "is sealed; its key is needed");
    }
    if (!outline.head().isSealed() && key != null) {
      throw new SnapshotException(file, "is not sealed; a key was given");
    }
  }

  // ---- What it says

  /**
   * What the bank was.
   *
   * @return name, algorithms and policy
   */
  public BankSettings settings() {
    return outline.tail().settings();
  }

  /**
   * Which moment of the bank it is.
   *
   * @return the bank's last change
   */
  public long sequence() {
    return outline.tail().sequence();
  }

  /**
   * Which line of the bank's history that change belongs to: see {@link BankStore#isPast}.
   *
   * @return the epoch
   */
  public long epoch() {
    return outline.tail().epoch();
  }

  /**
   * When it was written.
   *
   * @return to the millisecond, by the signer's clock
   */
  public Instant createdAt() {
    return outline.head().createdAt();
  }

  /**
   * How many entries it has.
   *
   * @return 0 or more, without those that were removed
   */
  public long held() {
    return outline.tail().held();
  }

  /**
   * How many entries it says were removed.
   *
   * @return 0 or more
   */
  public long gone() {
    return outline.tail().gone();
  }

  /**
   * Who signed it.
   *
   * @return the id of a key that was trusted when it was opened; empty if it was opened whoever
   *     made it
   */
  public Optional<String> signer() {
    return isProven ? Optional.of(outline.head().signer()) : Optional.empty();
  }

  /**
   * Reads all rows, in the order of their last changes. Their keys are their places in the file.
   *
   * @param sink takes them
   * @throws SnapshotException if the file is not what it was when it was opened
   * @throws IOException if it cannot be read, or the sink fails
   */
  public void forEach(BankStore.ChangeSink sink) throws IOException {
    Counter counter = new Counter(sink);
    try (SnapshotReader reader = SnapshotReader.open(file)) {
      reader.header();
      for (int number = 0; number < outline.blockDigests().size(); number++) {
        byte[] body = reader.block(number);
        byte[] digest = SnapshotFormat.sha256().digest(body);
        if (!MessageDigest.isEqual(digest, outline.blockDigests().get(number))) {
          throw new SnapshotException(file, "was changed since it was opened");
        }
        for (Change change : rows(number, body, counter.rows())) {
          counter.accept(change);
        }
      }
    } catch (EOFException e) {
      throw new SnapshotException(file, "was changed since it was opened", e);
    }
    counter.check();
  }

  private List<Change> rows(int number, byte[] body, long before) throws SnapshotException {
    try {
      byte[] plain =
          key == null ? body : key.open(body, SnapshotFormat.owner(outline.header(), number));
      return FieldReader.read(
          plain,
          in -> {
            List<Change> rows = new ArrayList<>();
            while (in.hasMore()) {
              rows.add(SnapshotFormat.row(in, before + rows.size() + 1));
            }
            return rows;
          });
    } catch (IllegalArgumentException e) {
      throw new SnapshotException(
          file, "damaged (block " + number + ": " + e.getMessage() + ")", e);
    }
  }

  /** Rows of a file that a trusted signer made may still not be what its trailer says. */
  private final class Counter {

    private final BankStore.ChangeSink sink;
    private long held;
    private long gone;
    private long sequence;

    Counter(BankStore.ChangeSink sink) {
      this.sink = sink;
    }

    long rows() {
      return held + gone;
    }

    void accept(Change change) throws IOException {
      if (change.sequence() <= sequence || change.sequence() > sequence()) {
        throw new SnapshotException(file, "damaged (row " + (rows() + 1) + " is out of order)");
      }
      sequence = change.sequence();
      held += change instanceof Change.Held ? 1 : 0;
      gone += change instanceof Change.Held ? 0 : 1;
      sink.accept(change);
    }

    void check() throws SnapshotException {
      if (held != held() || gone != gone()) {
        throw new SnapshotException(
            file, "damaged (" + (held() + gone()) + " rows expected, " + rows() + " found)");
      }
    }
  }

  // ---- Applying

  /**
   * What applying a snapshot came to.
   *
   * @param added entries that the bank did not have
   * @param updated entries that it had otherwise
   * @param removed entries that it had, and that the snapshot says were removed
   * @param unchanged rows that changed nothing
   */
  public record Applied(long added, long updated, long removed, long unchanged) {}

  /**
   * Fills a new bank with it, in one step. The bank's sequence is its own.
   *
   * @param bank just created, with {@link #settings} or others of the same algorithms
   * @return what was added, and how many removals were noted: as unchanged
   * @throws IllegalArgumentException if the bank was changed before, or looks up other algorithms
   * @throws IOException if the snapshot cannot be read, or the bank's store not written; nothing
   *     was changed then
   */
  public Applied restoreInto(Bank bank) throws IOException {
    if (bank.health().sequence() > 0) {
      throw new IllegalArgumentException(
          "a snapshot is restored into a new bank (this one has "
              + bank.health().sequence()
              + " changes)");
    }
    return apply(bank, false);
  }

  /**
   * Makes a bank hold, in one step, of every id in it what it says: its entry, or that it was
   * removed. What was decided here about these entries gives way; entries whose ids it does not
   * have stay, and so do the bank's settings. The bank notes signer, sequence and name.
   *
   * @param bank the bank; looks up the same algorithms
   * @return what was changed
   * @throws SnapshotException if what this bank took from the same signer before was a later
   *     sequence, or of a bank of another name: whoever can only replay old files cannot bring back
   *     what was removed, nor take away what was added
   * @throws IllegalArgumentException if the bank looks up other algorithms
   * @throws IOException if the snapshot cannot be read, or the bank's store not written; nothing
   *     was changed then
   */
  public Applied apply(Bank bank) throws IOException {
    return apply(bank, false);
  }

  /**
   * Applies it as {@link #apply} does, also if it is older than the one before, or of a bank of
   * another name: to go back on purpose.
   *
   * @param bank the bank; looks up the same algorithms
   * @return what was changed
   * @throws IllegalArgumentException if the bank looks up other algorithms
   * @throws IOException if the snapshot cannot be read, or the bank's store not written; nothing
   *     was changed then
   */
  public Applied applyEvenIfOlder(Bank bank) throws IOException {
    return apply(bank, true);
  }

  private Applied apply(Bank bank, boolean evenIfOlder) throws IOException {
    if (!bank.settings().policy().radii().keySet().equals(settings().policy().radii().keySet())) {
      throw new IllegalArgumentException(
          "bank "
              + bank.settings().name()
              + " looks up "
              + bank.settings().policy().radii().keySet()
              + " hashes, the snapshot's bank "
              + settings().policy().radii().keySet());
    }
    String checkpoint = CHECKPOINT + signer().orElse(UNSIGNED);
    return bank.write(
        writer -> {
          // Within the transaction: whoever else applies one waits until this is noted.
          Optional<String> before = bank.checkpoint(checkpoint);
          if (!evenIfOlder && before.isPresent()) {
            checkFollows(before.get());
          }
          Application application = new Application(writer);
          forEach(application::add);
          writer.setCheckpoint(checkpoint, sequence() + " " + settings().name());
          return application.finish();
        });
  }

  private void checkFollows(String position) throws SnapshotException {
    int space = position.indexOf(' ');
    long sequence = Long.parseLong(position.substring(0, Math.max(0, space)));
    String name = position.substring(space + 1);
    if (!name.equals(settings().name())) {
      throw new SnapshotException(
          file, "is of bank " + settings().name() + "; applied before was one of " + name);
    }
    if (sequence() < sequence) {
      throw new SnapshotException(
          file,
          "is older than the one applied before (sequence "
              + sequence()
              + ", before "
              + sequence
              + ")");
    }
  }

  /** A transaction that takes rows, many at a time. */
  private static final class Application {

    private final BankStore.Writer writer;
    private final List<Restore> waiting = new ArrayList<>();
    private long added;
    private long updated;
    private long removed;
    private long unchanged;

    Application(BankStore.Writer writer) {
      this.writer = writer;
    }

    void add(Change change) throws IOException {
      waiting.add(new Restore(change));
      if (waiting.size() == EDITS_AT_A_TIME) {
        flush();
      }
    }

    private void flush() throws IOException {
      writer.editAll(waiting).forEach(this::count);
      waiting.clear();
    }

    private void count(EntryEdit.Edited edited) {
      boolean wasHeld = edited.before().filter(Change.Held.class::isInstance).isPresent();
      if (edited.step() instanceof EntryEdit.Step.Put) {
        added += wasHeld ? 0 : 1;
        updated += wasHeld ? 1 : 0;
      } else if (edited.step() instanceof EntryEdit.Step.Remove && wasHeld) {
        removed++;
      } else {
        unchanged++;
      }
    }

    Applied finish() throws IOException {
      flush();
      return new Applied(added, updated, removed, unchanged);
    }
  }

  /** Has the bank hold what a row says. */
  private record Restore(Change row) implements EntryEdit {

    @Override
    public String id() {
      return row.id();
    }

    @Override
    public Step decide(Optional<Change> held) {
      if (row instanceof Change.Held wanted) {
        boolean isThere =
            held.isPresent()
                && held.get() instanceof Change.Held there
                && there.entry().equals(wanted.entry());
        return isThere
            ? new Step.Keep(AddOutcome.UNCHANGED)
            : new Step.Put(
                wanted.entry(), held.isPresent() ? AddOutcome.UPDATED : AddOutcome.ADDED);
      }
      Change.Gone wanted = (Change.Gone) row;
      boolean isGone =
          held.isPresent()
              && held.get() instanceof Change.Gone there
              && there.reason() == wanted.reason();
      return isGone
          ? new Step.Keep(AddOutcome.UNCHANGED)
          : new Step.Remove(wanted.reason(), wanted.at());
    }
  }
}
