package org.hashmatch.eval;

import static java.util.Comparator.comparingDouble;
import static java.util.Comparator.comparingInt;

import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.hashmatch.hash.HashAlgorithm;
import org.hashmatch.hash.ImageHash;

/**
 * How well an algorithm uses its bits, judging by the hashes of many different pictures: how evenly
 * each bit is set, how much bits repeat each other, how far apart different pictures lie, and how
 * many independent bits that amounts to.
 *
 * <p>A hash of N bits in which every bit is one for half of the pictures and says nothing about the
 * others has shares of 0.5, correlations of 0, a mean distance of N / 2 and N effective bits. The
 * further from that, the likelier that two different pictures lie within a radius by accident.
 *
 * <p>Each picture should be added once and no picture be an edit of another: every pair of hashes
 * is counted as two different pictures. Hashes of flat pictures, below the quality floor, say
 * nothing of the algorithm either. The order of adding has no influence.
 *
 * <p>Immutable and safe for any number of threads. Memory grows with the square of the bits and not
 * with the number of hashes: 0.13 MB at 256 bits, 2 MB at 1024.
 */
public final class BitStatistics {

  private static final int MIN_HASHES = 2;

  private final HashAlgorithm algorithm;
  private final BitCounts counts;
  private final DistanceMoments distances;

  private BitStatistics(HashAlgorithm algorithm, BitCounts counts) {
    this.algorithm = algorithm;
    this.counts = counts;
    this.distances = DistanceMoments.of(counts);
  }

  /**
   * Begins to count.
   *
   * @param algorithm the algorithm of all hashes that will come
   * @return a builder without hashes
   */
  public static Builder builder(HashAlgorithm algorithm) {
    return new Builder(algorithm);
  }

  /**
   * What made the hashes.
   *
   * @return the algorithm with its version
   */
  public HashAlgorithm algorithm() {
    return algorithm;
  }

  /**
   * How many hashes were counted.
   *
   * @return 2 or more
   */
  public int hashes() {
    return counts.hashes();
  }

  /**
   * How often one bit is one.
   *
   * @param bit 0 to {@code algorithm().bits() - 1}
   * @return its share
   * @throws IndexOutOfBoundsException if there is no such bit
   */
  public BitShare share(int bit) {
    Objects.checkIndex(bit, counts.bits());
    return new BitShare(bit, counts.ones(bit), counts.hashes());
  }

  /**
   * How often each bit is one.
   *
   * @return the shares, bit 0 first
   */
  public Stream<BitShare> shares() {
    return IntStream.range(0, counts.bits()).mapToObj(this::share);
  }

  /**
   * The bit that is one least often.
   *
   * @return its share; of equal ones, the lowest bit
   */
  public BitShare smallestShare() {
    return shares().min(comparingInt(BitShare::ones)).orElseThrow();
  }

  /**
   * The bit that is one most often.
   *
   * @return its share; of equal ones, the lowest bit
   */
  public BitShare largestShare() {
    return shares().max(comparingInt(BitShare::ones)).orElseThrow();
  }

  /**
   * How many bits are the same in all hashes.
   *
   * @return 0 to {@code algorithm().bits()}
   */
  public int constantBits() {
    return (int) shares().filter(BitShare::isConstant).count();
  }

  /**
   * How unevenly bits are set: the mean of {@code |share - 0.5|}.
   *
   * @return 0 (every bit is one for half of the pictures) to 0.5 (every bit is constant)
   */
  public double meanImbalance() {
    return shares().mapToDouble(share -> Math.abs(share.value() - 0.5)).average().orElseThrow();
  }

  /**
   * How much a bit tells of a picture: the mean {@link BitShare#entropy()}.
   *
   * @return 0 (every bit is constant) to 1 (every bit is one for half of the pictures), in bits
   */
  public double meanEntropy() {
    return totalEntropy() / counts.bits();
  }

  /**
   * How much all bits tell of a picture, each for itself: the sum of {@link BitShare#entropy()}.
   * Bits that repeat each other count twice, so that the entropy of the hash is no more than this;
   * see {@link #effectiveBits()}.
   *
   * @return 0 to {@code algorithm().bits()}, in bits
   */
  public double totalEntropy() {
    return shares().mapToDouble(BitShare::entropy).reduce(0, Double::sum);
  }

