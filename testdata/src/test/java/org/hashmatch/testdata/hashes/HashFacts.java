package org.hashmatch.testdata.hashes;

import java.util.Arrays;
import java.util.stream.IntStream;

/** What rows are like, counted. */
final class HashFacts {

  private HashFacts() {}

  /** All words of the rows added up: changes with any of their bits. */
  static long sum(long[] hashes) {
    return Arrays.stream(hashes).sum();
  }

  static int popcount(long[] hash) {
    return Arrays.stream(hash).mapToInt(Long::bitCount).sum();
  }

  static IntStream popcounts(long[] hashes) {
    return IntStream.range(0, HashRows.count(hashes)).map(i -> popcount(HashRows.row(hashes, i)));
  }

  /** How many pairs of rows are at each distance. */
  static long[] distances(long[] hashes) {
    long[] pairs = new long[HashRows.BITS + 1];
    for (int i = 0; i < HashRows.count(hashes); i++) {
      long[] hash = HashRows.row(hashes, i);
      for (int j = 0; j < i; j++) {
        pairs[HashRows.distance(hash, hashes, j)]++;
      }
    }
    return pairs;
  }

  static double mean(long[] pairs) {
    return IntStream.range(0, pairs.length).mapToDouble(d -> (double) d * pairs[d]).sum()
        / Arrays.stream(pairs).sum();
  }

  static double deviation(long[] pairs) {
    double mean = mean(pairs);
    double squares =
        IntStream.range(0, pairs.length).mapToDouble(d -> (d - mean) * (d - mean) * pairs[d]).sum();
    return Math.sqrt(squares / Arrays.stream(pairs).sum());
  }

  /** Share of the pairs that are at most so far apart. */
  static double within(int radius, long[] pairs) {
    return (double) Arrays.stream(pairs, 0, radius + 1).sum() / Arrays.stream(pairs).sum();
  }

  /** How many queries have a row within the radius. */
  static long matching(long[] queries, long[] hashes, int radius) {
    return IntStream.range(0, HashRows.count(queries))
        .filter(i -> nearest(HashRows.row(queries, i), hashes) <= radius)
        .count();
  }

  static int nearest(long[] query, long[] hashes) {
    return IntStream.range(0, HashRows.count(hashes))
        .map(i -> HashRows.distance(query, hashes, i))
        .min()
        .orElseThrow();
  }
}
