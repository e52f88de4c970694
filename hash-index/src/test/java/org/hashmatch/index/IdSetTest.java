package org.hashmatch.index;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

final class IdSetTest {

  private static final long SEED = 1_009;
  private static final long[] EXTREMES = {
    0, 1, -1, 65_535, 65_536, 1L << 32, 1L << 48, Long.MAX_VALUE, Long.MIN_VALUE, -65_536
  };

  private final SplittableRandom random = new SplittableRandom(SEED);

  @Test
  void of_nothing_isEmpty() {
    assertThat(IdSet.of().size()).isZero();
    assertThat(IdSet.of().test(0)).isFalse();
  }

  @Test
  void of_idsInAnyOrderAndTwice_hasEachOnce() {
    IdSet ids = IdSet.of(5, -7, 5, Long.MIN_VALUE, 3, -7);
    assertThat(ids.size()).isEqualTo(4);
    assertThat(ids.test(-7)).isTrue();
    assertThat(ids.test(7)).isFalse();
  }

  @Test
  void test_extremeIds_areTold() {
    for (long id : EXTREMES) {
      IdSet one = IdSet.of(id);
      for (long other : EXTREMES) {
        assertThat(one.test(other)).as("%d in a set of %d", other, id).isEqualTo(other == id);
      }
    }
    assertThat(IdSet.of(EXTREMES).size()).isEqualTo(EXTREMES.length);
  }

  @Test
  void with_andWithout_leaveTheSetAsItWas() {
    IdSet ids = IdSet.of(1, 2);
    assertThat(ids.with(3).test(3)).isTrue();
    assertThat(ids.with(2).size()).isEqualTo(2);
    assertThat(ids.without(2).test(2)).isFalse();
    assertThat(ids.without(9).size()).isEqualTo(2);
    assertThat(ids.size()).isEqualTo(2);
    assertThat(ids.test(2)).isTrue();
    assertThat(ids.test(3)).isFalse();
  }

  /** Any set made of any two earlier ones; then all of them once more. */
  @Test
  void operations_ofManySets_equalThoseOfPlainSetsAndChangeNone() {
    List<IdSet> sets = new ArrayList<>();
    List<Set<Long>> plain = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      Set<Long> ids = new HashSet<>();
      // Sparse and dense, around several borders.
      for (int j = random.nextInt(600); j > 0; j--) {
        ids.add(EXTREMES[random.nextInt(EXTREMES.length)] + random.nextInt(1 << (2 * i)));
      }
      plain.add(ids);
      sets.add(IdSet.of(ids.stream().mapToLong(id -> id).toArray()));
    }
    for (int i = 0; i < 120; i++) {
      combine(sets, plain, random.nextInt(sets.size()), random.nextInt(sets.size()));
    }
    for (int i = 0; i < sets.size(); i++) {
      checkEqual(sets.get(i), plain.get(i));
    }
  }

  private void combine(List<IdSet> sets, List<Set<Long>> plain, int a, int b) {
    Set<Long> ids = new HashSet<>(plain.get(a));
    switch (random.nextInt(5)) {
      case 0 -> {
        sets.add(sets.get(a).and(sets.get(b)));
        ids.retainAll(plain.get(b));
      }
      case 1 -> {
        sets.add(sets.get(a).andNot(sets.get(b)));
        ids.removeAll(plain.get(b));
      }
      case 2 -> {
        sets.add(sets.get(a).with(b));
        ids.add((long) b);
      }
      case 3 -> {
        sets.add(sets.get(a).without(b));
        ids.remove((long) b);
      }
      default -> {
        sets.add(sets.get(a).or(sets.get(b)));
        ids.addAll(plain.get(b));
      }
    }
    plain.add(ids);
    checkEqual(sets.get(sets.size() - 1), ids);
  }

  private void checkEqual(IdSet set, Set<Long> ids) {
    assertThat(set.size()).as("seed %d", SEED).isEqualTo(ids.size());
    assertThat(ids).as("seed %d", SEED).allMatch(set::test);
    for (int i = 0; i < 100; i++) {
      long id = EXTREMES[random.nextInt(EXTREMES.length)] + random.nextInt(300);
      assertThat(set.test(id)).as("seed %d id %d", SEED, id).isEqualTo(ids.contains(id));
    }
  }
}
