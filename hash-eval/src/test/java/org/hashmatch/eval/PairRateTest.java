package org.hashmatch.eval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

final class PairRateTest {

  /** Four pictures, one pair of each two: all three of the first count. */
  @Test
  void designEffect_ofASmallCase_isAsByHand() {
    PairRate rate =
        PairRate.builder(4)
            .add(0, 1, 1, 1)
            .add(0, 2, 1, 1)
            .add(3, 0, 1, 1)
            .add(1, 2, 0, 1)
            .add(1, 3, 0, 1)
            .add(2, 3, 0, 1)
            .build();

    assertThat(rate.value()).isEqualTo(0.5);
    // Residuals by picture 1.5, -0.5, -0.5, -0.5: squares 3; those of 6 pairs 1.5; 4 / 3 over 6 /
    // 4.
    assertThat(rate.designEffect()).isCloseTo((3 - 1.5) * 4 / 3 / 1.5, within(1e-12));
  }

  @Test
  void interval_ofIndependentPairs_isTheExactOne() {
    PairRate rate = new PairRate(7, 1_000_000, 1);
    assertThat(rate.interval(0.95))
        .isEqualTo(ConfidenceInterval.clopperPearson(7, 1_000_000, 0.95));
  }

  @Test
  void interval_ofDependentPairs_isThatOfFewer() {
    PairRate rate = new PairRate(40, 1_000_000, 10);
    assertThat(rate.interval(0.95))
        .isEqualTo(ConfidenceInterval.clopperPearson(4, 100_000, 0.95))
        .satisfies(interval -> assertThat(interval.upper()).isGreaterThan(9e-5));
  }

  @Test
  void rate_ofNoHit_orOfNothingElse_hasTheExactInterval() {
    PairRate none = PairRate.builder(3).add(0, 1, 0, 50).add(1, 2, 0, 50).build();
    assertThat(none.designEffect()).isEqualTo(1);
    assertThat(none.interval(0.95)).isEqualTo(ConfidenceInterval.clopperPearson(0, 100, 0.95));
    PairRate all = PairRate.builder(3).add(0, 1, 50, 50).add(1, 2, 50, 50).build();
    assertThat(all.interval(0.95)).isEqualTo(ConfidenceInterval.clopperPearson(100, 100, 0.95));
  }

  @Test
  void pairsOfEveryEdit_ofTheSamePictures_tellAsMuchAsOne() {
    PairRate.Builder builder = PairRate.builder(200);
    for (int i = 0; i < 200; i += 2) {
      builder.add(i, i + 1, i % 20 == 0 ? 100 : 0, 100);
    }
    assertThat(builder.build().designEffect()).isCloseTo(100, within(1.0));
  }

  @Test
  void badInput_isRefused() {
    assertThatThrownBy(() -> PairRate.builder(1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("pictures must be 2 or more (got 1)");
    assertThatThrownBy(() -> PairRate.builder(2).build())
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("pairs must be 1 or more (got 0)");
    assertThatThrownBy(() -> PairRate.builder(2).add(1, 1, 0, 1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("a pair is of two pictures (got 1 twice)");
    assertThatThrownBy(() -> PairRate.builder(2).add(0, 1, 2, 1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("hits must be 0..pairs, pairs 0..1048576 (got 2 of 1)");
    assertThatThrownBy(() -> new PairRate(5, 4, 1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("hits must be 0..4 (got 5)");
    assertThatThrownBy(() -> new PairRate(1, 4, 0.5))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("designEffect must be 1 or more (got 0.5)");
    assertThatThrownBy(() -> new PairRate(1, 4, 1).interval(1.5))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("confidence must be between 0 and 1 (got 1.5)");
  }
}
