package org.hashmatch.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

final class MatchTest {

  @Test
  void match_parts_areKept() {
    Match match = new Match(-7, 31);
    assertThat(match.id()).isEqualTo(-7);
    assertThat(match.distance()).isEqualTo(31);
  }

  @Test
  void match_negativeDistance_namesValueAndBound() {
    assertThatThrownBy(() -> new Match(1, -1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("distance must be 0 or more (got -1)");
  }
}
