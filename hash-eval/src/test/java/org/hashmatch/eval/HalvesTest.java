package org.hashmatch.eval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.hashmatch.eval.Halves.Half;
import org.junit.jupiter.api.Test;

final class HalvesTest {

  private static final Halves HALVES = new Halves(71);

  private static List<String> ids(int count) {
    return IntStream.range(0, count).mapToObj(i -> "photo-%04d.jpg".formatted(i)).toList();
  }

  /** Frozen: radii were set on halves as they are. */
  @Test
  void of_staysWhatItWas() {
    assertThat(HALVES.members(Half.FIRST, ids(16)))
        .extracting(id -> id.substring(8, 10))
        .containsExactly("00", "02", "05", "08", "11", "12", "14");
    assertThat(HALVES.of("Übergröße 画像")).isEqualTo(Half.SECOND);
  }

  @Test
  void members_areAPartition_whateverTheOrder() {
    List<String> shuffled = new ArrayList<>(ids(1000));
    Collections.shuffle(shuffled, new Random(72));
    List<String> first = HALVES.members(Half.FIRST, shuffled);
    List<String> second = HALVES.members(Half.FIRST.other(), shuffled);

    assertThat(first).isEqualTo(HALVES.members(Half.FIRST, ids(1000))).isSorted();
    assertThat(first).doesNotContainAnyElementsOf(second);
    assertThat(first.size() + second.size()).isEqualTo(1000);
    assertThat(first).hasSizeBetween(440, 560);
    assertThat(Half.SECOND.other()).isEqualTo(Half.FIRST);
  }

  @Test
  void members_ofMorePictures_keepTheirHalves() {
    assertThat(HALVES.members(Half.SECOND, ids(1000)))
        .containsAll(HALVES.members(Half.SECOND, ids(100)));
    assertThat(HALVES.members(Half.FIRST, List.of())).isEmpty();
    assertThat(HALVES.members(HALVES.of("a"), List.of("a", "a"))).containsExactly("a");
  }

  /** Half of a half: another seed splits anew, and does not repeat or swap the first split. */
  @Test
  void anotherSeed_isAnotherSplit() {
    List<String> first = HALVES.members(Half.FIRST, ids(1000));

    for (long seed : new long[] {0, 70, 72, -71, Long.MIN_VALUE}) {
      int both = new Halves(seed).members(Half.FIRST, first).size();
      assertThat(both).isBetween(first.size() / 2 - 60, first.size() / 2 + 60);
    }
  }

  @Test
  void of_emptyId_namesTheBound() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> HALVES.of(""))
        .withMessage("id must have 1 character or more (got 0)");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> HALVES.members(Half.FIRST, List.of("a", "")));
  }
}
