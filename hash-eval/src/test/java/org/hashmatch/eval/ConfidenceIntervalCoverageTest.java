package org.hashmatch.eval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.HashMap;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * How often intervals at 95 % contain the truth, over 20,000 simulations each: 1 percentage point
 * is more than 6 standard errors.
 *
 * <p>Hits are whole numbers, so that no interval has exactly its confidence for every share: chosen
 * here are trials and shares where it is attainable. For others, Wilson's is sometimes below,
 * Clopper and Pearson's only above.
 */
final class ConfidenceIntervalCoverageTest {

  private static final int SIMULATIONS = 20_000;

  private static double coverage(
      int trials, double truth, long seed, IntFunction<ConfidenceInterval> interval) {
    Map<Integer, ConfidenceInterval> known = new HashMap<>();
    SplittableRandom random = new SplittableRandom(seed);
    int held = 0;
    for (int i = 0; i < SIMULATIONS; i++) {
      ConfidenceInterval found =
          known.computeIfAbsent(hits(trials, truth, random), interval::apply);
      held += found.lower() <= truth && truth <= found.upper() ? 1 : 0;
    }
    return (double) held / SIMULATIONS;
  }

  private static int hits(int trials, double truth, SplittableRandom random) {
    return (int) IntStream.range(0, trials).filter(i -> random.nextDouble() < truth).count();
  }

  @ParameterizedTest
  @CsvSource({"140, 0.436", "140, 0.6", "1000, 0.3", "1000, 0.985", "2000, 0.9"})
  void wilson_coverage_isNominal(int trials, double truth) {
    double coverage = coverage(trials, truth, 101, h -> ConfidenceInterval.wilson(h, trials, 0.95));

    System.out.printf(
        "Wilson, %d trials of %.3f: coverage %.2f %%%n", trials, truth, 100 * coverage);
    assertThat(coverage).isCloseTo(0.95, within(0.01));
  }

  @ParameterizedTest
  @CsvSource({"140, 0.6", "1000, 0.6", "2000, 0.3", "2000, 0.5"})
  void clopperPearson_coverageWhereAttainable_isNominal(int trials, double truth) {
    double coverage = clopperPearson(trials, truth);

    assertThat(coverage).isCloseTo(0.95, within(0.01));
  }

  @ParameterizedTest
  @CsvSource({"30, 0.3", "30, 0.985", "100, 0.01", "1000, 0.001", "140, 0.985", "140, 0.5"})
  void clopperPearson_coverageElsewhere_isConservative(int trials, double truth) {
    double coverage = clopperPearson(trials, truth);

    assertThat(coverage).isBetween(0.95, 1.0);
  }

  private static double clopperPearson(int trials, double truth) {
    double coverage =
        coverage(trials, truth, 102, h -> ConfidenceInterval.clopperPearson(h, trials, 0.95));
    System.out.printf(
        "Clopper-Pearson, %d trials of %.3f: coverage %.2f %%%n", trials, truth, 100 * coverage);
    return coverage;
  }

  /** What the simulation must be able to notice: an interval of 90 % is not one of 95 %. */
  @Test
  void coverage_ofLessConfidence_isLess() {
    assertThat(coverage(140, 0.6, 103, h -> ConfidenceInterval.wilson(h, 140, 0.9)))
        .isCloseTo(0.9, within(0.01));
  }
}
