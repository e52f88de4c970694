package org.hashmatch.index.internal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class SplitMixTest {

  /** The first outputs of the published generator for the seed 1234567. */
  @Test
  void mix_successiveStates_givesTheReferenceSequence() {
    assertThat(SplitMix.mix(1234567)).isEqualTo(6457827717110365317L);
    assertThat(SplitMix.mix(1234567 + SplitMix.STEP)).isEqualTo(3203168211198807973L);
  }
}
