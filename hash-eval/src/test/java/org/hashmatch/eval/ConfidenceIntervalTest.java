package org.hashmatch.eval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ConfidenceIntervalTest {

  /** By hand: (h + z^2 / 2 -+ z * sqrt(h * (n - h) / n + z^2 / 4)) / (n + z^2). */
  @ParameterizedTest
  @CsvSource({
    "0, 10, 0.95, 0, 0.2775",
    "10, 10, 0.95, 0.7225, 1",
    "5, 10, 0.95, 0.2366, 0.7634",
    "50, 100, 0.95, 0.4038, 0.5962",
    "5, 10, 0.99, 0.1842, 0.8158"
  })
  void wilson_ofKnownCases_hasTheKnownBounds(
      int hits, int trials, double confidence, double lower, double upper) {
    ConfidenceInterval interval = ConfidenceInterval.wilson(hits, trials, confidence);

    assertThat(interval.lower()).isCloseTo(lower, within(5e-5));
    assertThat(interval.upper()).isCloseTo(upper, within(5e-5));
  }

  @Test
  void wilson_ofNeverAndAlways_endsAtExactlyZeroAndOne() {
    for (int trials = 1; trials < 2_000; trials++) {
      for (double confidence : new double[] {0.5, 0.95, 0.99}) {
        assertThat(ConfidenceInterval.wilson(0, trials, confidence).lower()).isZero();
        assertThat(ConfidenceInterval.wilson(trials, trials, confidence).upper()).isOne();
      }
    }
  }

  @Test
  void wilson_ofTheMostTrials_isNarrow() {
    int most = Integer.MAX_VALUE / 2;
    ConfidenceInterval interval = ConfidenceInterval.wilson(500, most, 0.95);

    assertThat(interval.lower() * most).isCloseTo(458, within(0.5));
    assertThat(interval.upper() * most).isCloseTo(546, within(0.5));
    assertThat(ConfidenceInterval.wilson(0, most, 0.95).upper()).isLessThan(4e-9);
  }

  @Test
  void wilson_confidenceAtTheEdgeOfDouble_isRefusedNotWrong() {
    for (double confidence : new double[] {Double.MIN_VALUE, Math.nextDown(1.0)}) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> ConfidenceInterval.wilson(5, 10, confidence));
    }
  }

  @Test
  void wilson_outOfRange_namesValueAndBound() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ConfidenceInterval.wilson(0, 0, 0.95))
        .withMessage("trials must be 1 or more (got 0)");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ConfidenceInterval.wilson(0, 1_073_741_824, 0.95))
        .withMessage("trials must be at most 1073741823 (got 1073741824)");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ConfidenceInterval.wilson(11, 10, 0.95))
        .withMessage("hits must be 0..10 (got 11)");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ConfidenceInterval.wilson(-1, 10, 0.95))
        .withMessage("hits must be 0..10 (got -1)");
    for (double confidence : new double[] {0, 1, -1, Double.NaN}) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> ConfidenceInterval.wilson(1, 10, confidence))
          .withMessage("confidence must be between 0 and 1 (got " + confidence + ")");
    }
  }

  /** By bisection of sums of binomial probabilities; the first two also in R's binom.test. */
  @ParameterizedTest
  @CsvSource({
    "1, 10, 0.002528578544461781, 0.44501611702819543",
    "5, 10, 0.18708602844739822, 0.8129139715526013",
    "9, 10, 0.55498388297180457, 0.9974714214555382",
    "3, 100000, 6.18676397389712e-06, 8.767020256918815E-5",
    "2, 10000000, 2.422093029329645e-08, 7.224685764105786e-07",
  })
  void clopperPearson_someHits_isTheExactInterval(
      int hits, int trials, double lower, double upper) {
    ConfidenceInterval interval = ConfidenceInterval.clopperPearson(hits, trials, 0.95);
    assertThat(interval.lower() / lower).isCloseTo(1, within(1e-6));
    assertThat(interval.upper() / upper).isCloseTo(1, within(1e-6));
  }

  @Test
  void clopperPearson_noHitOrNothingElse_hasAClosedForm() {
    assertThat(ConfidenceInterval.clopperPearson(0, 10, 0.95).lower()).isZero();
    assertThat(ConfidenceInterval.clopperPearson(0, 10, 0.95).upper())
        .isCloseTo(0.30849710781876083, within(1e-12));
    assertThat(ConfidenceInterval.clopperPearson(10, 10, 0.95).lower())
        .isCloseTo(1 - 0.30849710781876083, within(1e-12));
    assertThat(ConfidenceInterval.clopperPearson(10, 10, 0.95).upper()).isOne();
    // 1 - 0.025^(1/n) is -ln(0.025) / n for large n.
    assertThat(ConfidenceInterval.clopperPearson(0, 1_000_000_000, 0.95).upper())
        .isCloseTo(3.6888794541139365e-9, within(1e-16));
  }

  @Test
  void clopperPearson_outOfRange_namesValueAndBound() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ConfidenceInterval.clopperPearson(0, 0, 0.95))
        .withMessage("trials must be 1 or more (got 0)");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ConfidenceInterval.clopperPearson(11, 10, 0.95))
        .withMessage("hits must be 0..10 (got 11)");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ConfidenceInterval.clopperPearson(1, 10, 1))
        .withMessage("confidence must be between 0 and 1 (got 1.0)");
  }

  @Test
  void interval_outOfOrder_namesItsBounds() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new ConfidenceInterval(0.5, 0.4))
        .withMessage("interval must satisfy 0 <= lower <= upper <= 1 (got 0.5, 0.4)");
    assertThatIllegalArgumentException().isThrownBy(() -> new ConfidenceInterval(-0.1, 0.4));
    assertThatIllegalArgumentException().isThrownBy(() -> new ConfidenceInterval(0.1, 1.4));
    assertThatIllegalArgumentException().isThrownBy(() -> new ConfidenceInterval(Double.NaN, 1));
  }
}
