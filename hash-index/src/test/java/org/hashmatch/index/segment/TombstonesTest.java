package org.hashmatch.index.segment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

final class TombstonesTest {

  private static final long SEED = 31;

  private static Tombstones of(int... entries) {
    Tombstones tombstones = Tombstones.NONE;
    for (int entry : entries) {
      tombstones = tombstones.with(entry);
    }
    return tombstones;
  }

  private static List<Integer> since(Tombstones earlier, Tombstones now) {
    List<Integer> entries = new ArrayList<>();
    now.forEachSince(earlier, entries::add);
    return entries;
  }

  @Test
  void none_anyEntry_isNotContained() {
    assertThat(Tombstones.NONE.count()).isZero();
    assertThat(Tombstones.NONE.contains(0)).isFalse();
    assertThat(Tombstones.NONE.contains(Integer.MAX_VALUE)).isFalse();
    assertThat(since(Tombstones.NONE, Tombstones.NONE)).isEmpty();
  }

  @Test
  void with_anEntryOfAnyBlock_containsItAndNoOther() {
    for (int entry : new int[] {0, 1, 65_535, 65_536, 131_071, 1 << 28, Integer.MAX_VALUE}) {
      Tombstones tombstones = of(entry);
      assertThat(tombstones.count()).isOne();
      assertThat(tombstones.contains(entry)).isTrue();
      assertThat(tombstones.contains(entry ^ 1)).isFalse();
      assertThat(tombstones.contains(entry ^ 65_536)).isFalse();
    }
  }

  @Test
  void with_more_leavesTheEarlierOnesAsTheyWere() {
    Tombstones before = of(3, 70_000);
    Tombstones after = before.with(4).with(70_001).with(200_000);
    assertThat(before.count()).isEqualTo(2);
    assertThat(before.contains(4)).isFalse();
    assertThat(before.contains(70_001)).isFalse();
    assertThat(before.contains(200_000)).isFalse();
    assertThat(after.count()).isEqualTo(5);
    assertThat(after.contains(3)).isTrue();
  }

  @Test
  void forEachSince_anEarlierState_givesTheDifference() {
    Tombstones before = of(3, 70_000);
    assertThat(since(before, before)).isEmpty();
    assertThat(since(before, before.with(1).with(300_000).with(70_002)))
        .containsExactly(1, 70_002, 300_000);
    assertThat(since(Tombstones.NONE, before)).containsExactly(3, 70_000);
  }

  @Test
  void everyState_ofRandomRemovals_equalsASet() {
    SplittableRandom random = new SplittableRandom(SEED);
    List<Tombstones> states = new ArrayList<>(List.of(Tombstones.NONE));
    List<TreeSet<Integer>> sets = new ArrayList<>(List.of(new TreeSet<>()));
    for (int i = 0; i < 600; i++) {
      TreeSet<Integer> set = new TreeSet<>(sets.get(i));
      int entry = random.nextInt(4) * 65_536 + random.nextInt(500);
      sets.add(set);
      states.add(set.add(entry) ? states.get(i).with(entry) : states.get(i));
    }
    for (int i = 0; i < 600; i += 37) {
      for (int j = i; j < 600; j += 41) {
        TreeSet<Integer> difference = new TreeSet<>(sets.get(j));
        difference.removeAll(sets.get(i));
        assertThat(since(states.get(i), states.get(j)))
            .as("seed %d, %d and %d", SEED, i, j)
            .containsExactlyElementsOf(difference);
      }
      assertThat(states.get(i).count()).isEqualTo(sets.get(i).size());
    }
  }
}