  /**
   * How much each two bits say the same. A constant bit has no correlation with any other.
   *
   * @return the correlations of all pairs of bits that are not constant, lowest bits first
   */
  public Stream<BitCorrelation> correlations() {
    int[] varying =
        IntStream.range(0, counts.bits()).filter(bit -> !counts.isConstant(bit)).toArray();
    return IntStream.range(0, varying.length)
        .boxed()
        .flatMap(
            i ->
                IntStream.range(i + 1, varying.length)
                    .mapToObj(j -> correlation(varying[i], varying[j])));
  }

  private BitCorrelation correlation(int first, int second) {
    return new BitCorrelation(first, second, counts.correlation(first, second));
  }

  /**
   * How much bits repeat each other: the mean {@link BitCorrelation#strength()} of all {@link
   * #correlations()}.
   *
   * <p>Chance alone gives about {@code sqrt(2 / (pi * n))} for n hashes of independent bits, 0.008
   * for 10,000: a smaller mean cannot be told from none.
   *
   * @return 0..1; empty if fewer than two bits are not constant
   */
  public OptionalDouble meanCorrelationStrength() {
    return correlations().mapToDouble(BitCorrelation::strength).average();
  }

  /**
   * The two bits that say most the same, or most the opposite.
   *
   * @return the correlation of greatest {@link BitCorrelation#strength()}, of equal ones that of
   *     the lowest bits; empty if fewer than two bits are not constant
   */
  public Optional<BitCorrelation> strongestCorrelation() {
    return correlations().max(comparingDouble(BitCorrelation::strength));
  }

  /**
   * How far apart different pictures lie.
   *
   * @return the mean Hamming distance of all pairs of hashes, in bits
   */
  public double meanDistance() {
    return distances.mean();
  }

  /**
   * How much the distance of different pictures varies.
   *
   * @return the standard deviation of the Hamming distance over all pairs of hashes, in bits
   */
  public double distanceDeviation() {
    return Math.sqrt(distances.variance());
  }

  /**
   * How many independent bits would have distances that vary as much: Daugman's degrees of freedom,
   * {@code p * (1 - p) / sigma^2}, where p and sigma are mean and standard deviation of the
   * distance as a share of the bits that are not constant.
   *
   * <p>Independent bits of about equal share have as many as there are; copies and constant bits
   * add nothing. Bits of very unequal shares make it too large: read it beside {@link
   * #meanImbalance()}. Distances of different pictures are then about binomial with this many
   * trials; the far tail of the distribution, where false matches are, is not measured here. With
   * few hashes the estimate is rough.
   *
   * <p>Source: J. Daugman, The importance of being random: statistical principles of iris
   * recognition, Pattern Recognition 36 (2003), 279-291. Leaving constant bits out is ours: the
   * formula would count them several times.
   *
   * @return more than 0; empty if all distances are equal, as with two hashes
   */
  public OptionalDouble effectiveBits() {
    if (distances.variance() == 0) {
      return OptionalDouble.empty();
    }
    int varying = counts.bits() - constantBits();
    double mean = distances.mean();
    return OptionalDouble.of(mean * (varying - mean) / distances.variance());
  }

  /** Counts the hashes of one algorithm, one by one. Not safe for several threads at once. */
  public static final class Builder {

    private final HashAlgorithm algorithm;
    private final BitCounts counts;

    private Builder(HashAlgorithm algorithm) {
      this.algorithm = algorithm;
      this.counts = new BitCounts(algorithm.bits());
    }

    /**
     * Counts the hash of one more picture. Takes some ten microseconds at 256 bits; the hash is not
     * kept.
     *
     * @param hash of a picture not counted yet
     * @return this
     * @throws IllegalArgumentException if it is of another algorithm
     * @throws ArithmeticException if there are 2,147,483,647 hashes already; none is counted
     */
    public Builder add(ImageHash hash) {
      if (!hash.algorithm().equals(algorithm)) {
        throw new IllegalArgumentException(
            "hash must be of " + algorithm + " (got " + hash.algorithm() + ")");
      }
      counts.add(hash);
      return this;
    }

    /**
     * Makes statistics of what was counted so far. More hashes may be added afterwards, for another
     * look.
     *
     * @return the statistics
     * @throws IllegalStateException if there are fewer than 2 hashes
     */
    public BitStatistics build() {
      if (counts.hashes() < MIN_HASHES) {
        throw new IllegalStateException(
            "bit statistics need " + MIN_HASHES + " hashes or more (got " + counts.hashes() + ")");
      }
      return new BitStatistics(algorithm, new BitCounts(counts));
    }
  }
}
