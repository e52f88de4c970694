package org.hashmatch.eval;

import java.util.Arrays;

/**
 * A hash table from distances to how often they occurred, without an object per entry: 16 bytes per
 * slot, at most half of them taken.
 */
final class DistanceTable {

  private static final int FIRST_SLOTS = 1 << 8;

  private double[] distances = new double[FIRST_SLOTS];

  /** Of the distance in the same slot; 0 marks a free one. */
  private long[] counts = new long[FIRST_SLOTS];

  private int size;

  void add(double distance, long count) {
    int slot = slot(distance);
    if (counts[slot] == 0) {
      distances[slot] = distance;
      size++;
    }
    counts[slot] += count;
    if (size > distances.length / 2) {
      grow();
    }
  }

  /** Of a distance that was added. */
  long count(double distance) {
    return counts[slot(distance)];
  }

  /** Each distance once, ascending. */
  double[] sorted() {
    double[] sorted = new double[size];
    int found = 0;
    for (int slot = 0; slot < counts.length; slot++) {
      if (counts[slot] != 0) {
        sorted[found++] = distances[slot];
      }
    }
    Arrays.sort(sorted);
    return sorted;
  }

  /** Where a distance is, or would be. */
  private int slot(double distance) {
    int mask = distances.length - 1;
    int slot = (int) SplitMix64.mix(Double.doubleToLongBits(distance)) & mask;
    while (counts[slot] != 0 && distances[slot] != distance) {
      slot = slot + 1 & mask;
    }
    return slot;
  }

  private void grow() {
    double[] oldDistances = distances;
    long[] oldCounts = counts;
    distances = new double[Math.multiplyExact(2, oldDistances.length)];
    counts = new long[distances.length];
    for (int i = 0; i < oldCounts.length; i++) {
      if (oldCounts[i] != 0) {
        int slot = slot(oldDistances[i]);
        distances[slot] = oldDistances[i];
        counts[slot] = oldCounts[i];
      }
    }
  }
}
