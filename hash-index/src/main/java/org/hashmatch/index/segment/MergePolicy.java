package org.hashmatch.index.segment;

import java.util.List;
import java.util.Set;

/**
 * Says which neighbouring parts to make one segment of, so that there are few segments, each search
 * having to visit them all, and yet no hash is merged too often.
 *
 * <p>What was added last, a full buffer or the segment of a batch, is merged with the segments
 * before it as long as each of these has less than {@value #RATIO} times what comes after it. So
 * every segment has at least {@value #RATIO} times the hashes of the next one: there are at most
 * about log<sub>4</sub>(n / 4,096) of them, and a hash is merged some four times for each fivefold
 * growth of the index. A segment of which a quarter was removed is merged alone.
 */
final class MergePolicy {

  private static final int RATIO = 4;
  private static final int REMOVED_RATIO = 4;
  private static final int MOST_ENTRIES = 1 << 28;
  // Spares small parts the trouble of being merged again and again.
  private static final int TOLERATED_REMOVED = 64;

  private final int mostEntries;

  MergePolicy(int width) {
    mostEntries = mostEntries(width);
  }

  /** How many entries a segment may have, with hashes of so many words. */
  static int mostEntries(int width) {
    return Math.min(MOST_ENTRIES, (Integer.MAX_VALUE - 8) / width);
  }

  /** Neighbouring parts: from the first number to the second, exclusive. */
  record Run(int from, int to) {

    boolean isEmpty() {
      return from == to;
    }
  }

  /**
   * Chooses what to merge next.
   *
   * @param parts all parts; the last one is still appended to, and never chosen
   * @param busy parts that are being merged; only what comes after them is considered
   * @return the parts to merge; empty if there is nothing to gain
   */
  Run next(List<LivePart> parts, Set<Part> busy) {
    int end = parts.size() - 1;
    int least = end;
    while (least > 0 && !busy.contains(parts.get(least - 1).part())) {
      least--;
    }
    Run latest = latest(parts, least, end);
    return latest.isEmpty() ? mostlyRemoved(parts, least, end) : latest;
  }

  private Run latest(List<LivePart> parts, int least, int end) {
    int from = end;
    long live = 0;
    while (from > least && (from == end || belongs(parts.get(from - 1), live))) {
      from--;
      live += parts.get(from).live();
    }
    boolean isMerged = end - from == 1 && parts.get(from).part() instanceof Segment;
    return new Run(isMerged ? end : from, end);
  }

  private boolean belongs(LivePart part, long liveAfter) {
    return part.live() + liveAfter <= mostEntries
        && (part.part() instanceof Buffer || part.live() < RATIO * liveAfter);
  }

  private static Run mostlyRemoved(List<LivePart> parts, int least, int end) {
    for (int i = least; i < end; i++) {
      int removed = parts.get(i).removed().count();
      if (removed > TOLERATED_REMOVED && removed > parts.get(i).entries() / REMOVED_RATIO) {
        return new Run(i, i + 1);
      }
    }
    return new Run(end, end);
  }
}
