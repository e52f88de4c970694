package org.hashmatch.eval;

import org.hashmatch.hash.ImageHash;

/**
 * How often each bit is one, and each pair of bits together: all that {@link BitStatistics} needs
 * to remember of any number of hashes.
 */
final class BitCounts {

  private final int bits;

  /** Row i: how often bits i and i + j are both one; column 0 is bit i alone. */
  private final int[][] together;

  private int hashes;

  BitCounts(int bits) {
    this.bits = bits;
    this.together = new int[bits][];
    for (int i = 0; i < bits; i++) {
      together[i] = new int[bits - i];
    }
  }

  BitCounts(BitCounts other) {
    this.bits = other.bits;
    this.hashes = other.hashes;
    this.together = new int[bits][];
    for (int i = 0; i < bits; i++) {
      together[i] = other.together[i].clone();
    }
  }

  void add(ImageHash hash) {
    hashes = Math.incrementExact(hashes);
    int[] ones = ones(hash);
    for (int i = 0; i < ones.length; i++) {
      int[] row = together[ones[i]];
      for (int j = i; j < ones.length; j++) {
        row[ones[j] - ones[i]]++;
      }
    }
  }

  /** The numbers of the bits that are one, ascending. */
  private static int[] ones(ImageHash hash) {
    int[] ones = new int[hash.bitCount()];
    int found = 0;
    for (int i = 0; i < hash.algorithm().words(); i++) {
      for (long word = hash.word(i); word != 0; word &= word - 1) {
        ones[found++] = i * Long.SIZE + Long.numberOfTrailingZeros(word);
      }
    }
    return ones;
  }

  int bits() {
    return bits;
  }

  int hashes() {
    return hashes;
  }

  /** In how many hashes a bit is one. */
  int ones(int bit) {
    return together[bit][0];
  }

  /** In how many hashes both bits are one; first must not be greater than second. */
  int together(int first, int second) {
    return together[first][second - first];
  }

  boolean isConstant(int bit) {
    return ones(bit) == 0 || ones(bit) == hashes;
  }

  /** In how many pairs of hashes a bit differs. */
  long pairsThatDiffer(int bit) {
    return (long) ones(bit) * (hashes - ones(bit));
  }

  /** In how many pairs of hashes both bits differ: one has both and the other none, or one each. */
  long pairsThatDiffer(int first, int second) {
    long both = together(first, second);
    long onlyFirst = ones(first) - both;
    long onlySecond = ones(second) - both;
    long neither = hashes - both - onlyFirst - onlySecond;
    return both * neither + onlyFirst * onlySecond;
  }

  /** Pearson's coefficient of two bits of which neither is constant. */
  double correlation(int first, int second) {
    long covariance = (long) hashes * together(first, second) - (long) ones(first) * ones(second);
    double scale =
        Math.sqrt((double) pairsThatDiffer(first)) * Math.sqrt((double) pairsThatDiffer(second));
    return Math.max(-1, Math.min(1, covariance / scale));
  }
}
