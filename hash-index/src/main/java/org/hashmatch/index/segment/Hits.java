package org.hashmatch.index.segment;

import java.util.Arrays;

/**
 * The entries that a search found: each a position in the index's order of insertion, with its
 * distance. Keeps all of them, or the best so many. Belongs to one thread.
 */
final class Hits {

  /** For searches that keep all. */
  static final int ALL = Integer.MAX_VALUE;

  private static final int POSITION_BITS = 48;
  private static final int LEAST_ROOM = 16;

  // Distance above, position below: the natural order of numbers is that of the answer.
  private long[] keys = new long[LEAST_ROOM];
  private int count;
  private int most = ALL;
  // Whatever is larger cannot be among the best so many.
  private long worst = Long.MAX_VALUE;

  void clear(int mostHits) {
    count = 0;
    most = mostHits;
    worst = Long.MAX_VALUE;
  }

  int count() {
    return count;
  }

  void add(int distance, long position) {
    long key = ((long) distance << POSITION_BITS) | position;
    if (key > worst) {
      return;
    }
    if (count / 2 >= most) {
      keepBest();
    }
    if (count == keys.length) {
      keys = Arrays.copyOf(keys, 2 * count);
    }
    keys[count++] = key;
  }

  private void keepBest() {
    Arrays.sort(keys, 0, count);
    count = most;
    worst = keys[most - 1];
  }

  /** Puts them in order, and drops what is too many. */
  void finish() {
    Arrays.sort(keys, 0, count);
    count = Math.min(count, most);
  }

  int distance(int rank) {
    return (int) (keys[rank] >>> POSITION_BITS);
  }

  long position(int rank) {
    return keys[rank] & ((1L << POSITION_BITS) - 1);
  }
}
