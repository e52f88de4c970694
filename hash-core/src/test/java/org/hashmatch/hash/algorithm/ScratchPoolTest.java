package org.hashmatch.hash.algorithm;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ScratchPoolTest {

  private record Held(int number, long bytes) implements ScratchPool.Scratch {}

  private int made;

  private ScratchPool<Held> poolOf(long bytes) {
    return new ScratchPool<>(() -> new Held(made++, bytes));
  }

  @Test
  void take_afterGive_isTheSameScratch() {
    ScratchPool<Held> pool = poolOf(ScratchPool.MOST_BYTES);
    Held scratch = pool.take();
    pool.give(scratch);

    assertThat(pool.take()).isSameAs(scratch);
    assertThat(made).isEqualTo(1);
  }

  @Test
  void take_twiceWithoutGive_isAnotherScratch() {
    ScratchPool<Held> pool = poolOf(1);

    assertThat(pool.take()).isNotSameAs(pool.take());
  }

  @Test
  void give_beyondTheBound_isDropped() {
    ScratchPool<Held> pool = poolOf(ScratchPool.MOST_BYTES + 1);
    Held huge = pool.take();
    pool.give(huge);

    assertThat(pool.take()).isNotSameAs(huge);
  }

  @Test
  void give_moreThanThereAreSlots_keepsAFew() {
    ScratchPool<Held> pool = poolOf(1);
    Set<Held> taken = new HashSet<>();
    for (int i = 0; i < 100; i++) {
      taken.add(pool.take());
    }
    taken.forEach(pool::give);
    for (int i = 0; i < 100; i++) {
      pool.take();
    }

    assertThat(made).isEqualTo(200 - Math.min(100, ScratchPool.SLOTS));
  }
}
