package org.hashmatch.testdata.hashes;

import java.util.Arrays;

/**
 * Hashes whose every bit is a coin thrown for itself: two of them are 128 +- 8 bits apart, and
 * chance brings none within 31 of another.
 */
public final class UniformHashes {

  private static final long BANK = 42;
  private static final long FRESH = 4242;
  private static final long NEAR = 7;
  private static final int NEAR_TO_FIRST = 100_000;

  private UniformHashes() {}

  /**
   * A bank.
   *
   * @param rows how many hashes
   * @return the first rows of the one bank there is
   */
  public static long[] bank(int rows) {
    return numbers(BANK, rows);
  }

  /**
   * Queries that match nothing.
   *
   * @param rows how many hashes
   * @return the first rows of the one set there is
   */
  public static long[] fresh(int rows) {
    return numbers(FRESH, rows);
  }

  /**
   * Queries that match: each is a row among the bank's first 100,000, with 5 to 31 bits flipped.
   *
   * @param bank what to be near to
   * @param rows how many hashes
   * @return the first rows of the one set there is for this bank
   */
  public static long[] near(long[] bank, int rows) {
    return Flips.near(bank, NEAR_TO_FIRST, NEAR, rows);
  }

  private static long[] numbers(long seed, int rows) {
    long[] words = new long[Math.multiplyExact(rows, HashRows.WORDS)];
    Arrays.parallelSetAll(words, i -> ItemRandom.nth(seed, i));
    return words;
  }
}
