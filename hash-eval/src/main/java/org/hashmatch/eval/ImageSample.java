package org.hashmatch.eval;

import java.util.Arrays;

/**
 * One number per image, and how certain their mean is. Sorted, so that the order of the images has
 * no influence on what is drawn.
 */
final class ImageSample {

  /** Numbers nearer to each other are equal but for rounding: shares of fewer than a million. */
  private static final double SAME = 1e-12;

  /** Of the variance: a resample with less consists of equal numbers. */
  private static final double NO_VARIANCE = 1e-12;

  private final double[] sorted;
  private final double mean;
  private final double[] deviations;
  private final double variance;

  ImageSample(double[] values) {
    this.sorted = values.clone();
    Arrays.sort(sorted);
    this.mean = Arrays.stream(sorted).reduce(0, Double::sum) / sorted.length;
    this.deviations = Arrays.stream(sorted).map(value -> value - mean).toArray();
    this.variance = isConstant() ? 0 : meanSquare(deviations);
  }

  /** The same sample with opposite signs. */
  ImageSample negated() {
    return new ImageSample(Arrays.stream(sorted).map(value -> 0.0 - value).toArray());
  }

  private boolean isConstant() {
    return sorted[sorted.length - 1] - sorted[0] <= SAME;
  }

  private static double meanSquare(double[] values) {
    return Arrays.stream(values).map(value -> value * value).reduce(0, Double::sum) / values.length;
  }

  int images() {
    return sorted.length;
  }

  double mean() {
    return mean;
  }

  /** Of the numbers themselves, not of their mean. */
  double deviation() {
    return Math.sqrt(variance);
  }

  /**
   * How far the mean of each resample lies from the mean of the sample, in standard deviations of
   * the resample; infinite where the resample has no spread.
   */
  double[] roots(int resamples, SplitMix64 random) {
    double[] roots = new double[resamples];
    for (int i = 0; i < resamples; i++) {
      roots[i] = root(random);
    }
    return roots;
  }

  private double root(SplitMix64 random) {
    int n = deviations.length;
    double sum = 0;
    double squares = 0;
    for (int i = 0; i < n; i++) {
      double drawn = deviations[random.next(n)];
      sum += drawn;
      squares += drawn * drawn;
    }
    double shift = sum / n;
    double spread = squares / n - shift * shift;
    return spread > NO_VARIANCE * variance ? shift / Math.sqrt(spread) : infinite(shift);
  }

  private double infinite(double shift) {
    return shift * shift <= NO_VARIANCE * variance
        ? 0
        : Math.copySign(Double.POSITIVE_INFINITY, shift);
  }

  /**
   * Two-sided: how often random signs of all numbers make a sum further from 0, and half as often
   * as they make one as far.
   */
  double signFlipPValue(int resamples, SplitMix64 random) {
    double size = Math.abs(mean) * sorted.length;
    double same = size * SAME + SAME;
    if (size <= same) {
      return 1;
    }
    long[] bits = Arrays.stream(sorted).mapToLong(Double::doubleToRawLongBits).toArray();
    double further = 0;
    for (int i = 0; i < resamples; i++) {
      double excess = Math.abs(sumOfRandomSigns(bits, random)) - size;
      further += excess > same ? 1 : excess >= -same ? 0.5 : 0;
    }
    return (further + 1) / (resamples + 1);
  }

  /** By flipping the bit of the sign: a branch that no processor can predict would cost more. */
  private static double sumOfRandomSigns(long[] bits, SplitMix64 random) {
    double sum = 0;
    long signs = 0;
    for (int i = 0; i < bits.length; i++) {
      signs = i % Long.SIZE == 0 ? random.next() : signs << 1;
      sum += Double.longBitsToDouble(bits[i] ^ (signs & Long.MIN_VALUE));
    }
    return sum;
  }

  /** The most frequent number; of equally frequent ones the smallest. */
  Mode mode() {
    Mode mode = new Mode(sorted[0], 0);
    int start = 0;
    for (int i = 1; i <= sorted.length; i++) {
      if (i == sorted.length || sorted[i] - sorted[start] > SAME) {
        if (i - start > mode.count()) {
          mode = new Mode(sorted[start], i - start);
        }
        start = i;
      }
    }
    return mode;
  }

  /**
   * A number and how many images have it.
   *
   * @param value the number
   * @param count of images, 1 or more
   */
  record Mode(double value, int count) {}
}
