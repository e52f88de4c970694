package org.hashmatch.benchmarks;

import org.hashmatch.index.internal.BitPermutation;
import org.hashmatch.testdata.hashes.HashRows;

/**
 * A bank's hashes as multi-index hashing looks at them: shuffled as ours are, so that peers differ
 * from it in nothing but how they search, and cut into 16 substrings of 16 bits.
 */
final class SubstringTable {

  static final int SUBSTRINGS = 16;
  private static final int BITS = 16;
  static final int BUCKETS = 1 << BITS;
  private static final int PER_WORD = Long.SIZE / BITS;
  private static final BitPermutation SHUFFLE = new BitPermutation(HashRows.BITS);
  // All ways to change a substring, fewest changed bits first.
  private static final char[] MASKS = new char[BUCKETS];
  // WITHIN[t + 1] masks change at most t bits.
  private static final int[] WITHIN = new int[BITS + 2];

  static {
    int count = 0;
    for (int weight = 0; weight <= BITS; weight++) {
      for (int mask = 0; mask < BUCKETS; mask++) {
        if (Integer.bitCount(mask) == weight) {
          MASKS[count++] = (char) mask;
        }
      }
      WITHIN[weight + 1] = count;
    }
  }

  private final long[] words;

  SubstringTable(long[] rows) {
    words = new long[rows.length];
    for (int row = 0; row < HashRows.count(rows); row++) {
      SHUFFLE.apply(HashRows.row(rows, row), words, row * HashRows.WORDS);
    }
  }

  /** Which bits of a hash lie together in the first substrings, once it is shuffled. */
  static int[] bitsOfFirst(int substrings) {
    int[] bits = new int[substrings * BITS];
    for (int i = 0; i < bits.length; i++) {
      bits[i] = SHUFFLE.source(i);
    }
    return bits;
  }

  static long[] shuffled(long[] hash) {
    long[] shuffled = new long[HashRows.WORDS];
    SHUFFLE.apply(hash, shuffled, 0);
    return shuffled;
  }

  static int substring(long[] shuffled, int index) {
    return at(shuffled, 0, index);
  }

  /** How far from the query to probe if r + 1 steps are dealt evenly; -1 leaves one out. */
  static int threshold(int substring, int radius) {
    int steps = radius + 1;
    return steps / SUBSTRINGS - (substring < steps % SUBSTRINGS ? 0 : 1);
  }

  /** How many masks change no more bits than this. */
  static int masksWithin(int threshold) {
    return WITHIN[threshold + 1];
  }

  static int mask(int index) {
    return MASKS[index];
  }

  int rows() {
    return HashRows.count(words);
  }

  int substring(int row, int index) {
    return at(words, row * HashRows.WORDS, index);
  }

  int distance(long[] shuffled, int row) {
    return HashRows.distance(shuffled, words, row);
  }

  private static int at(long[] words, int start, int index) {
    long word = words[start + index / PER_WORD];
    return (int) (word >>> (index % PER_WORD * BITS)) & (BUCKETS - 1);
  }
}
