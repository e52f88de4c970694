package org.hashmatch.eval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * How often intervals at 95 % contain the true mean recall, over 3,000 simulations with 140 images
 * and 5,000 with 30, whose recalls are of a beta distribution: 1 percentage point is 2.5 or 3.2
 * standard errors.
 */
@Tag("exhaustive")
final class ImageBootstrapCoverageTest {

  private static final int RESAMPLES = 999;

  @ParameterizedTest
  @CsvSource({
    "140, 160, 9.7, 0.3",
    "140, 160, 20, 0.3",
    "140, 20, 4.5, 0.5",
    "140, 5, 40, 2",
    "30, 20, 4.5, 0.5",
    "30, 160, 4.5, 0.5",
    "30, 160, 60, 40",
    "30, 20, 40, 2"
  })
  void interval_coverage_isNominal(int images, int edits, double alpha, double beta) {
    assertThat(coverage(images, edits, alpha, beta)).isCloseTo(0.95, within(0.01));
  }

  /** Where most images have all their edits found, or all or nothing: too wide, not too narrow. */
  @ParameterizedTest
  @CsvSource({
    "140, 5, 20, 0.3",
    "30, 5, 20, 0.3",
    "30, 20, 20, 0.3",
    "30, 160, 20, 0.3",
    "30, 20, 0.9, 0.1",
    "30, 20, 1.2, 0.8"
  })
  void interval_coverageOfFewInformativeImages_isConservative(
      int images, int edits, double alpha, double beta) {
    assertThat(coverage(images, edits, alpha, beta)).isBetween(0.94, 1.0);
  }

  private static double coverage(int images, int edits, double alpha, double beta) {
    ImagePopulation population = new ImagePopulation(alpha, beta);
    double truth = population.mean();
    SplittableRandom random = new SplittableRandom(111);
    int simulations = images > 100 ? 3_000 : 5_000;
    int tooHigh = 0;
    int tooLow = 0;
    double width = 0;
    for (int i = 0; i < simulations; i++) {
      List<ImageRecall> seen =
          ImagePopulation.observe(population.draw(images, random), edits, random);
      ConfidenceInterval interval = new ImageBootstrap(RESAMPLES, i).interval(seen, 0.95);
      tooHigh += interval.lower() > truth ? 1 : 0;
      tooLow += interval.upper() < truth ? 1 : 0;
      width += interval.upper() - interval.lower();
    }
    double coverage = 1 - (double) (tooHigh + tooLow) / simulations;
    System.out.printf(
        "image bootstrap, %d images, %d edits, beta(%.1f, %.1f), mean %.3f: coverage %.2f %%,"
            + " too high %.2f %%, too low %.2f %%, width %.3f%n",
        images,
        edits,
        alpha,
        beta,
        truth,
        100 * coverage,
        100.0 * tooHigh / simulations,
        100.0 * tooLow / simulations,
        width / simulations);
    return coverage;
  }

  /**
   * Why images are resampled, not edits: an interval of 600 independent trials is no such thing.
   */
  @Test
  void wilsonOverAllEdits_misses() {
    ImagePopulation population = new ImagePopulation(4.5, 0.5);
    SplittableRandom random = new SplittableRandom(112);
    int held = 0;
    for (int i = 0; i < 2_000; i++) {
      List<ImageRecall> seen = ImagePopulation.observe(population.draw(30, random), 20, random);
      int hits = (int) Math.round(600 * ImageBootstrap.mean(seen));
      ConfidenceInterval interval = ConfidenceInterval.wilson(hits, 600, 0.95);
      held +=
          interval.lower() <= population.mean() && population.mean() <= interval.upper() ? 1 : 0;
    }
    System.out.printf(
        "Wilson over 30 x 20 edits as if independent: coverage %.2f %%%n", held / 20.0);
    assertThat(held / 2_000.0).isLessThan(0.8);
  }
}
