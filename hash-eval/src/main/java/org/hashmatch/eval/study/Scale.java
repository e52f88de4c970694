package org.hashmatch.eval.study;

import java.util.Arrays;

/** What the levels of distances mean. */
sealed interface Scale {

  /** How many levels there are. */
  int levels();

  /** The largest level that a radius may be. */
  int greatestRadius();

  /** A level, as tables have it; empty for a radius below all levels. */
  String text(int level);

  /** A level as a number, the larger the farther: of a matcher its negated score. */
  double distance(int level);

  /** Whether all such numbers are whole. */
  boolean isWhole();

  /** The greatest level within a distance; -1 none. */
  int levelWithin(double distance);

  /** A distance, as tables have it; empty for one that no level can have. */
  String textOf(double distance);

  /** Hamming distances: a level is as many bits. */
  record Bits(int bits) implements Scale {

    @Override
    public int levels() {
      return bits + 1;
    }

    @Override
    public int greatestRadius() {
      return bits;
    }

    @Override
    public String text(int level) {
      return level < 0 ? "" : Integer.toString(level);
    }

    @Override
    public double distance(int level) {
      return level;
    }

    @Override
    public boolean isWhole() {
      return true;
    }

    @Override
    public int levelWithin(double distance) {
      return (int) Math.max(-1, Math.floor(distance));
    }

    @Override
    public String textOf(double distance) {
      return text(levelWithin(distance));
    }
  }

  /**
   * A matcher's scores, the best first; the last level is that of pairs it did not name.
   *
   * @param scores descending: the least score of each level
   */
  @SuppressWarnings("ArrayRecordComponent") // never compared; not to be changed
  record Scores(double[] scores) implements Scale {

    /** False alarms are rare: among the best scores each has a level of its own. */
    private static final int EXACT = 2048;

    private static final int MOST = 2 * EXACT;

    /** A scale of the scores there are; where they are very many, the lower ones share levels. */
    static Scores of(double[][] all) {
      double[] descending =
          Arrays.stream(all)
              .flatMapToDouble(Arrays::stream)
              .filter(score -> score > Double.NEGATIVE_INFINITY)
              .map(score -> -score)
              .sorted()
              .distinct()
              .map(score -> -score)
              .toArray();
      if (descending.length <= MOST) {
        return new Scores(descending);
      }
      double[] levels = Arrays.copyOf(descending, MOST);
      long rest = (long) descending.length - EXACT;
      for (int level = EXACT; level < MOST; level++) {
        levels[level] = descending[(int) (EXACT - 1 + rest * (level - (EXACT - 1L)) / EXACT)];
      }
      return new Scores(levels);
    }

    /** The first level whose score is reached. */
    int level(double score) {
      int low = 0;
      int high = scores.length;
      while (low < high) {
        int middle = (low + high) >>> 1;
        if (scores[middle] <= score) {
          high = middle;
        } else {
          low = middle + 1;
        }
      }
      return low;
    }

    @Override
    public int levels() {
      return scores.length + 1;
    }

    @Override
    public int greatestRadius() {
      return scores.length - 1;
    }

    @Override
    public String text(int level) {
      return level < 0 || level >= scores.length ? "" : Decimals.figure(scores[level]);
    }

    @Override
    public double distance(int level) {
      return level < scores.length ? 0 - scores[level] : Double.POSITIVE_INFINITY;
    }

    @Override
    public boolean isWhole() {
      return Arrays.stream(scores).allMatch(score -> score == Math.rint(score));
    }

    @Override
    public int levelWithin(double distance) {
      int level = level(0 - distance);
      return level < scores.length && distance(level) == distance ? level : level - 1;
    }

    @Override
    public String textOf(double distance) {
      return Decimals.figure(0 - distance);
    }
  }
}
