package org.hashmatch.eval;

import java.util.Arrays;
import java.util.OptionalDouble;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;

/**
 * How often each distance occurred among pairs of pictures: all that is kept of them, be it thirty
 * million Hamming distances or some million real scores.
 *
 * <p>The smaller a distance, the more alike the pair. A matcher that gives scores, greater for more
 * alike, has the negated score as its distance, so distances may be negative. Positive infinity
 * stands for "no match reported": such a pair counts in every total and lies within no radius but
 * the infinite one. The two zeros are one distance. The order of adding has no influence.
 *
 * <p>Immutable and safe for any number of threads. 16 bytes per distinct distance, and 32 to 64
 * while building, whatever the number of pairs.
 */
public final class DistanceCounts {

  /** Ascending, distinct. */
  private final double[] distances;

  /** Of each distance: in how many pairs it or a smaller one occurred. */
  private final long[] cumulative;

  private DistanceCounts(DistanceTable table) {
    this.distances = table.sorted();
    this.cumulative = new long[distances.length];
    long sum = 0;
    for (int i = 0; i < distances.length; i++) {
      sum += table.count(distances[i]);
      cumulative[i] = sum;
    }
  }

  /**
   * Begins to count.
   *
   * @return a builder without distances
   */
  public static Builder builder() {
    return new Builder();
  }

  /**
   * How many pairs were counted.
   *
   * @return 1 or more
   */
  public long total() {
    return cumulative[cumulative.length - 1];
  }

  /**
   * How many pairs have a finite distance, and so were reported as a match of some degree.
   *
   * @return 0 to {@link #total()}
   */
  public long finite() {
    return countWithin(Double.MAX_VALUE);
  }

  /**
   * The distances that occurred, each once.
   *
   * @return ascending; the last may be infinite
   */
  public DoubleStream distances() {
    return Arrays.stream(distances);
  }

  /**
   * How often a distance occurred.
   *
   * @param distance any number
   * @return 0 to {@link #total()}; 0 if it is not a number
   */
  public long count(double distance) {
    int i = lastWithin(distance);
    return i >= 0 && distances[i] == distance ? countAt(i) : 0;
  }

  /**
   * How many pairs lie within a radius.
   *
   * @param radius the greatest distance that counts, inclusive
   * @return 0 to {@link #total()}
   * @throws IllegalArgumentException if the radius is not a number
   */
  public long countWithin(double radius) {
    if (Double.isNaN(radius)) {
      throw new IllegalArgumentException("radius must be a number (got " + radius + ")");
    }
    int i = lastWithin(radius);
    return i < 0 ? 0 : cumulative[i];
  }

  /**
   * Which share of the pairs lies within a radius.
   *
   * @param radius the greatest distance that counts, inclusive
   * @return 0..1
   * @throws IllegalArgumentException if the radius is not a number
   */
  public double shareWithin(double radius) {
    return (double) countWithin(radius) / total();
  }

  /**
   * The mean of the finite distances.
   *
   * @return empty if no distance is finite
   */
  public OptionalDouble mean() {
    return finite() == 0 ? OptionalDouble.empty() : OptionalDouble.of(sum(0, 1) / finite());
  }

  /**
   * The variance of the finite distances: the mean square of how far each lies from {@link
   * #mean()}, of the pairs there are.
   *
   * @return 0 or more, in square units of the distance; empty if no distance is finite
   */
  public OptionalDouble variance() {
    return mean().isEmpty()
        ? OptionalDouble.empty()
        : OptionalDouble.of(sum(mean().getAsDouble(), 2) / finite());
  }

  /** Over the finite distances, of the first or second power of how far each lies from a centre. */
  private double sum(double centre, int power) {
    double sum = 0;
    for (int i = 0; i < distances.length && distances[i] < Double.POSITIVE_INFINITY; i++) {
      double deviation = distances[i] - centre;
      sum += countAt(i) * (power == 1 ? deviation : deviation * deviation);
    }
    return sum;
  }

  /**
   * The smallest distance within which a share of all pairs lies: the inverse of {@link
   * #shareWithin}, definition 1 of R. J. Hyndman and Y. Fan, Sample Quantiles in Statistical
   * Packages, The American Statistician 50 (1996), 361-365.
   *
   * @param share 0..1: 0 gives the smallest distance, 0.5 the median, 1 the greatest
   * @return a distance that occurred, perhaps infinite
   * @throws IllegalArgumentException if the share is out of its range
   */
  public double quantile(double share) {
    if (!(0 <= share && share <= 1)) {
      throw new IllegalArgumentException("share must be 0..1 (got " + share + ")");
    }
    int low = 0;
    int high = distances.length - 1;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if ((double) cumulative[middle] / total() >= share) {
        high = middle;
      } else {
        low = middle + 1;
      }
    }
    return distances[low];
  }

  private long countAt(int i) {
    return i == 0 ? cumulative[0] : cumulative[i] - cumulative[i - 1];
  }

  /** The place of the greatest distance within a radius; -1 if there is none. */
  private int lastWithin(double radius) {
    int found = Arrays.binarySearch(distances, radius + 0.0);
    return found >= 0 ? found : -found - 2;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof DistanceCounts counts
        && Arrays.equals(distances, counts.distances)
        && Arrays.equals(cumulative, counts.cumulative);
  }

  @Override
  public int hashCode() {
    return 31 * Arrays.hashCode(distances) + Arrays.hashCode(cumulative);
  }

  @Override
  public String toString() {
    return total() + " distances, " + quantile(0) + " to " + quantile(1);
  }

  /** Counts distances, one by one or by the many. Not safe for several threads at once. */
  public static final class Builder {

    private final DistanceTable table = new DistanceTable();
    private long total;

    private Builder() {}

    /**
     * Counts the distance of one more pair.
     *
     * @param distance any number but negative infinity
     * @return this
     * @throws IllegalArgumentException if the distance is not a number or negative infinity
     * @throws ArithmeticException if there are 2^63 - 1 distances already; none is counted
     */
    public Builder add(double distance) {
      return add(distance, 1);
    }

    /**
     * Counts some pairs of equal distance.
     *
     * @param distance any number but negative infinity
     * @param count how many pairs, 0 or more
     * @return this
     * @throws IllegalArgumentException if an argument is out of its range
     * @throws ArithmeticException if there would be more than 2^63 - 1 distances; none is counted
     */
    public Builder add(double distance, long count) {
      if (!(distance > Double.NEGATIVE_INFINITY)) {
        throw new IllegalArgumentException(
            "distance must be a number above -Infinity (got " + distance + ")");
      }
      if (count < 0) {
        throw new IllegalArgumentException("count must be 0 or more (got " + count + ")");
      }
      total = Math.addExact(total, count);
      if (count > 0) {
        table.add(distance + 0.0, count);
      }
      return this;
    }

    /**
     * Counts all pairs of other counts once more, for example of another thread's share of them.
     *
     * @param counts of other pairs
     * @return this
     * @throws ArithmeticException if there would be more than 2^63 - 1 distances; none is counted
     */
    public Builder addAll(DistanceCounts counts) {
      Math.addExact(total, counts.total());
      IntStream.range(0, counts.distances.length)
          .forEach(i -> add(counts.distances[i], counts.countAt(i)));
      return this;
    }

    /**
     * Makes counts of what was added so far. More may be added afterwards, for another look.
     *
     * @return the counts
     * @throws IllegalStateException if there is no distance
     */
    public DistanceCounts build() {
      if (total == 0) {
        throw new IllegalStateException("distance counts need 1 distance or more (got 0)");
      }
      return new DistanceCounts(table);
    }
  }
}
