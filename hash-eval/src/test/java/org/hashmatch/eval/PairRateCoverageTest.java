package org.hashmatch.eval;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * How often intervals at 95 % contain the truth where pairs depend on each other: 2,000 simulated
 * studies each, in which pictures differ in how many others they are near to, by a log-normal
 * factor on either side of a pair.
 */
@Tag("exhaustive")
final class PairRateCoverageTest {

  private static final int SIMULATIONS = 2_000;
  private static final int PAIRS_OF_TWO = 20;

  /** Rates of pictures vary alike in both roles, or in each for itself. */
  private enum Roles {
    ALIKE,
    APART
  }

  private static double[] factors(int pictures, double deviation, SplittableRandom random) {
    double[] factors = new double[pictures];
    for (int i = 0; i < pictures; i++) {
      factors[i] = Math.exp(deviation * random.nextGaussian() - deviation * deviation / 2);
    }
    return factors;
  }

  /** By waiting times, as hits are rare: exponential ones, so many of which pass until 1. */
  private static long poisson(double mean, SplittableRandom random) {
    long hits = 0;
    double time = -Math.log1p(-random.nextDouble());
    while (time < mean && hits < PAIRS_OF_TWO) {
      hits++;
      time -= Math.log1p(-random.nextDouble());
    }
    return hits;
  }

  private static PairRate study(
      int pictures, double truth, double deviation, Roles roles, SplittableRandom random) {
    double[] looked = factors(pictures, deviation, random);
    double[] found = roles == Roles.ALIKE ? looked : factors(pictures, deviation, random);
    PairRate.Builder rate = PairRate.builder(pictures);
    for (int one = 0; one < pictures; one++) {
      for (int other = one + 1; other < pictures; other++) {
        double mean =
            truth * PAIRS_OF_TWO / 2 * (looked[one] * found[other] + looked[other] * found[one]);
        rate.add(one, other, poisson(mean, random), PAIRS_OF_TWO);
      }
    }
    return rate.build();
  }

  @ParameterizedTest
  @CsvSource({
    "200, 1e-4, 0, ALIKE",
    "200, 1e-5, 0.5, ALIKE",
    "200, 1e-4, 0.5, ALIKE",
    "200, 1e-4, 0.5, APART",
    "400, 1e-5, 1, ALIKE",
    "200, 1e-4, 1, ALIKE",
    "200, 1e-4, 1, APART"
  })
  void coverage_ofDependentPairs_isAboutNominal(
      int pictures, double truth, double deviation, Roles roles) {
    SplittableRandom random = new SplittableRandom(20230918);
    int held = 0;
    int independent = 0;
    for (int i = 0; i < SIMULATIONS; i++) {
      PairRate rate = study(pictures, truth, deviation, roles, random);
      held += contains(rate.interval(0.95), truth);
      independent += contains(new PairRate(rate.hits(), rate.pairs(), 1).interval(0.95), truth);
    }
    double coverage = (double) held / SIMULATIONS;
    System.out.printf(
        Locale.ROOT,
        "pairs of %d pictures, rate %.0e, deviation %.1f %s: coverage %.2f %%, taken for independent %.2f %%%n",
        pictures,
        truth,
        deviation,
        roles,
        100 * coverage,
        100.0 * independent / SIMULATIONS);
    assertThat(coverage).isBetween(0.935, 0.975);
  }

  private static int contains(ConfidenceInterval interval, double truth) {
    return interval.lower() <= truth && truth <= interval.upper() ? 1 : 0;
  }
}
