package org.hashmatch.index.internal;

/** How a hash is cut into substrings of 16 bits: the first is the low end of the first word. */
final class Substring {

  static final int BITS = 16;
  static final int BUCKETS = 1 << BITS;
  private static final int PER_WORD = Long.SIZE / BITS;

  private Substring() {}

  /** How many substrings so many words have. */
  static int count(int words) {
    return words * PER_WORD;
  }

  /** The bits of one substring of the hash that starts at the offset: 0 to BUCKETS - 1. */
  static int of(long[] words, int offset, int index) {
    long word = words[offset + index / PER_WORD];
    return (int) (word >>> (index % PER_WORD * BITS)) & (BUCKETS - 1);
  }
}
