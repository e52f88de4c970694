package org.hashmatch.testdata.hashes;

import java.util.Arrays;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/** Hashes of 256 bits, one after the other in a flat array. */
public final class HashRows {

  /** Width of a hash. */
  public static final int BITS = 256;

  /** Words of a hash. */
  public static final int WORDS = BITS / Long.SIZE;

  private HashRows() {}

  /** Makes each row on its own, side by side on all cores. */
  static long[] of(int rows, IntFunction<long[]> row) {
    long[] words = new long[Math.multiplyExact(rows, WORDS)];
    IntStream.range(0, rows)
        .parallel()
        .forEach(i -> System.arraycopy(row.apply(i), 0, words, i * WORDS, WORDS));
    return words;
  }

  /**
   * How many rows an array holds.
   *
   * @param hashes rows
   * @return 0 or more
   */
  public static int count(long[] hashes) {
    return hashes.length / WORDS;
  }

  /**
   * One row.
   *
   * @param hashes rows
   * @param index 0 to {@code count(hashes) - 1}
   * @return its words, a copy
   */
  public static long[] row(long[] hashes, int index) {
    return Arrays.copyOfRange(hashes, index * WORDS, (index + 1) * WORDS);
  }

  /**
   * Hamming distance of a hash and a row.
   *
   * @param hash a hash
   * @param hashes rows
   * @param index 0 to {@code count(hashes) - 1}
   * @return 0 to {@link #BITS}
   */
  public static int distance(long[] hash, long[] hashes, int index) {
    int from = index * WORDS;
    return Long.bitCount(hash[0] ^ hashes[from])
        + Long.bitCount(hash[1] ^ hashes[from + 1])
        + Long.bitCount(hash[2] ^ hashes[from + 2])
        + Long.bitCount(hash[3] ^ hashes[from + 3]);
  }
}
