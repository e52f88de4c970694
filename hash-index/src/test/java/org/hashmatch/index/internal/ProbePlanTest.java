package org.hashmatch.index.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

final class ProbePlanTest {

  private static final int MANY = 20_000;

  private final SplittableRandom random = new SplittableRandom(31_415);
  private final HashRows rows = new HashRows(4);
  private final PostingLists lists = new PostingLists(4);

  private void fill(int count, long firstWordMask) {
    for (int i = 0; i < count; i++) {
      long[] words = random.longs(4).toArray();
      words[0] &= firstWordMask;
      lists.add(rows, rows.append(i, words));
    }
  }

  private ProbePlan plan(long[] query, int radius) {
    return ProbePlan.of(lists, rows.rows(), new Search(query, radius));
  }

  @Test
  void plan_anyRadius_spendsTheWholeRadius() {
    fill(MANY, -1);
    for (int radius = 0; radius <= 32; radius++) {
      ProbePlan plan = plan(random.longs(4).toArray(), radius);
      assertThat(plan.beatsScan()).as("radius %d", radius).isTrue();
      assertThat(Arrays.stream(plan.thresholds()).map(t -> t + 1).sum()).isEqualTo(radius + 1);
    }
  }

  @Test
  void plan_radius31_probesEverySubstringAtOne() {
    fill(MANY, -1);
    assertThat(plan(random.longs(4).toArray(), 31).thresholds()).containsOnly(1);
  }

  @Test
  void plan_heavyBucket_isLeftOut() {
    fill(MANY, ~0xFFFFL);
    int[] thresholds = plan(new long[4], 20).thresholds();
    assertThat(thresholds[0]).isEqualTo(-1);
    assertThat(thresholds).contains(0, 1);
  }

  @Test
  void plan_onlyHeavyBuckets_isDearerThanScan() {
    fill(MANY, 0);
    for (int i = 0; i < MANY; i++) {
      lists.add(rows, rows.append(MANY + i, new long[4]));
    }
    assertThat(plan(new long[4], 20).beatsScan()).isFalse();
  }

  @Test
  void plan_fewRows_isDearerThanScan() {
    fill(100, -1);
    assertThat(plan(new long[4], 31).beatsScan()).isFalse();
    assertThat(plan(new long[4], 0).beatsScan()).isTrue();
  }

  @Test
  void plan_noRows_isDearerThanScan() {
    assertThat(plan(new long[4], 0).beatsScan()).isFalse();
  }

  @Test
  void plan_wholeWidth_isDearerThanScan() {
    fill(MANY, -1);
    assertThat(plan(new long[4], 256).beatsScan()).isFalse();
  }
}
