package org.hashmatch.hash.algorithm;

import java.util.Arrays;

/** The median as NumPy computes it; reusable, not safe for threads. */
final class Median {

  private final double[] sorted;

  /** For this many values, an even number. */
  Median(int size) {
    this.sorted = new double[size];
  }

  /** The mean of the two middle ones among the values from {@code start}. */
  double of(double[] values, int start) {
    System.arraycopy(values, start, sorted, 0, sorted.length);
    Arrays.sort(sorted);
    int middle = sorted.length / 2;
    return (sorted[middle - 1] + sorted[middle]) / 2;
  }

  /** Whether the two middle ones, of the values asked for last, are equal. */
  boolean isTied() {
    int middle = sorted.length / 2;
    return sorted[middle - 1] == sorted[middle];
  }
}
