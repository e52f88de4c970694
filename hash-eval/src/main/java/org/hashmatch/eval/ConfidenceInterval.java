package org.hashmatch.eval;

import org.apache.commons.math3.distribution.BetaDistribution;
import org.apache.commons.math3.stat.interval.IntervalUtils;

/**
 * Where a share lies with a given confidence, judging by a sample.
 *
 * @param lower the lower bound, 0..upper
 * @param upper the upper bound, lower..1
 */
public record ConfidenceInterval(double lower, double upper) {

  /** Commons Math doubles the trials as an int. */
  private static final int MAX_TRIALS = Integer.MAX_VALUE / 2;

  /** The beta distribution takes them as doubles. */
  private static final long MAX_EXACT_TRIALS = 1L << 53;

  /** Absolute: rates of one in a hundred million are asked for. */
  private static final double PRECISION = 1e-15;

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
   * J. Am. Stat. Assoc. 22 (1927), 209-212; computed by Apache Commons Math, but for the bounds
   * that are 0 and 1 by definition, which it misses by a rounding error.
   *
   * @param hits how often it happened, 0..trials
   * @param trials how often it was tried, 1..1,073,741,823, independently of each other
   * @param confidence the share of such intervals that hold, between 0 and 1, for example 0.95
   * @return the interval, two-sided
   * @throws IllegalArgumentException if an argument is out of its range, or the confidence so near
   *     0 or 1 (about 1e-15) that the bounds cannot be told apart or computed
   */
  public static ConfidenceInterval wilson(int hits, int trials, double confidence) {
    check(hits, trials, MAX_TRIALS, confidence);
    var interval = IntervalUtils.getWilsonScoreInterval(trials, hits, confidence);
    return new ConfidenceInterval(
        hits == 0 ? 0 : interval.getLowerBound(), hits == trials ? 1 : interval.getUpperBound());
  }

  /**
   * The exact interval of Clopper and Pearson, which holds at least as often as the confidence
   * says, whatever the share is: of no hit in ten trials it says 0 to 0.31 at 95 %. Wider than
   * {@link #wilson}; for promises.
   *
   * <p>Source: C. J. Clopper and E. S. Pearson, The Use of Confidence or Fiducial Limits
   * Illustrated in the Case of the Binomial, Biometrika 26 (1934), 404-413; by quantiles of the
   * beta distribution of Apache Commons Math, to about 1e-15, and where there is no hit, or nothing
   * else, by their closed form.
   *
   * @param hits how often it happened, 0..trials
   * @param trials how often it was tried, 1..2^53, independently of each other
   * @param confidence the share of such intervals that hold, between 0 and 1, for example 0.95
   * @return the interval, two-sided
   * @throws IllegalArgumentException if an argument is out of its range
   */
  public static ConfidenceInterval clopperPearson(long hits, long trials, double confidence) {
    check(hits, trials, MAX_EXACT_TRIALS, confidence);
    return exact((double) hits, (double) trials, confidence);
  }

  /** Clopper and Pearson's, of numbers that need not be whole. */
  static ConfidenceInterval exact(double hits, double trials, double confidence) {
    checkConfidence(confidence);
    double tail = (1 - confidence) / 2;
    return new ConfidenceInterval(lowest(hits, trials, tail), highest(hits, trials, tail));
  }

  /** The share below which so many hits, or more, would be rarer than the tail. */
  private static double lowest(double hits, double trials, double tail) {
    if (hits == 0) {
      return 0;
    }
    return hits == trials
        ? StrictMath.pow(tail, 1.0 / trials)
        : quantile(tail, hits, trials - hits + 1.0);
  }

  /** The share above which so many hits, or fewer, would be rarer than the tail. */
  private static double highest(double hits, double trials, double tail) {
    if (hits == trials) {
      return 1;
    }
    // Not by the lower bound of the misses: of a share near 0 that would lose most digits.
    return hits == 0
        ? -StrictMath.expm1(StrictMath.log(tail) / trials)
        : quantile(1 - tail, hits + 1.0, trials - hits);
  }

  private static double quantile(double probability, double alpha, double beta) {
    return new BetaDistribution(null, alpha, beta, PRECISION)
        .inverseCumulativeProbability(probability);
  }

  private static void check(long hits, long trials, long most, double confidence) {
    if (trials < 1) {
      throw new IllegalArgumentException("trials must be 1 or more (got " + trials + ")");
    }
    if (trials > most) {
      throw new IllegalArgumentException(
          "trials must be at most " + most + " (got " + trials + ")");
    }
    if (hits < 0 || hits > trials) {
      throw new IllegalArgumentException("hits must be 0.." + trials + " (got " + hits + ")");
    }
    checkConfidence(confidence);
  }

  private static void checkConfidence(double confidence) {
    if (!(0 < confidence && confidence < 1)) {
      throw new IllegalArgumentException(
          "confidence must be between 0 and 1 (got " + confidence + ")");
    }
  }
}
