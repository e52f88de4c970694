package org.hashmatch.eval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

final class ImageRecallTest {

  @Test
  void value_isTheShareOfHits() {
    assertThat(ImageRecall.of("a", 3, 4)).isEqualTo(new ImageRecall("a", 0.75));
    assertThat(ImageRecall.of("a", true, false, true, true)).isEqualTo(ImageRecall.of("a", 3, 4));
  }

  @Test
  void badInput_namesValueAndBound() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new ImageRecall("", 0))
        .withMessage("image must have 1 character or more (got 0)");
    for (double value : new double[] {-0.1, 1.1, Double.NaN}) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> new ImageRecall("a", value))
          .withMessage("value must be 0..1 (got " + value + ")");
    }
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ImageRecall.of("a", 0, 0))
        .withMessage("trials must be 1 or more (got 0)");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ImageRecall.of("a", 3, 2))
        .withMessage("hits must be 0..2 (got 3)");
    assertThatIllegalArgumentException().isThrownBy(() -> ImageRecall.of("a", -1, 2));
    assertThatIllegalArgumentException().isThrownBy(() -> ImageRecall.of("a"));
  }
}
