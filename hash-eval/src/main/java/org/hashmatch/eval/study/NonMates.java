package org.hashmatch.eval.study;

import java.util.List;

/**
 * How often each distance occurred between different pictures: by the picture that is looked for,
 * and by the half of the study to which the one in the bank belongs.
 */
final class NonMates {

  private final int[][][] counts;
  private final List<NearPair> nearest;

  private NonMates(int[][][] counts, List<NearPair> nearest) {
    this.counts = counts;
    this.nearest = nearest;
  }

  /** Adds the counts by distance of one picture that is looked for. */
  void addTo(long[] sum, int query, int bankHalf) {
    int[] some = counts[query][bankHalf];
    for (int distance = 0; distance < some.length; distance++) {
      sum[distance] += some[distance];
    }
  }

  /** How many pairs of one picture lie within a radius. */
  long within(int query, int bankHalf, int radius) {
    long within = 0;
    for (int distance = 0; distance <= radius; distance++) {
      within += counts[query][bankHalf][distance];
    }
    return within;
  }

  long total(int query, int bankHalf) {
    return within(query, bankHalf, counts[query][bankHalf].length - 1);
  }

  /** All counts by distance. */
  long[] all() {
    long[] sum = new long[counts[0][0].length];
    for (int query = 0; query < counts.length; query++) {
      addTo(sum, query, 0);
      addTo(sum, query, 1);
    }
    return sum;
  }

  List<NearPair> nearest() {
    return nearest;
  }

  /** Counts. */
  static final class Builder {

    private final int[][][] counts;
    private final NearPairs nearest = new NearPairs();

    Builder(int pictures, int levels) {
      counts = new int[pictures][2][levels];
    }

    void add(int query, int bankHalf, int distance, int attack, int bank) {
      counts[query][bankHalf][distance]++;
      nearest.add(distance, query, attack, bank);
    }

    NonMates build() {
      return new NonMates(counts, nearest.list());
    }
  }
}
