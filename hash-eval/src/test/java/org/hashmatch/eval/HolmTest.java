package org.hashmatch.eval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

final class HolmTest {

  /** The worked example of most textbooks: of four tests, the first and the last are rejected. */
  @Test
  void adjust_ofTheTextbookExample_isTheTextbooks() {
    double[] pValues = {0.01, 0.04, 0.03, 0.005};

    assertThat(Holm.adjust(pValues))
        .containsExactly(new double[] {0.03, 0.06, 0.06, 0.02}, within(1e-15));
    assertThat(pValues).containsExactly(0.01, 0.04, 0.03, 0.005);
  }

  /** By hand: 5 * .001, 4 * .011 = .044, 3 * .012 = .036 lifted, 2 * .6 capped, lifted. */
  @Test
  void adjust_neverFallsNorExceedsOne() {
    assertThat(Holm.adjust(0.6, 0.001, 0.012, 0.011, 0.7))
        .containsExactly(new double[] {1, 0.005, 0.044, 0.044, 1}, within(1e-15));
    assertThat(Holm.adjust(0.02, 0.02)).containsExactly(0.04, 0.04);
    assertThat(Holm.adjust(0.02)).containsExactly(0.02);
    assertThat(Holm.adjust()).isEmpty();
    assertThat(Holm.adjust(0, 1)).containsExactly(0, 1);
  }

  @Test
  void adjust_outOfRange_namesValueAndBound() {
    for (double p : new double[] {-0.1, 1.1, Double.NaN}) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> Holm.adjust(0.5, p))
          .withMessage("pValue must be 0..1 (got " + p + ")");
    }
  }
}
