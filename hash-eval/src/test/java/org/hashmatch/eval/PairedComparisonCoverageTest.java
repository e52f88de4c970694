package org.hashmatch.eval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.DoubleUnaryOperator;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * How often the paired comparison is wrong at 5 %, over 3,000 simulations each (1 percentage point
 * is 2.5 standard errors), and how often it is right.
 */
@Tag("exhaustive")
final class PairedComparisonCoverageTest {

  private static final int SIMULATIONS = 3_000;
  private static final int RESAMPLES = 999;

  /** Two hashers whose true recalls of the same image are given by the random numbers. */
  private static Rates rates(
      int edits, double difference, long seed, Function<SplittableRandom, double[][]> truths) {
    SplittableRandom random = new SplittableRandom(seed);
    int alarms = 0;
    int missed = 0;
    for (int i = 0; i < SIMULATIONS; i++) {
      double[][] both = truths.apply(random);
      PairedComparison comparison =
          new ImageBootstrap(RESAMPLES, i)
              .compare(
                  ImagePopulation.observe(both[0], edits, random),
                  ImagePopulation.observe(both[1], edits, random),
                  0.95);
      alarms += comparison.pValue() <= 0.05 ? 1 : 0;
      missed += comparison.lower() > difference || comparison.upper() < difference ? 1 : 0;
    }
    return new Rates((double) alarms / SIMULATIONS, 1 - (double) missed / SIMULATIONS);
  }

  private record Rates(double alarms, double coverage) {

    Rates print(String what) {
      System.out.printf(
          "paired comparison, %s: significant %.2f %%, coverage of the difference %.2f %%%n",
          what, 100 * alarms, 100 * coverage);
      return this;
    }
  }

  /** Equally good on every image: only chance decides which of the two found an edit. */
  @ParameterizedTest
  @CsvSource({"140, 160, 9.7, 0.3", "140, 20, 4.5, 0.5", "30, 160, 4.5, 0.5", "30, 160, 60, 40"})
  void equallyGoodHashers_falseAlarms_areNominal(int images, int edits, double alpha, double beta) {
    Rates rates = equallyGood(images, edits, alpha, beta);

    assertThat(rates.alarms()).isCloseTo(0.05, within(0.01));
    assertThat(rates.coverage()).isCloseTo(0.95, within(0.01));
  }

  /** Few edits that make a difference: most sums of signs are equal, the test is too careful. */
  @ParameterizedTest
  @CsvSource({"30, 20, 4.5, 0.5", "30, 5, 9.7, 0.3", "140, 5, 20, 0.3"})
  void equallyGoodHashers_withFewDifferences_raiseFewerFalseAlarms(
      int images, int edits, double alpha, double beta) {
    Rates rates = equallyGood(images, edits, alpha, beta);

    assertThat(rates.alarms()).isBetween(0.0, 0.06);
    assertThat(rates.coverage()).isBetween(0.94, 1.0);
  }

  private static Rates equallyGood(int images, int edits, double alpha, double beta) {
    ImagePopulation population = new ImagePopulation(alpha, beta);
    return rates(
            edits,
            0,
            121,
            random -> {
              double[] truths = population.draw(images, random);
              return new double[][] {truths, truths};
            })
        .print("%d images, %d edits, both beta(%.1f, %.1f)".formatted(images, edits, alpha, beta));
  }

  /** Equally good on average, but one is even and the other all or nothing. */
  @Test
  void equalMeansOfUnequalSpread_falseAlarms_areNominalOfManyImages() {
    assertThat(unequalSpread(140, 4.5, 0.5).alarms()).isCloseTo(0.05, within(0.01));
    assertThat(unequalSpread(140, 0.9, 0.1).alarms()).isCloseTo(0.05, within(0.01));
    assertThat(unequalSpread(30, 4.5, 0.5).alarms()).isCloseTo(0.05, within(0.01));
    assertThat(unequalSpread(30, 0.9, 0.1).alarms()).isLessThan(0.1);
  }

