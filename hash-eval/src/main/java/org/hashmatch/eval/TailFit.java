package org.hashmatch.eval;

import java.util.Optional;
import java.util.function.DoubleUnaryOperator;

/**
 * False-positive rates beyond those that can be measured: an exponential law fitted to the lower
 * tail of the distances of non-mates (pairs of different pictures), where the rate shrinks by the
 * same factor with every unit of distance.
 *
 * <p>An extrapolation, not a measurement: it holds as far as the tail goes on as it begins. Where
 * the tail was truly exponential, rates of 1e-9 predicted from a million distances were within a
 * factor of 3 of the truth. Where distances are sums of many small independent things the tail is
 * thinner than exponential, and the prediction too high, which is the safe side: for a binomial of
 * 256 fair bits, fitted to the lowest 1e-4 of ten million, it was 1.2 times too high at 1e-6, 5
 * times at 1e-9, 59 times at 1e-12. Look at {@link #dispersion()}: below 1 the prediction is
 * likelier too high, above 1 too low. Nor does it know of what was not among the pairs:
 * near-duplicates, shared templates.
 *
 * <p>Pairs that share a picture are not independent; rates are not biased by it, but less certain
 * than their number suggests.
 *
 * <p>Immutable and safe for any number of threads.
 */
public final class TailFit {

  /*
   * Excesses over a high threshold follow a generalised Pareto distribution [1, 2], whose shape is 0 for tails such as the
   * normal, the binomial's or the logistic distribution's: the exponential. Fixing the shape at 0 is a choice; estimated
   * freely it would say that there is a smallest possible distance, not far below those seen, or none to rely on at all.
   * Ours are excesses below a low threshold, the same mirrored.
   *
   * Reals: the threshold is the greatest distance of the tail, an order statistic; the differences to it of the n distances
   * below are exponential whatever was above, and their mean is the maximum-likelihood estimate of the scale. Integers:
   * differences 0, 1, 2.. to the threshold, inclusive, are geometric with ratio mean / (1 + mean); the exponential fitted to
   * integers is off by half a step for every step of the scale.
   *
   * [1] A. A. Balkema and L. de Haan, Residual Life Time at Great Age, Ann. Probab. 2 (1974), 792-804.
   * [2] J. Pickands III, Statistical Inference Using Extreme Order Statistics, Ann. Statist. 3 (1975), 119-131.
   */

  private static final long MIN_DISTANCES = 50;
  private static final int MIN_DISTINCT = 3;

  private final double lowest;
  private final double threshold;
  private final long distances;
  private final double rate;
  private final boolean integers;

  /** The logarithm of the factor by which the rate grows per unit of distance. */
  private final double growth;

  private final double misfit;
  private final double dispersion;

  private TailFit(DistanceCounts nonMates, double threshold, boolean integers) {
    this.lowest = nonMates.quantile(0);
    this.threshold = threshold;
    this.integers = integers;
    this.distances = nonMates.countWithin(threshold) - (integers ? 0 : nonMates.count(threshold));
    this.rate = (double) distances / nonMates.total();
    double mean = meanOf(nonMates, excess -> excess);
    double variance = meanOf(nonMates, excess -> (excess - mean) * (excess - mean));
    this.growth = integers ? StrictMath.log1p(1 / mean) : 1 / mean;
    this.dispersion = variance / (integers ? mean * (1 + mean) : mean * mean);
    this.misfit = greatestGap(nonMates);
  }

  /**
   * Fits distances that are integers, such as Hamming distances.
   *
   * @param nonMates the distances of different pictures
   * @param tailShare the share of them to fit, between 0 and 1, for example 1e-4: the smallest ones
   * @return empty if fewer than 50 distances, or fewer than 3 distinct ones, are in the tail
   * @throws IllegalArgumentException if the share is out of its range, or a distance in the tail
   *     not an integer
   */
  public static Optional<TailFit> ofIntegers(DistanceCounts nonMates, double tailShare) {
    return of(nonMates, tailShare, true);
  }

  /**
   * Fits distances that are real numbers, such as negated scores.
   *
   * @param nonMates the distances of different pictures
   * @param tailShare the share of them to fit, between 0 and 1, for example 1e-4: the smallest ones
   * @return empty if fewer than 50 distances, or fewer than 3 distinct ones, are in the tail below
   *     its greatest
   * @throws IllegalArgumentException if the share is out of its range
   */
  public static Optional<TailFit> ofReals(DistanceCounts nonMates, double tailShare) {
    return of(nonMates, tailShare, false);
  }

  private static Optional<TailFit> of(DistanceCounts nonMates, double tailShare, boolean integers) {
    if (!(0 < tailShare && tailShare < 1)) {
      throw new IllegalArgumentException(
          "tailShare must be between 0 and 1 (got " + tailShare + ")");
    }
    double[] tail =
        nonMates
            .distances()
            .takeWhile(
                distance ->
                    distance < Double.POSITIVE_INFINITY
                        && nonMates.shareWithin(distance) <= tailShare)
            .toArray();
    if (tail.length < MIN_DISTINCT + (integers ? 0 : 1)) {
      return Optional.empty();
    }
    if (integers) {
      checkIntegers(tail);
    }
    TailFit fit = new TailFit(nonMates, tail[tail.length - 1], integers);
    return fit.distances < MIN_DISTANCES ? Optional.empty() : Optional.of(fit);
  }

