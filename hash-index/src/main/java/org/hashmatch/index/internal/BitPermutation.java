package org.hashmatch.index.internal;

/**
 * A fixed shuffle of the bits of a hash. Neighbouring bits of a PDQ hash depend on one another, so
 * substrings cut from it as it is fall into few buckets; shuffled bits fill the buckets evenly.
 *
 * <p>Distances do not change. The shuffle depends on the width alone and is the same in every
 * version.
 */
public final class BitPermutation {

  /** Digits of pi; any number would do as long as it stays. */
  private static final long SEED = 3141592653589793238L;

  private final int[] source;

  /**
   * Makes the permutation for a width.
   *
   * @param bits width of the hashes
   */
  public BitPermutation(int bits) {
    source = new int[bits];
    for (int i = 0; i < bits; i++) {
      int j = (int) Long.remainderUnsigned(SplitMix.mix(SEED + i * SplitMix.STEP), i + 1);
      source[i] = source[j];
      source[j] = i;
    }
  }

  /**
   * Shuffles a hash.
   *
   * @param words the hash
   * @return its bits in their new places
   */
  public long[] apply(long[] words) {
    long[] shuffled = new long[words.length];
    for (int i = 0; i < source.length; i++) {
      shuffled[i / Long.SIZE] |= bit(words, source[i]) << i;
    }
    return shuffled;
  }

  /**
   * Where a bit comes from.
   *
   * @param bit a bit of the shuffled hash
   * @return the same bit's number in the hash as it was
   */
  public int source(int bit) {
    return source[bit];
  }

  private static long bit(long[] words, int index) {
    return words[index / Long.SIZE] >>> index & 1;
  }
}
