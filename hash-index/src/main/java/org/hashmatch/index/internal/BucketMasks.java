package org.hashmatch.index.internal;

/**
 * The 65,536 ways to change a substring, fewest changed bits first: so the buckets within any
 * distance of a substring are a prefix, and those at exactly one distance, a shell, are a slice.
 */
final class BucketMasks {

  private static final char[] MASKS = new char[Substring.BUCKETS];
  // ENDS[w + 1] is the end of the slice of weight w, ENDS[w] its start.
  private static final int[] ENDS = new int[Substring.BITS + 2];

  static {
    int count = 0;
    for (int weight = 0; weight <= Substring.BITS; weight++) {
      for (int mask = 0; mask < Substring.BUCKETS; mask++) {
        if (Integer.bitCount(mask) == weight) {
          MASKS[count++] = (char) mask;
        }
      }
      ENDS[weight + 1] = count;
    }
  }

  private BucketMasks() {}

  static int mask(int index) {
    return MASKS[index];
  }

  /** How many masks change at most so many bits; none for -1. */
  static int within(int distance) {
    return ENDS[distance + 1];
  }
}
