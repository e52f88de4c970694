package org.hashmatch.eval.study;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * How alike a matcher found each query and each picture of the bank, as far as it named them: 12
 * bytes a pair. Queries and the bank's pictures have numbers, from 0.
 */
final class MatcherScores {

  /** What the name of a query's file begins with; its number follows. */
  static final String QUERY = "q";

  /** What the name of a file of the bank begins with. */
  static final String BANK = "b";

  private static final int[] NONE = {};

  private final String matcher;
  private final int bankSize;
  private final int[][] named;
  private final double[][] scores;

  /**
   * Of nobody yet.
   *
   * @param matcher who says it
   */
  MatcherScores(String matcher, int queries, int bankSize) {
    this.matcher = matcher;
    this.bankSize = bankSize;
    this.named = new int[queries][];
    this.scores = new double[queries][];
    Arrays.fill(named, NONE);
    Arrays.fill(scores, new double[0]);
  }

  /** The score; infinitely small for a pair that was not named. */
  double of(int query, int bank) {
    int place = Arrays.binarySearch(named[query], bank);
    return place < 0 ? Double.NEGATIVE_INFINITY : scores[query][place];
  }

  Scale.Scores scale() {
    return Scale.Scores.of(scores);
  }

  /**
   * Takes what a matcher wrote of some queries; of several lines of a pair the best.
   *
   * @param from the first query's number; in the file it is 0
   * @param count how many queries it was asked for
   */
  void read(Path written, int from, int count) throws IOException {
    SortedMap<Long, Double> best = new TreeMap<>();
    try (BufferedReader lines = Files.newBufferedReader(written)) {
      int number = 0;
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        number++;
        try {
          String[] fields = line.split("\t", -1);
          long query = number(fields[0], QUERY, count);
          long bank = number(fields[1], BANK, bankSize);
          best.merge(query * bankSize + bank, score(fields[2]), Math::max);
        } catch (IllegalArgumentException | ArrayIndexOutOfBoundsException e) {
          throw new IOException(
              matcher + " wrote no query<TAB>bank<TAB>score in line " + number, e);
        }
      }
    }
    for (int query = 0; query < count; query++) {
      long first = (long) query * bankSize;
      keep(from + query, first, best.subMap(first, first + bankSize));
    }
  }

  private void keep(int query, long first, SortedMap<Long, Double> best) {
    named[query] = best.keySet().stream().mapToInt(pair -> (int) (pair - first)).toArray();
    scores[query] = best.values().stream().mapToDouble(Double::doubleValue).toArray();
  }

  private static double score(String text) {
    double score = Double.parseDouble(text);
    if (!Double.isFinite(score)) {
      throw new IllegalArgumentException("a score must be finite (got " + score + ")");
    }
    return score;
  }

  private static int number(String name, String prefix, int count) {
    boolean isOurs = name.startsWith(prefix) && name.endsWith(PictureFolder.SUFFIX);
    int number =
        isOurs
            ? Integer.parseInt(
                name, prefix.length(), name.length() - PictureFolder.SUFFIX.length(), 10)
            : -1;
    if (number < 0 || number >= count) {
      throw new IllegalArgumentException("no such picture: " + name);
    }
    return number;
  }
}
