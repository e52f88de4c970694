package org.hashmatch.index.segment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.hashmatch.index.Match;
import org.junit.jupiter.api.Test;

final class HitsTest {

  private static final long SEED = 99;

  private final SplittableRandom random = new SplittableRandom(SEED);
  private final Hits hits = new Hits();

  private List<Match> kept() {
    return IntStream.range(0, hits.count())
        .mapToObj(rank -> new Match(hits.position(rank), hits.distance(rank)))
        .toList();
  }

  @Test
  void finish_anyLimit_keepsTheNearestAndOfThoseTheEarliest() {
    for (int most : new int[] {1, 2, 3, 7, 16, 100, 499, 500, 501, Hits.ALL}) {
      List<Match> all = new ArrayList<>();
      hits.clear(most);
      for (int i = 0; i < 500; i++) {
        Match match = new Match((i * 7_919L) % 500, random.nextInt(6));
        hits.add(match.distance(), match.id());
        all.add(match);
      }
      hits.finish();
      all.sort(Comparator.comparingInt(Match::distance).thenComparingLong(Match::id));
      assertThat(kept())
          .as("seed %d most %d", SEED, most)
          .isEqualTo(all.subList(0, Math.min(most, all.size())));
    }
  }

  @Test
  void count_whileAdding_neverExceedsTwiceTheLimit() {
    hits.clear(10);
    for (int i = 0; i < 1_000; i++) {
      hits.add(1_000 - i, i);
      assertThat(hits.count()).isLessThanOrEqualTo(20);
    }
  }

  @Test
  void clear_afterALimit_forgetsIt() {
    hits.clear(1);
    IntStream.range(0, 10).forEach(i -> hits.add(i, i));
    hits.clear(Hits.ALL);
    IntStream.range(0, 10).forEach(i -> hits.add(20, i));
    hits.finish();
    assertThat(hits.count()).isEqualTo(10);
  }

  @Test
  void add_largestDistanceAndPosition_areKept() {
    hits.add(1_024, (1L << 48) - 1);
    hits.finish();
    assertThat(kept()).containsExactly(new Match((1L << 48) - 1, 1_024));
  }
}
