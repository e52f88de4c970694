package org.hashmatch.eval;

/**
 * Whether one hasher finds more than another, judging by the same edits of the same images; see
 * {@link ImageBootstrap#compare}.
 *
 * @param difference the mean recall of the first less that of the second, -1..1
 * @param lower the lower bound of the difference, -1..difference
 * @param upper the upper bound of the difference, difference..1
 * @param pValue how often chance alone would make as great a difference in either direction, more
 *     than 0, at most 1; of several comparisons, adjust them ({@link Holm})
 */
public record PairedComparison(double difference, double lower, double upper, double pValue) {

  /**
   * Checks the order.
   *
   * @param difference as above
   * @param lower as above
   * @param upper as above
   * @param pValue as above
   * @throws IllegalArgumentException if a number is out of its range
   */
  public PairedComparison {
    if (!(-1 <= lower && lower <= difference && difference <= upper && upper <= 1)) {
      throw new IllegalArgumentException(
          "comparison must satisfy -1 <= lower <= difference <= upper <= 1 (got "
              + lower
              + ", "
              + difference
              + ", "
              + upper
              + ")");
    }
    if (!(0 < pValue && pValue <= 1)) {
      throw new IllegalArgumentException(
          "pValue must be more than 0, at most 1 (got " + pValue + ")");
    }
  }

  /**
   * The same comparison seen from the second hasher.
   *
   * @return difference and bounds negated, the same p-value
   */
  public PairedComparison reversed() {
    return new PairedComparison(0.0 - difference, 0.0 - upper, 0.0 - lower, pValue);
  }
}
