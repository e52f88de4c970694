package org.hashmatch.index.internal;

/** How a hash is cut into substrings of 16 bits: the first is the low end of the first word. */
public final class Substring {

  /** Values that a substring can have. */
  public static final int BUCKETS = 1 << 16;

  static final int BITS = 16;
  private static final int PER_WORD = Long.SIZE / BITS;

  private Substring() {}

  /**
   * How many substrings a hash has.
   *
   * @param words words of the hash
   * @return 4 for each
   */
  public static int count(int words) {
    return words * PER_WORD;
  }

  /** The substring after this one of so many, in the ring that they form. */
  static int next(int index, int count) {
    return index + 1 == count ? 0 : index + 1;
  }

  /** The bits of one substring of the hash that starts at the offset: 0 to BUCKETS - 1. */
  static int of(long[] words, int offset, int index) {
    return ofWord(words[offset + word(index)], index);
  }

  /** The number of the word that holds a substring. */
  static int word(int index) {
    return index / PER_WORD;
  }

  /** The bits of one substring, of the word that holds it. */
  static int ofWord(long word, int index) {
    return (int) (word >>> (index % PER_WORD * BITS)) & (BUCKETS - 1);
  }
}
