package org.hashmatch.bank.lint;

/**
 * Where a rate lies, judging by a sample. Statistics are not this module's: {@code
 * ConfidenceInterval.clopperPearson} of hash-eval, at 95 %, is meant.
 */
@FunctionalInterface
public interface RateInterval {

  /**
   * Bounds of a rate.
   *
   * @param lower 0..upper
   * @param upper lower..1
   */
  record Bounds(double lower, double upper) {

    /**
     * Checks the order.
     *
     * @param lower as above
     * @param upper as above
     * @throws IllegalArgumentException unless 0 &lt;= lower &lt;= upper &lt;= 1
     */
    public Bounds {
      if (!(0 <= lower && lower <= upper && upper <= 1)) {
        throw new IllegalArgumentException(
            "bounds must satisfy 0 <= lower <= upper <= 1 (got " + lower + ", " + upper + ")");
      }
    }
  }

  /**
   * The bounds of the rate of something that happened so often.
   *
   * @param hits how often it happened, 0..trials
   * @param trials how often it was tried, 1 or more
   * @return the bounds; for the same hits and more trials the upper one is lower
   */
  Bounds of(int hits, int trials);
}
