package org.hashmatch.eval;

import java.util.Comparator;
import java.util.stream.IntStream;

/**
 * The step-down procedure of Holm: p-values of several tests made comparable with one level, so
 * that the probability of any false alarm among them stays below it, however the tests depend on
 * each other.
 *
 * <p>Source: S. Holm, A Simple Sequentially Rejective Multiple Test Procedure, Scand. J. Stat. 6
 * (1979), 65-70.
 */
public final class Holm {

  private Holm() {}

  /**
   * Adjusts p-values: of m, the smallest is taken times m, the next times m - 1 and so on, none
   * below the one before it nor above 1. A test whose adjusted p-value is at most 0.05 is
   * significant at the family-wise level of 5 %.
   *
   * @param pValues of the tests, each 0..1, in any order; left as they are
   * @return the adjusted p-values in the same order
   * @throws IllegalArgumentException if a p-value is out of its range
   */
  public static double[] adjust(double... pValues) {
    for (double p : pValues) {
      if (!(0 <= p && p <= 1)) {
        throw new IllegalArgumentException("pValue must be 0..1 (got " + p + ")");
      }
    }
    double[] adjusted = new double[pValues.length];
    double last = 0;
    int remaining = pValues.length;
    for (int i : ascending(pValues)) {
      last = Math.max(last, Math.min(1, pValues[i] * remaining--));
      adjusted[i] = last;
    }
    return adjusted;
  }

  private static int[] ascending(double[] values) {
    return IntStream.range(0, values.length)
        .boxed()
        .sorted(Comparator.comparingDouble(i -> values[i]))
        .mapToInt(i -> i)
        .toArray();
  }
}
