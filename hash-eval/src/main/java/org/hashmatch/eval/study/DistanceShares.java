package org.hashmatch.eval.study;

import org.hashmatch.eval.DistanceCounts;

/** Which share of pairs lies within each level. */
final class DistanceShares {

  private final long[] counts;
  private final long[] cumulative;

  DistanceShares(long[] counts) {
    this.counts = counts;
    this.cumulative = counts.clone();
    for (int level = 1; level < counts.length; level++) {
      cumulative[level] += cumulative[level - 1];
    }
  }

  long count(int level) {
    return counts[level];
  }

  long total() {
    return cumulative[cumulative.length - 1];
  }

  double within(int level) {
    return (double) cumulative[level] / total();
  }

  DistanceCounts toCounts() {
    DistanceCounts.Builder builder = DistanceCounts.builder();
    for (int level = 0; level < counts.length; level++) {
      builder.add(level, counts[level]);
    }
    return builder.build();
  }
}
