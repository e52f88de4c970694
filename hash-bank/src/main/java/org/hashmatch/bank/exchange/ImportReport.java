package org.hashmatch.bank.exchange;

import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.hashmatch.bank.AddOutcome;

/**
 * What became of a list. Each row is counted once: {@code rows} is the sum of {@code added} to
 * {@code unsupported} and all of {@code refused}. Of several rows of one id the last that the bank
 * takes wins: together they are counted once for what came of them, and the others as duplicates.
 *
 * @param status whether it was taken; if not, the numbers say what would have been done
 * @param rows how many rows were read
 * @param added entries that the bank did not hold
 * @param updated entries of which the bank now holds other things
 * @param unchanged entries that the bank held like that
 * @param withdrawn entries that the list took back; they are gone if nobody else vouches for them
 * @param notThere rows that take back what the bank does not hold of this source
 * @param duplicate rows whose id another row has too
 * @param invalid rows that are not as the format wants them
 * @param unsupported rows of a kind that is not used here
 * @param refused rows that the bank does not take, by the reason
 * @param partlyUnsupported rows, among those above, of which a part is not used here
 * @param missing entries of the source that a whole list does not name any more, and so takes back;
 *     they have no row
 * @param canaries ids of the first rows that are near an innocent picture, at most 20
 * @param firstSequence number of the first change that it made to the bank; 0 if it made none
 * @param lastSequence number of the last change that it made; 0 if it made none
 */
public record ImportReport(
    ImportStatus status,
    long rows,
    long added,
    long updated,
    long unchanged,
    long withdrawn,
    long notThere,
    long duplicate,
    long invalid,
    long unsupported,
    Map<AddOutcome, Long> refused,
    long partlyUnsupported,
    long missing,
    List<String> canaries,
    long firstSequence,
    long lastSequence) {

  /** Of no list at all. */
  public static final ImportReport NONE =
      new ImportReport(
          ImportStatus.APPLIED, 0, 0, 0, 0, 0, 0, 0, 0, 0, Map.of(), 0, 0, List.of(), 0, 0);

  static final int MOST_CANARIES = 20;

  /**
   * Copies the collections.
   *
   * @param status as above
   * @param rows as above
   * @param added as above
   * @param updated as above
   * @param unchanged as above
   * @param withdrawn as above
   * @param notThere as above
   * @param duplicate as above
   * @param invalid as above
   * @param unsupported as above
   * @param refused as above
   * @param partlyUnsupported as above
   * @param missing as above
   * @param canaries as above
   * @param firstSequence as above
   * @param lastSequence as above
   */
  public ImportReport {
    Map<AddOutcome, Long> copy = new EnumMap<>(AddOutcome.class);
    copy.putAll(refused);
    refused = Collections.unmodifiableMap(copy);
    canaries = List.copyOf(canaries);
  }

  /**
   * How many rows the bank does not take.
   *
   * @return the sum of {@link #refused}
   */
  public long refusedRows() {
    return refused.values().stream().mapToLong(Long::longValue).sum();
  }

  /**
   * What became of two lists, one after the other.
   *
   * @param next of the later one
   * @return the sums; the status is the later one's
   */
  public ImportReport plus(ImportReport next) {
    Map<AddOutcome, Long> allRefused = new EnumMap<>(AddOutcome.class);
    allRefused.putAll(refused);
    next.refused.forEach((outcome, count) -> allRefused.merge(outcome, count, Long::sum));
    return new ImportReport(
        next.status,
        rows + next.rows,
        added + next.added,
        updated + next.updated,
        unchanged + next.unchanged,
        withdrawn + next.withdrawn,
        notThere + next.notThere,
        duplicate + next.duplicate,
        invalid + next.invalid,
        unsupported + next.unsupported,
        allRefused,
        partlyUnsupported + next.partlyUnsupported,
        missing + next.missing,
        Stream.concat(canaries.stream(), next.canaries.stream()).limit(MOST_CANARIES).toList(),
        firstSequence == 0 ? next.firstSequence : firstSequence,
        next.lastSequence == 0 ? lastSequence : next.lastSequence);
  }
}
