package org.hashmatch.index.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class BucketMasksTest {

  @Test
  void within_everyDistance_isTheVolumeOfTheBall() {
    assertThat(IntStream.rangeClosed(-1, 16).map(BucketMasks::within).toArray())
        .startsWith(0, 1, 17, 137, 697)
        .endsWith(65_519, 65_535, 65_536);
  }

  @Test
  void mask_all_areDifferentAndOrderedByWeight() {
    int[] masks = IntStream.range(0, 65_536).map(BucketMasks::mask).toArray();
    assertThat(IntStream.of(masks).distinct().count()).isEqualTo(65_536);
    assertThat(IntStream.of(masks).map(Integer::bitCount).toArray()).isSorted();
  }
}
