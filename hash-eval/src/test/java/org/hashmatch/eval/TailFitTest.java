package org.hashmatch.eval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import java.util.function.DoubleUnaryOperator;
import org.apache.commons.math3.distribution.BinomialDistribution;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class TailFitTest {

  private static final double NEVER = Double.POSITIVE_INFINITY;

  /** Distances with P(distance <= d) = exp(d / 3) below 0, made from even random numbers. */
  private static DistanceCounts exponential(long seed, DoubleUnaryOperator rounding) {
    SplittableRandom random = new SplittableRandom(seed);
    DistanceCounts.Builder builder = DistanceCounts.builder();
    for (int i = 0; i < 1_000_000; i++) {
      builder.add(rounding.applyAsDouble(3 * Math.log(1 - random.nextDouble())));
    }
    return builder.build();
  }

  /** As many of each distance as are expected of so many pairs. */
  private static DistanceCounts binomial(int bits, long pairs) {
    BinomialDistribution distribution = new BinomialDistribution(null, bits, 0.5);
    DistanceCounts.Builder builder = DistanceCounts.builder();
    for (int distance = 0; distance <= bits; distance++) {
      builder.add(distance, Math.round(pairs * distribution.probability(distance)));
    }
    return builder.build();
  }

  /** 8 at 10, 4 at 9, 2 at 8, 1 at 7, times 10: mean difference to the threshold 11 / 15. */
  @Test
  void integers_ofASmallCase_areFittedAsByHand() {
    DistanceCounts nonMates =
        DistanceCounts.builder().add(7, 10).add(8, 20).add(9, 40).add(10, 80).add(50, 9850).build();

    TailFit fit = TailFit.ofIntegers(nonMates, 0.02).orElseThrow();

    double ratio = (11 / 15.0) / (1 + 11 / 15.0);
    assertThat(fit.lowest()).isEqualTo(7);
    assertThat(fit.threshold()).isEqualTo(10);
    assertThat(fit.distances()).isEqualTo(150);
    assertThat(fit.tailShare()).isEqualTo(0.015);
    assertThat(fit.growth()).isCloseTo(1 / ratio, within(1e-12));
    assertThat(fit.falsePositiveRate(10)).isEqualTo(0.015);
    assertThat(fit.falsePositiveRate(10 - 5)).isCloseTo(0.015 * Math.pow(ratio, 5), within(1e-15));
    assertThat(fit.falsePositiveRate(5.9)).isEqualTo(fit.falsePositiveRate(5));
    // Variance (4 + 8 + 9) / 15 - (11 / 15)^2 over mean * (1 + mean).
    assertThat(fit.dispersion()).isCloseTo((21 * 15 - 121) / (11.0 * 26), within(1e-12));
    // Within 9 there are 7 of 15.
    assertThat(fit.misfit()).isCloseTo(7 / 15.0 - ratio, within(1e-12));
  }

  /** 20 each at 1, 2 and 3 below the threshold of 10: mean difference 2. */
  @Test
  void reals_ofASmallCase_areFittedAsByHand() {
    DistanceCounts nonMates =
        DistanceCounts.builder().add(7, 20).add(8, 20).add(9, 20).add(10).add(NEVER, 939).build();

    TailFit fit = TailFit.ofReals(nonMates, 0.5).orElseThrow();

    assertThat(fit.threshold()).isEqualTo(10);
    assertThat(fit.distances()).isEqualTo(60);
    assertThat(fit.tailShare()).isEqualTo(0.06);
    assertThat(fit.growth()).isCloseTo(Math.exp(0.5), within(1e-12));
    assertThat(fit.falsePositiveRate(6.5)).isCloseTo(0.06 * Math.exp(-1.75), within(1e-15));
    assertThat(fit.radius(0.006)).isCloseTo(10 - 2 * Math.log(10), within(1e-12));
    assertThat(fit.dispersion()).isCloseTo(2 / 3.0 / 4, within(1e-12));
    // At 9 all were seen of which the fit has exp(-1 / 2).
    assertThat(fit.misfit()).isCloseTo(1 - Math.exp(-0.5), within(1e-12));
  }

  @ParameterizedTest
  @ValueSource(longs = {51, 52, 53, 54, 55, 56})
  void exponentialTail_farBeyondTheData_isPredicted(long seed) {
    TailFit fit = TailFit.ofReals(exponential(seed, d -> d), 1e-2).orElseThrow();

    for (double rate : new double[] {1e-6, 1e-9}) {
      double radius = 3 * Math.log(rate);
      assertThat(fit.falsePositiveRate(radius) / rate).isBetween(1 / 3.0, 3.0);
      assertThat(fit.radius(rate)).isCloseTo(radius, within(3 * Math.log(3)));
    }
    assertThat(fit.dispersion()).isBetween(0.9, 1.1);
    assertThat(fit.misfit()).isLessThan(1.63 / Math.sqrt((double) fit.distances()));
  }

  /** Rounded up, a radius r still has P(distance <= r) = exp(r / 3). */
  @ParameterizedTest
  @ValueSource(longs = {61, 62, 63, 64, 65, 66})
  void geometricTail_farBeyondTheData_isPredicted(long seed) {
    TailFit fit = TailFit.ofIntegers(exponential(seed, Math::ceil), 1e-2).orElseThrow();

    assertThat(fit.falsePositiveRate(-62) / Math.exp(-62 / 3.0)).isBetween(1 / 3.0, 3.0);
    assertThat(fit.dispersion()).isBetween(0.9, 1.1);
  }

  /** Thinner than exponential: too many false positives are predicted, never too few. */
  @Test
  void binomialTail_isOverestimated() {
    TailFit fit = TailFit.ofIntegers(binomial(256, 10_000_000), 1e-4).orElseThrow();

    double atMillionth = binomialRatio(fit, 1e-6);
    double atBillionth = binomialRatio(fit, 1e-9);
    double atTrillionth = binomialRatio(fit, 1e-12);
    System.out.printf(
        "binomial(256), tail of 1e-4: fitted over true %.2f at 1e-6, %.1f at 1e-9, %.0f at 1e-12;"
            + " dispersion %.2f%n",
        atMillionth, atBillionth, atTrillionth, fit.dispersion());
    assertThat(atMillionth).isBetween(1.0, 2.0);
    assertThat(atBillionth).isBetween(3.0, 8.0);
    assertThat(atTrillionth).isBetween(30.0, 100.0);
    assertThat(fit.dispersion()).isBetween(0.5, 0.95);
  }

  /** Fitted over true, at the smallest radius of at least the rate. */
  private static double binomialRatio(TailFit fit, double rate) {
    BinomialDistribution distribution = new BinomialDistribution(null, 256, 0.5);
    int radius = 0;
    while (distribution.cumulativeProbability(radius) < rate) {
      radius++;
    }
    return fit.falsePositiveRate(radius) / distribution.cumulativeProbability(radius);
  }

  @Test
  void radius_isTheGreatestWithTheRate() {
    TailFit integers = TailFit.ofIntegers(binomial(256, 10_000_000), 1e-4).orElseThrow();
    for (int radius = -20; radius <= integers.threshold(); radius++) {
      double rate = integers.falsePositiveRate(radius);
      assertThat(integers.radius(rate)).isEqualTo(radius);
      assertThat(integers.radius(rate * 0.999)).isEqualTo(radius - 1);
    }
    TailFit reals = TailFit.ofReals(exponential(57, d -> d), 1e-3).orElseThrow();
    for (double rate = reals.tailShare(); rate > 1e-15; rate /= 7) {
      assertThat(reals.falsePositiveRate(reals.radius(rate)) / rate).isCloseTo(1, within(1e-9));
    }
  }

  @Test
  void tooFewDistances_areNotFitted() {
    DistanceCounts.Builder fifty = DistanceCounts.builder().add(1, 10).add(2, 10).add(3, 29);
    DistanceCounts few = fifty.add(100, 9_951).build();
    DistanceCounts enough = fifty.add(3).build();

    assertThat(TailFit.ofIntegers(few, 0.01)).isEmpty();
    assertThat(TailFit.ofIntegers(enough, 0.01)).isPresent();
    assertThat(TailFit.ofReals(enough, 0.01)).isEmpty();
    assertThat(TailFit.ofIntegers(enough, 1e-9)).isEmpty();
    DistanceCounts flat = DistanceCounts.builder().add(1, 60).add(2, 60).add(9, 9_999).build();
    assertThat(TailFit.ofIntegers(flat, 0.1)).isEmpty();
    assertThat(TailFit.ofIntegers(DistanceCounts.builder().add(NEVER).build(), 0.1)).isEmpty();
  }

  @Test
  void badInput_namesValueAndBound() {
    DistanceCounts nonMates = exponential(58, d -> d);
    TailFit fit = TailFit.ofReals(nonMates, 0.01).orElseThrow();

    for (double share : new double[] {0, 1, Double.NaN}) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> TailFit.ofReals(nonMates, share))
          .withMessage("tailShare must be between 0 and 1 (got " + share + ")");
    }
    assertThatIllegalArgumentException()
        .isThrownBy(() -> TailFit.ofIntegers(nonMates, 0.01))
        .withMessage("distances must be integers (got " + nonMates.quantile(0) + ")");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> fit.falsePositiveRate(0))
        .withMessage("radius must be at most " + fit.threshold() + " (got 0.0)");
    assertThatIllegalArgumentException().isThrownBy(() -> fit.falsePositiveRate(Double.NaN));
    for (double rate : new double[] {0, 0.5, Double.NaN}) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> fit.radius(rate))
          .withMessage(
              "falsePositiveRate must be more than 0, at most %s (got %s)", fit.tailShare(), rate);
    }
  }
}
