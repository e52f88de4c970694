package org.hashmatch.testdata.hashes;

/** Hashes at an exact distance from others. */
final class Flips {

  private static final int FEWEST_OF_NEAR = 5;
  private static final int MOST_OF_NEAR = 31;

  private Flips() {}

  /** A copy of the hash with so many of its bits, all of them different ones, flipped. */
  static long[] of(long[] hash, int flips, ItemRandom random) {
    long[] flipped = new long[HashRows.WORDS];
    for (int left = flips; left > 0; ) {
      int bit = random.below(HashRows.BITS);
      long before = flipped[bit / Long.SIZE];
      flipped[bit / Long.SIZE] |= 1L << bit;
      left -= before == flipped[bit / Long.SIZE] ? 0 : 1;
    }
    for (int i = 0; i < HashRows.WORDS; i++) {
      flipped[i] ^= hash[i];
    }
    return flipped;
  }

  /** Any of the bank's first rows with 5 to 31 bits flipped, all equally likely. */
  static long[] near(long[] bank, int firstRows, long seed, int rows) {
    int choice = Math.min(firstRows, HashRows.count(bank));
    return HashRows.of(
        rows,
        i -> {
          ItemRandom random = ItemRandom.ofItem(seed, i);
          long[] member = HashRows.row(bank, random.below(choice));
          int flips = FEWEST_OF_NEAR + random.below(MOST_OF_NEAR - FEWEST_OF_NEAR + 1);
          return of(member, flips, random);
        });
  }
}
