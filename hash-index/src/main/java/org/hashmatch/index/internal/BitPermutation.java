package org.hashmatch.index.internal;

/**
 * A fixed shuffle of the bits of a hash. Neighbouring bits of a PDQ hash depend on one another, so
 * substrings cut from it as it is fall into few buckets; shuffled bits fill the buckets evenly.
 *
 * <p>Distances do not change. The shuffle depends on the width alone and is the same in every
 * version: segment files name it by {@link #ID}.
 */
public final class BitPermutation {

  /** The number of this shuffle in segment files. Another shuffle would be another number. */
  public static final int ID = 1;

  /** Digits of pi; any number would do as long as it stays. */
  private static final long SEED = 3141592653589793238L;

  private static final int NIBBLE = 4;
  private static final int VALUES = 1 << NIBBLE;
  private static final int NIBBLES_PER_WORD = Long.SIZE / NIBBLE;

  private final int[] source;
  private final int words;
  // For each nibble of a hash and each value it can have: the hash with those bits in their new
  // places and zeros elsewhere. The shuffled hash is the sum of its nibbles.
  private final long[] shuffledNibbles;

  /**
   * Makes the permutation for a width.
   *
   * @param bits width of the hashes, a multiple of 64
   */
  public BitPermutation(int bits) {
    words = bits / Long.SIZE;
    source = shuffledOrder(bits);
    shuffledNibbles = new long[bits / NIBBLE * VALUES * words];
    for (int bit = 0; bit < bits; bit++) {
      enterBit(source[bit], bit);
    }
  }

  private static int[] shuffledOrder(int bits) {
    int[] order = new int[bits];
    for (int i = 0; i < bits; i++) {
      int j = (int) Long.remainderUnsigned(SplitMix.mix(SEED + i * SplitMix.STEP), i + 1);
      order[i] = order[j];
      order[j] = i;
    }
    return order;
  }

  private void enterBit(int from, int to) {
    int nibble = from / NIBBLE;
    for (int value = 0; value < VALUES; value++) {
      long bit = ((long) value >>> from % NIBBLE) & 1;
      shuffledNibbles[(nibble * VALUES + value) * words + to / Long.SIZE] |= bit << to;
    }
  }

  /**
   * Shuffles a hash.
   *
   * @param hash its words
   * @param shuffled gets its bits in their new places
   * @param offset where in {@code shuffled} the first word goes
   */
  public void apply(long[] hash, long[] shuffled, int offset) {
    for (int i = 0; i < words; i++) {
      shuffled[offset + i] = 0;
    }
    for (int word = 0; word < words; word++) {
      long rest = hash[word];
      for (int i = 0; i < NIBBLES_PER_WORD; i++) {
        int value = (int) rest & (VALUES - 1);
        addNibble((word * NIBBLES_PER_WORD + i) * VALUES + value, shuffled, offset);
        rest >>>= NIBBLE;
      }
    }
  }

  private void addNibble(int nibbleAndValue, long[] shuffled, int offset) {
    int from = nibbleAndValue * words;
    for (int i = 0; i < words; i++) {
      shuffled[offset + i] |= shuffledNibbles[from + i];
    }
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
}
