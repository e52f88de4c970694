package org.hashmatch.eval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

final class FalseAlarmsTest {

  private static final ConfidenceInterval ALL = new ConfidenceInterval(0, 1);

  @Test
  void perDay_isRateTimesEntriesTimesUploads() {
    FalseAlarms alarms =
        new FalseAlarms(1e-10, new ConfidenceInterval(2e-11, 4e-10), 1_000_000, 500_000);

    assertThat(alarms.perDay()).isCloseTo(50, within(1e-9));
    assertThat(alarms.perDayLower()).isCloseTo(10, within(1e-9));
    assertThat(alarms.perDayUpper()).isCloseTo(200, within(1e-9));
    assertThat(alarms.perUpload()).isCloseTo(1e-4 - 5e-9 + 5e-15 + 1e-12 / 6, within(1e-16));
    assertThat(alarms.perUploadInterval().lower()).isCloseTo(1.9999800e-5, within(1e-12));
    assertThat(alarms.perUploadInterval().upper()).isCloseTo(3.9992001e-4, within(1e-12));
  }

  /** By hand: 1 - 0.9^3; and a rate so small that 1 - rate is 1. */
  @Test
  void perUpload_isStableForLargeAndSmallRates() {
    assertThat(new FalseAlarms(0.1, ALL, 3, 1).perUpload()).isCloseTo(0.271, within(1e-15));
    assertThat(new FalseAlarms(1e-20, ALL, 1_000_000, 1).perUpload() / 1e-14)
        .isCloseTo(1, within(1e-12));
    assertThat(new FalseAlarms(1e-6, ALL, 1_000_000, 1).perUpload())
        .isCloseTo(1 - Math.exp(-1), within(1e-6));
    assertThat(new FalseAlarms(1, ALL, 2, 1).perUpload()).isOne();
    assertThat(new FalseAlarms(0, ALL, 2, 1).perUpload()).isEqualTo(0.0);
    assertThat(new FalseAlarms(0, ALL, Long.MAX_VALUE, Long.MAX_VALUE).perDay()).isZero();
    assertThat(new FalseAlarms(0.5, ALL, 2, 1).perUploadInterval()).isEqualTo(ALL);
  }

  @Test
  void badInput_namesValueAndBound() {
    for (double rate : new double[] {0.05, 0.25, Double.NaN}) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> new FalseAlarms(rate, new ConfidenceInterval(0.1, 0.2), 1, 1))
          .withMessage("falsePositiveRate must be in its interval 0.1..0.2 (got " + rate + ")");
    }
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new FalseAlarms(0.1, ALL, 0, 1))
        .withMessage("bankEntries must be 1 or more (got 0)");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new FalseAlarms(0.1, ALL, 1, 0))
        .withMessage("uploadsPerDay must be 1 or more (got 0)");
  }
}
