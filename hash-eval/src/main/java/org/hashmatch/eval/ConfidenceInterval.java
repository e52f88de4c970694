package org.hashmatch.eval;

import org.apache.commons.statistics.interval.BinomialConfidenceInterval;
import org.apache.commons.statistics.interval.Interval;

/**
 * Where a share lies with a given confidence, judging by a sample.
 *
 * @param lower the lower bound, 0..upper
 * @param upper the upper bound, lower..1
 */
public record ConfidenceInterval(double lower, double upper) {

  /**
   * Checks the order.
   *
   * @param lower as above
   * @param upper as above
   * @throws IllegalArgumentException unless 0 &lt;= lower &lt;= upper &lt;= 1
   */
  public ConfidenceInterval {
    if (!(0 <= lower && lower <= upper && upper <= 1)) {
      throw new IllegalArgumentException(
          "interval must satisfy 0 <= lower <= upper <= 1 (got " + lower + ", " + upper + ")");
    }
  }

  /**
   * Wilson's score interval, which holds for rare and for certain outcomes too: of no hit in ten
   * trials it says 0 to 0.28 at 95 %.
   *
   * <p>Source: E. B. Wilson, Probable Inference, the Law of Succession, and Statistical Inference,
   * J. Am. Stat. Assoc. 22 (1927), 209-212; computed by Apache Commons Statistics.
   *
   * @param hits how often it happened, 0..trials
   * @param trials how often it was tried, 1 or more, independently of each other
   * @param confidence the share of such intervals that hold, between 0 and 1, for example 0.95
   * @return the interval, two-sided
   * @throws IllegalArgumentException if an argument is out of its range
   */
  public static ConfidenceInterval wilson(int hits, int trials, double confidence) {
    if (trials < 1) {
      throw new IllegalArgumentException("trials must be 1 or more (got " + trials + ")");
    }
    if (hits < 0 || hits > trials) {
      throw new IllegalArgumentException("hits must be 0.." + trials + " (got " + hits + ")");
    }
    if (!(0 < confidence && confidence < 1)) {
      throw new IllegalArgumentException(
          "confidence must be between 0 and 1 (got " + confidence + ")");
    }
    Interval interval =
        BinomialConfidenceInterval.WILSON_SCORE.fromErrorRate(trials, hits, 1 - confidence);
    return new ConfidenceInterval(interval.getLowerBound(), interval.getUpperBound());
  }
}
