package org.hashmatch.eval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

final class DecidabilityTest {

  private static DistanceCounts of(double mean, double deviation) {
    return DistanceCounts.builder().add(mean - deviation).add(mean + deviation).build();
  }

  /** By hand: |10 - 128| / sqrt((36 + 64) / 2). */
  @Test
  void value_ofASmallCase_isThatComputedByHand() {
    assertThat(Decidability.of(of(10, 6), of(128, 8)).orElseThrow().value())
        .isCloseTo(118 / Math.sqrt(50), within(1e-12));
    assertThat(Decidability.of(of(128, 8), of(10, 6)).orElseThrow().value())
        .isCloseTo(118 / Math.sqrt(50), within(1e-12));
    assertThat(Decidability.of(of(5, 1), of(5, 2)).orElseThrow().value()).isZero();
  }

  @Test
  void value_isOfTheFiniteDistances() {
    DistanceCounts nonMates =
        DistanceCounts.builder().add(4).add(6).add(Double.POSITIVE_INFINITY, 100).build();

    assertThat(Decidability.of(of(2, 1), nonMates)).hasValue(new Decidability(3, 2, 2));
  }

  @Test
  void of_withoutDistancesOrSpread_isEmpty() {
    DistanceCounts unreported = DistanceCounts.builder().add(Double.POSITIVE_INFINITY).build();

    assertThat(Decidability.of(unreported, of(4, 1))).isEmpty();
    assertThat(Decidability.of(of(4, 1), unreported)).isEmpty();
    assertThat(Decidability.of(of(4, 0), of(5, 0))).isEmpty();
    assertThat(Decidability.of(of(4, 0), of(5, 1))).isPresent();
  }

  @Test
  void badInput_namesValueAndBound() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Decidability(-1, 1, 1))
        .withMessage("value must be 0 or more (got -1.0)");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Decidability(1, 0, 1))
        .withMessage("mates must be 1 or more (got 0)");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Decidability(1, 1, 0))
        .withMessage("nonMates must be 1 or more (got 0)");
  }
}
