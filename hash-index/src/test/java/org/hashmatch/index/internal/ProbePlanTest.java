package org.hashmatch.index.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class ProbePlanTest {

  private static final int ROWS = 20_000;

  private final SplittableRandom random = new SplittableRandom(31_415);
  private final ProbePlan plan = new ProbePlan(16);

  private PostingTable[] tables(long firstWordMask) {
    long[] words = random.longs(4L * ROWS).toArray();
    for (int row = 0; row < ROWS; row++) {
      words[4 * row] &= firstWordMask;
    }
    return IntStream.range(0, 16)
        .mapToObj(i -> HeapPostingTable.of(words, 4, ROWS, i))
        .toArray(PostingTable[]::new);
  }

  private static Query zeros() {
    Query query = new Query(new BitPermutation(256), 4);
    query.set(new long[4]);
    return query;
  }

  private int steps() {
    return IntStream.range(0, 16).map(i -> plan.threshold(i) + 1).sum();
  }

  @Test
  void dealEvenly_everyRadius_dealsAllSteps() {
    for (int radius = 0; radius <= 256; radius++) {
      plan.dealEvenly(radius + 1);
      assertThat(steps()).as("radius %d", radius).isEqualTo(radius + 1);
    }
  }

  @Test
  void dealEvenly_radius31_probesEverySubstringAtOne() {
    plan.dealEvenly(32);
    assertThat(IntStream.range(0, 16).map(plan::threshold)).containsOnly(1);
    assertThat(plan.probes()).isEqualTo(16 * 17);
  }

  @Test
  void dealByCost_everyRadius_dealsAllSteps() {
    PostingTable[] tables = tables(~0xFFFFL);
    for (int radius = 0; radius <= 256; radius++) {
      plan.dealByCost(radius + 1, zeros(), tables);
      assertThat(steps()).as("radius %d", radius).isEqualTo(radius + 1);
    }
  }

  @Test
  void dealByCost_heavyBuckets_leavesThemOut() {
    plan.dealByCost(32, zeros(), tables(~0xFFFF_FFFFL));
    assertThat(plan.threshold(0)).isEqualTo(-1);
    assertThat(plan.threshold(1)).isEqualTo(-1);
    assertThat(IntStream.range(2, 16).map(plan::threshold)).containsOnly(1, 2);
  }
}