  private static Rates unequalSpread(int images, double alpha, double beta) {
    ImagePopulation uneven = new ImagePopulation(alpha, beta);
    ImagePopulation even = new ImagePopulation(45, 5);
    return rates(
            20,
            uneven.mean() - even.mean(),
            122,
            random -> new double[][] {uneven.draw(images, random), even.draw(images, random)})
        .print(
            "%d images, 20 edits, beta(%.1f, %.1f) and beta(45, 5)".formatted(images, alpha, beta));
  }

  @Test
  void betterHasher_isRecognised() {
    Rates many = better(140);

    assertThat(many.alarms()).isGreaterThan(0.9);
    assertThat(many.coverage()).isCloseTo(0.95, within(0.01));
    assertThat(better(30).alarms()).isBetween(0.3, 0.9);
  }

  /** One finds a thirtieth less of every image. */
  private static Rates better(int images) {
    ImagePopulation population = new ImagePopulation(4.5, 0.5);
    return rates(
            20,
            population.mean() / 30,
            123,
            random -> {
              double[] truths = population.draw(images, random);
              return new double[][] {
                truths, Arrays.stream(truths).map(truth -> truth * 29 / 30).toArray()
              };
            })
        .print("%d images, 20 edits, recalls .900 and .870".formatted(images));
  }

  /** Of four hashers, six pairs: any false alarm after Holm's adjustment, and without. */
  @Test
  void holm_familyOfEqualHashers_hasFewFalseAlarms() {
    double[] rates = anyFalseAlarm(124, truth -> truth);

    System.out.printf(
        "Holm, six pairs of four equal hashers: any false alarm %.2f %%, unadjusted %.2f %%%n",
        100 * rates[0], 100 * rates[1]);
    assertThat(rates[0]).isLessThanOrEqualTo(0.06);
    assertThat(rates[1]).isGreaterThan(0.1);
  }

  /** One of the four is worse: false alarms among the pairs of the others. */
  @Test
  void holm_familyWithOneWorseHasher_hasFewFalseAlarmsAmongTheOthers() {
    double[] rates = anyFalseAlarm(125, truth -> 0.8 * truth);

    System.out.printf(
        "Holm, three equal hashers and a worse one: any false alarm %.2f %%, unadjusted %.2f %%%n",
        100 * rates[0], 100 * rates[1]);
    assertThat(rates[0]).isLessThanOrEqualTo(0.06);
    assertThat(rates[1]).isGreaterThan(0.06);
  }

  /** Adjusted and not. The fourth hasher's recalls are a function of the others'. */
  private static double[] anyFalseAlarm(long seed, DoubleUnaryOperator fourth) {
    ImagePopulation population = new ImagePopulation(4.5, 0.5);
    SplittableRandom random = new SplittableRandom(seed);
    boolean allEqual = fourth.applyAsDouble(1) == 1;
    int adjusted = 0;
    int unadjusted = 0;
    int simulations = 2_000;
    for (int i = 0; i < simulations; i++) {
      double[] truths = population.draw(30, random);
      double[] worse = Arrays.stream(truths).map(fourth).toArray();
      double[] pValues =
          pValues(
              List.of(
                  ImagePopulation.observe(truths, 40, random),
                  ImagePopulation.observe(truths, 40, random),
                  ImagePopulation.observe(truths, 40, random),
                  ImagePopulation.observe(worse, 40, random)),
              i);
      // The pairs of the first three come first.
      int innocent = allEqual ? 6 : 3;
      adjusted += anySignificant(Holm.adjust(pValues), innocent) ? 1 : 0;
      unadjusted += anySignificant(pValues, innocent) ? 1 : 0;
    }
    return new double[] {(double) adjusted / simulations, (double) unadjusted / simulations};
  }

  private static double[] pValues(List<List<ImageRecall>> hashers, long seed) {
    List<Double> pValues = new ArrayList<>();
    for (int second = 1; second < hashers.size(); second++) {
      for (int first = 0; first < second; first++) {
        pValues.add(
            new ImageBootstrap(RESAMPLES, seed)
                .compare(hashers.get(first), hashers.get(second), 0.95)
                .pValue());
      }
    }
    return pValues.stream().mapToDouble(p -> p).toArray();
  }

  private static boolean anySignificant(double[] pValues, int first) {
    return IntStream.range(0, first).anyMatch(i -> pValues[i] <= 0.05);
  }
}
