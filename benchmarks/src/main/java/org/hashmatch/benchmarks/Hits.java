package org.hashmatch.benchmarks;

import java.util.Arrays;

/** The rows that one search found, each with its distance. Used again for the next search. */
final class Hits {

  // Row in the upper half, distance in the lower.
  private long[] found = new long[16];
  private int count;

  void clear() {
    count = 0;
  }

  void add(int row, int distance) {
    if (count == found.length) {
      found = Arrays.copyOf(found, 2 * count);
    }
    found[count++] = (long) row << Integer.SIZE | distance;
  }

  int count() {
    return count;
  }

  /** Rows and distances by row, for comparison with another search's. */
  long[] sorted() {
    long[] sorted = Arrays.copyOf(found, count);
    Arrays.sort(sorted);
    return sorted;
  }
}
