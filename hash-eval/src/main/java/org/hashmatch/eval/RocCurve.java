package org.hashmatch.eval;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The receiver operating characteristic: for every radius, which share of the mates it finds
 * (recall) and which share of the non-mates it takes for matches (false-positive rate). Mates are
 * pairs of an original and its own edited variant, non-mates pairs of different pictures.
 *
 * <p>Rates are shares of pairs as measured, without interval: pairs that share a picture are not
 * independent, see {@link ImageBootstrap}. No rate below one in the number of non-mates can be
 * measured; see {@link TailFit}.
 *
 * <p>Source: T. Fawcett, An introduction to ROC analysis, Pattern Recognition Letters 27 (2006),
 * 861-874.
 *
 * <p>Immutable and safe for any number of threads.
 */
public final class RocCurve {

  private final DistanceCounts mates;
  private final DistanceCounts nonMates;

  /** All distances that occurred in either, ascending. */
  private final double[] radii;

  private RocCurve(DistanceCounts mates, DistanceCounts nonMates) {
    this.mates = mates;
    this.nonMates = nonMates;
    this.radii =
        DoubleStream.concat(mates.distances(), nonMates.distances()).sorted().distinct().toArray();
  }

  /**
   * Draws the curve.
   *
   * @param mates the distances of originals and their variants
   * @param nonMates the distances of different pictures
   * @return the curve
   */
  public static RocCurve of(DistanceCounts mates, DistanceCounts nonMates) {
    return new RocCurve(mates, nonMates);
  }

  /**
   * What a radius costs and brings.
   *
   * @param radius the greatest distance that counts as a match, inclusive; any number
   * @return the point of the curve
   * @throws IllegalArgumentException if the radius is not a number
   */
  public RocPoint at(double radius) {
    return new RocPoint(radius, nonMates.shareWithin(radius), mates.shareWithin(radius));
  }

  /**
   * The whole curve: a point for each distance that occurred. The origin, where nothing matches, is
   * not among them.
   *
   * @return the points of ascending radius; the last has rates of 1
   */
  public Stream<RocPoint> points() {
    return Arrays.stream(radii).mapToObj(this::at);
  }

  /**
   * Some points of the curve, for drawing it: half of them evenly spread over the recall, half over
   * the logarithm of the false-positive rate, where the decisions are; the first and the last point
   * always.
   *
   * @param most how many points at most, 4 or more
   * @return points of ascending radius, all of them if there are no more than that
   * @throws IllegalArgumentException if fewer than 4 are asked for
   */
  public List<RocPoint> thinned(int most) {
    if (most < 4) {
      throw new IllegalArgumentException("most must be 4 or more (got " + most + ")");
    }
    return radii.length <= most
        ? points().toList()
        : landmarks((most - 2) / 2).mapToObj(this::at).toList();
  }

  private DoubleStream landmarks(int steps) {
    TreeSet<Double> chosen = new TreeSet<>(List.of(radii[0], radii[radii.length - 1]));
    double rarest = StrictMath.log((double) nonMates.total());
    for (int i = 0; i < steps; i++) {
      double share = (double) i / steps;
      chosen.add(mates.quantile(share));
      chosen.add(nonMates.quantile(StrictMath.exp(-share * rarest)));
    }
    return chosen.stream().mapToDouble(radius -> radius);
  }

  /**
   * The area under the curve: how likely a mate is nearer than a non-mate, equal distances counting
   * half. It is the statistic of Mann and Whitney over the number of pairs of pairs, exact but for
   * one rounding; 0.5 is chance, 1 perfect.
   *
   * <p>Source: H. B. Mann and D. R. Whitney, On a Test of Whether one of Two Random Variables is
   * Stochastically Larger than the Other, Ann. Math. Statist. 18 (1947), 50-60.
   *
   * @return 0..1
   */
  public double auc() {
    BigInteger twice = BigInteger.ZERO;
    for (double distance : mates.distances().toArray()) {
      BigInteger nearer = BigInteger.valueOf(mates.count(distance));
      BigInteger above = BigInteger.valueOf(nonMates.total() - nonMates.countWithin(distance));
      BigInteger ties = BigInteger.valueOf(nonMates.count(distance));
      twice = twice.add(nearer.multiply(above.shiftLeft(1).add(ties)));
    }
    BigInteger all =
        BigInteger.valueOf(mates.total()).multiply(BigInteger.valueOf(nonMates.total()));
    return new BigDecimal(twice)
        .divide(new BigDecimal(all.shiftLeft(1)), MathContext.DECIMAL64)
        .doubleValue();
  }

  /**
   * The equal error rate: where the curve has as great a share of false positives as of missed
   * mates. Between two points the curve is a straight line, before the first one too, from the
   * origin.
   *
   * @return 0 (some radius makes no error) to 1
   */
  public double equalErrorRate() {
    int crossing = firstAtOrBeyondEqualErrors();
    RocPoint end = at(radii[crossing]);
    RocPoint start =
        crossing == 0 ? new RocPoint(Double.NEGATIVE_INFINITY, 0, 0) : at(radii[crossing - 1]);
    double before = 1 - start.recall() - start.falsePositiveRate();
    double length =
        end.recall() - start.recall() + end.falsePositiveRate() - start.falsePositiveRate();
    return start.falsePositiveRate()
        + before / length * (end.falsePositiveRate() - start.falsePositiveRate());
  }

  /** The place of the first point whose false positives reach its misses: the last one does. */
  private int firstAtOrBeyondEqualErrors() {
    return IntStream.range(0, radii.length)
        .filter(i -> nonMates.shareWithin(radii[i]) >= 1 - mates.shareWithin(radii[i]))
        .findFirst()
        .orElseThrow();
  }

  /**
   * How far a radius may reach for a false-positive rate.
   *
   * <p>The range begins at the greatest finite distance that occurred, among mates or non-mates,
   * whose measured rate is no more than asked for, and ends before the next non-mate. With a rate
   * of 0 that is the smallest distance of all non-mates. A rate that was met on these pairs is
   * optimistic for others: measure it on pairs of other pictures, see {@link Halves}.
   *
   * @param falsePositiveRate the greatest that is accepted, 0..1
   * @return the radii that have the rate; empty if every distance that occurred has a greater one
   * @throws IllegalArgumentException if the rate is out of its range
   */
  public Optional<RadiusRange> radiusAt(double falsePositiveRate) {
    double below = firstTooFar(falsePositiveRate);
    int found = Arrays.binarySearch(radii, below);
    int last = found >= 0 ? found - 1 : -found - 2;
    return last < 0 ? Optional.empty() : Optional.of(new RadiusRange(radii[last], below));
  }

  /** The smallest distance of a non-mate at which the rate is exceeded; infinite if none does. */
  private double firstTooFar(double falsePositiveRate) {
    if (!(0 <= falsePositiveRate && falsePositiveRate <= 1)) {
      throw new IllegalArgumentException(
          "falsePositiveRate must be 0..1 (got " + falsePositiveRate + ")");
    }
    return nonMates
        .distances()
        .filter(distance -> nonMates.shareWithin(distance) > falsePositiveRate)
        .findFirst()
        .orElse(Double.POSITIVE_INFINITY);
  }

  /**
   * The recall at a false-positive rate: that of {@link #radiusAt}.
   *
   * @param falsePositiveRate the greatest that is accepted, 0..1
   * @return 0..1; 0 if there is no such radius
   * @throws IllegalArgumentException if the rate is out of its range
   */
  public double recallAt(double falsePositiveRate) {
    return radiusAt(falsePositiveRate).map(range -> mates.shareWithin(range.from())).orElse(0.0);
  }
}
