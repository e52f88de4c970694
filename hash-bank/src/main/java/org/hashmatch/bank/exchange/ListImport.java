package org.hashmatch.bank.exchange;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Consumer;
import org.hashmatch.bank.Bank;
import org.hashmatch.bank.BankStoreException;
import org.hashmatch.bank.Change;
import org.hashmatch.bank.Origin;

/**
 * Takes a list into a bank, in one transaction: all of it, or nothing if it is cut, shrinks the
 * bank too much or names innocent pictures. Searches go on meanwhile and see nothing of it before
 * it is on disk.
 *
 * <pre>{@code
 * ListImport list = ListImport.builder("demo-ngo").whole(true).build();
 * ImportReport report = list.into(bank, in, reader);
 * }</pre>
 *
 * <p>Rows stream through; of a list only a few bytes a row stay in memory, and the hashes that are
 * new to the bank's indexes. The bank's other changes wait for the end, so a list that arrives
 * slowly should be in a file or in memory first.
 *
 * <p>Immutable. Safe for any number of threads.
 */
public final class ListImport {

  private static final double SHRINK_LIMIT = 0.1;

  private final Builder settings;

  ListImport(Builder settings) {
    this.settings = new Builder(settings);
  }

  /**
   * Begins an import.
   *
   * @param source whose list it is: its origins are those of this source, and those whose source
   *     begins with this and a slash; 1 character or more
   * @return a builder of a list of changes that may take away a tenth
   * @throws IllegalArgumentException if the source is empty
   */
  public static Builder builder(String source) {
    return new Builder(source);
  }

  /**
   * Begins a changed copy.
   *
   * @return a builder that has all that this import has
   */
  public Builder toBuilder() {
    return new Builder(settings);
  }

  /**
   * Reads a list and takes it.
   *
   * @param bank takes it
   * @param in the list's bytes; not closed
   * @param reader of its format
   * @return what became of it
   * @throws ListException if it is not a list of this format at all, or ends before its end;
   *     nothing was taken
   * @throws BankStoreException if the bank is damaged; nothing was taken
   * @throws IOException if the list cannot be read, or the bank not written; nothing was taken
   */
  public ImportReport into(Bank bank, InputStream in, ListReader reader) throws IOException {
    return bank.write(writer -> new ImportRun(settings, bank, writer).run(in, reader));
  }

  /**
   * Counts the entries of the list's source. Reads all of the bank's.
   *
   * @param bank holds them
   * @return how many have an origin of this source
   * @throws BankStoreException if the bank is damaged
   * @throws IOException if the bank cannot be read
   */
  public long held(Bank bank) throws IOException {
    long[] held = new long[1];
    bank.readChanges(0, change -> held[0] += settings.isOfSource(change) ? 1 : 0);
    return held[0];
  }

  /**
   * What the pages of a list did that were taken before this one.
   *
   * @param withdrawn how many entries they took back; they count towards {@link
   *     Builder#shrinkLimit}
   * @param held how many entries of the source the bank held before them all; empty if nobody
   *     counted
   * @param named ids that they named, for a whole list; not copied, and may grow
   */
  public record Earlier(long withdrawn, OptionalLong held, Set<String> named) {

    static final Earlier NONE = new Earlier(0, OptionalLong.empty(), Set.of());
  }

  /** What is wished of an import. Not safe for several threads. */
  public static final class Builder {

    final String source;
    boolean isDry;
    boolean isWhole;
    double shrinkLimit = SHRINK_LIMIT;
    boolean mayShrink;
    boolean mayHitCanaries;
    Earlier earlier = Earlier.NONE;
    Optional<Checkpoint> checkpoint = Optional.empty();
    Consumer<RowProblem> problems = problem -> {};
    Consumer<ListChange> changes = change -> {};

    record Checkpoint(String list, String position) {}

    private Builder(String source) {
      if (source.isEmpty()) {
        throw new IllegalArgumentException("an import's source must have 1 character or more");
      }
      this.source = source;
    }

    private Builder(Builder other) {
      this.source = other.source;
      this.isDry = other.isDry;
      this.isWhole = other.isWhole;
      this.shrinkLimit = other.shrinkLimit;
      this.mayShrink = other.mayShrink;
      this.mayHitCanaries = other.mayHitCanaries;
      this.earlier = other.earlier;
      this.checkpoint = other.checkpoint;
      this.problems = other.problems;
      this.changes = other.changes;
    }

    boolean isOfSource(Change change) {
      return change instanceof Change.Held held
          && held.entry().origins().stream().anyMatch(this::isOfSource);
    }

    boolean isOfSource(Origin origin) {
      return origin.source().equals(source) || origin.source().startsWith(source + "/");
    }

    /**
     * Whether only to say what would be done; it is done without this.
     *
     * @param only whether nothing is changed
     * @return this
     */
    public Builder dryRun(boolean only) {
      this.isDry = only;
      return this;
    }

    /**
     * Whether the list is all that its source has; without this it has changes only. What a whole
     * list does not name any more is taken back. A row that is invalid names nothing.
     *
     * @param all whether it is
     * @return this
     */
    public Builder whole(boolean all) {
      this.isWhole = all;
      return this;
    }

    /**
     * How much a list may take back; a tenth without this. A list that was cut must not let through
     * what it was to stop. Up to 10 entries are always taken back.
     *
     * @param share of the entries that the bank holds of this source, 0..1
     * @return this
     * @throws IllegalArgumentException if the share is out of its range
     */
    public Builder shrinkLimit(double share) {
      if (!(share >= 0 && share <= 1)) {
        throw new IllegalArgumentException("shrink limit must be 0..1 (got " + share + ")");
      }
      this.shrinkLimit = share;
      return this;
    }

    /**
     * Whether it may take back any number, for one time after a person looked; it may not without
     * this.
     *
     * @param any whether it may
     * @return this
     */
    public Builder allowShrink(boolean any) {
      this.mayShrink = any;
      return this;
    }

    /**
     * Whether a list is refused whole of which a row is near a picture that is known to be
     * innocent; it is without this. Otherwise such rows are refused one by one.
     *
     * @param whole whether it is
     * @return this
     */
    public Builder refuseOnCanary(boolean whole) {
      this.mayHitCanaries = !whole;
      return this;
    }

    /**
     * How far the list was read, noted together with it; nothing is without this.
     *
     * @param list which list, 1..200 characters
     * @param position whatever is needed to go on, at most 4000 characters
     * @return this
     */
    public Builder checkpoint(String list, String position) {
      this.checkpoint = Optional.of(new Checkpoint(list, position));
      return this;
    }

    /**
     * Says that the list goes on from earlier ones, as a page from the pages before it.
     *
     * @param pages what those did
     * @return this
     */
    public Builder after(Earlier pages) {
      this.earlier = pages;
      return this;
    }

    /**
     * Is told of each row that was left out, or of a part of one, as it comes.
     *
     * @param consumer takes them; must not change the bank. What it throws ends the import
     * @return this
     */
    public Builder onProblem(Consumer<RowProblem> consumer) {
      this.problems = consumer;
      return this;
    }

    /**
     * Is told what each row does to the bank, as it comes: before it is known whether the list is
     * taken.
     *
     * @param consumer takes them; must not change the bank. What it throws ends the import
     * @return this
     */
    public Builder onChange(Consumer<ListChange> consumer) {
      this.changes = consumer;
      return this;
    }

    /**
     * Makes the import.
     *
     * @return the import
     */
    public ListImport build() {
      return new ListImport(this);
    }
  }
}