  private static void checkIntegers(double[] tail) {
    for (double distance : tail) {
      if (distance != Math.rint(distance)) {
        throw new IllegalArgumentException("distances must be integers (got " + distance + ")");
      }
    }
  }

  /** Over the tail, of a function of how far each distance lies below the threshold. */
  private double meanOf(DistanceCounts nonMates, DoubleUnaryOperator function) {
    return nonMates
            .distances()
            .takeWhile(this::isInTail)
            .map(d -> nonMates.count(d) * function.applyAsDouble(threshold - d))
            .reduce(0, Double::sum)
        / distances;
  }

  private boolean isInTail(double distance) {
    return integers ? distance <= threshold : distance < threshold;
  }

  /** Of measured and fitted shares of the tail, at each distance and just before it. */
  private double greatestGap(DistanceCounts nonMates) {
    double greatest = 0;
    double before = 0;
    for (double d : nonMates.distances().takeWhile(this::isInTail).toArray()) {
      double after = (double) nonMates.countWithin(d) / distances;
      greatest = Math.max(greatest, Math.abs(after - fitted(d)));
      greatest = Math.max(greatest, Math.abs(before - fitted(integers ? d - 1 : d)));
      before = after;
    }
    return greatest;
  }

  private double fitted(double distance) {
    return StrictMath.exp(-(threshold - distance) * growth);
  }

  /**
   * The false-positive rate of a radius, by the fit.
   *
   * @param radius at most {@link #threshold()}; of integers, the part behind the point is dropped
   * @return 0..1, also for radii that no distance can have, such as Hamming distances below 0
   * @throws IllegalArgumentException if the radius is greater or not a number
   */
  public double falsePositiveRate(double radius) {
    if (!(radius <= threshold)) {
      throw new IllegalArgumentException(
          "radius must be at most " + threshold + " (got " + radius + ")");
    }
    return rate * fitted(integers ? Math.floor(radius) : radius);
  }

  /**
   * The greatest radius for a false-positive rate, by the fit.
   *
   * @param falsePositiveRate more than 0, at most {@link #tailShare()}
   * @return at most {@link #threshold()}; of integers, a whole number; if no distance can be so
   *     small, as a negative Hamming distance, no radius has the rate
   * @throws IllegalArgumentException if the rate is out of its range
   */
  public double radius(double falsePositiveRate) {
    if (!(0 < falsePositiveRate && falsePositiveRate <= rate)) {
      throw new IllegalArgumentException(
          "falsePositiveRate must be more than 0, at most "
              + rate
              + " (got "
              + falsePositiveRate
              + ")");
    }
    double steps = StrictMath.log(rate / falsePositiveRate) / growth;
    return integers ? integerRadius(falsePositiveRate, steps) : threshold - steps;
  }

  /** Where the steps are an integer but for rounding, that integer. */
  private double integerRadius(double falsePositiveRate, double steps) {
    double nearest = threshold - Math.rint(steps);
    return falsePositiveRate(nearest) <= falsePositiveRate ? nearest : threshold - Math.ceil(steps);
  }

  /**
   * The smallest distance there was: fitted from here to {@link #threshold()}.
   *
   * @return a distance
   */
  public double lowest() {
    return lowest;
  }

  /**
   * Where the tail begins: the greatest distance that was fitted.
   *
   * @return a distance
   */
  public double threshold() {
    return threshold;
  }

  /**
   * How many distances were fitted.
   *
   * @return 50 or more
   */
  public long distances() {
    return distances;
  }

  /**
   * Which share of all distances was fitted: the false-positive rate of {@link #threshold()}.
   *
   * @return more than 0, at most the share that was asked for
   */
  public double tailShare() {
    return rate;
  }

  /**
   * By which factor the false-positive rate grows per unit of distance.
   *
   * @return more than 1
   */
  public double growth() {
    return StrictMath.exp(growth);
  }

  /**
   * How far the fit is from what was measured: the statistic of Kolmogorov and Smirnov, the
   * greatest difference between measured and fitted share of the tail within any radius. Of n
   * independent distances that were exponential, 19 of 20 have less than about {@code 1.094 /
   * sqrt(n)}; integers less.
   *
   * <p>Source: M. A. Stephens, EDF Statistics for Goodness of Fit and Some Comparisons, J. Am.
   * Stat. Assoc. 69 (1974), 730-737.
   *
   * @return 0..1
   */
  public double misfit() {
    return misfit;
  }

  /**
   * Whether the tail is thinner or thicker than the fit: the variance of the fitted distances over
   * the variance that an exponential (of integers, a geometric) law of their mean has. Below 1
   * thinner: extrapolated rates are likelier too high. Above 1 thicker: too low.
   *
   * <p>Source: J. del Castillo, J. Daoudi and R. Lockhart, Methods to Distinguish Between
   * Polynomial and Exponential Tails, Scand. J. Stat. 41 (2014), 382-393, whose coefficient of
   * variation is its root.
   *
   * @return more than 0
   */
  public double dispersion() {
    return dispersion;
  }
}
