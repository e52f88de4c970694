package org.hashmatch.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.hashmatch.hash.HashAlgorithm;
import org.hashmatch.hash.ImageHash;
import org.hashmatch.index.segment.IndexKind;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What {@link Searcher} and the searches that use it promise, of every implementation. */
final class SearcherContractTest {

  private static final long SEED = 7_901;
  private static final int SIZE = 600;

  private final RandomHashes random = new RandomHashes(HashAlgorithm.PDQ, SEED);
  private final List<ImageHash> centres = Stream.generate(random::next).limit(3).toList();
  private final ModelIndex model = new ModelIndex();

  /** Several at each distance up to 60 from each centre, in parts of every kind, some removed. */
  private HashIndex filled(IndexKind kind) {
    HashIndex index = kind.empty(HashAlgorithm.PDQ);
    HashBatch batch = new HashBatch(HashAlgorithm.PDQ);
    for (int i = 0; i < SIZE; i++) {
      ImageHash hash = random.at(i % 61, centres.get(i % 3));
      model.add(-i, hash);
      if (i < 400) {
        batch.add(-i, hash);
      } else {
        index.add(-i, hash);
      }
      if (i == 399) {
        index.addAll(batch);
      }
    }
    for (int i = 5; i < SIZE; i += 10) {
      assertThat(index.remove(-i)).isTrue();
      model.remove(-i);
    }
    return index;
  }

  private static List<Match> first(int count, List<Match> matches) {
    return matches.subList(0, Math.min(count, matches.size()));
  }

  @ParameterizedTest
  @EnumSource(IndexKind.class)
  void nearest_anyCountAndRadius_isTheFirstOfSearch(IndexKind kind) {
    HashIndex index = filled(kind);
    Searcher searcher = index.searcher();
    for (ImageHash query : List.of(centres.get(0), random.at(9, centres.get(1)), random.next())) {
      for (int radius : new int[] {0, 1, 14, 15, 16, 31, 32, 47, 60, 63, 64, 129, 256}) {
        List<Match> all = model.search(query, radius);
        assertThat(index.search(query, radius)).isEqualTo(all);
        for (int count : new int[] {1, 2, 3, 5, 10, 100, 539, 540, 541, Integer.MAX_VALUE}) {
          String as = "%s seed %d radius %d count %d".formatted(kind, SEED, radius, count);
          assertThat(index.nearest(query, count, radius)).as(as).isEqualTo(first(count, all));
          assertThat(searcher.nearest(query, count, radius)).isEqualTo(searcher.found());
          assertThat(searcher.matches()).as(as).isEqualTo(first(count, all));
        }
      }
    }
  }

  @ParameterizedTest
  @EnumSource(IndexKind.class)
  void nearest_manyEquallyNear_areTheFirstInserted(IndexKind kind) {
    HashIndex index = kind.empty(HashAlgorithm.PDQ);
    for (long id = 100; id > 0; id--) {
      index.add(id, centres.get(0));
    }
    for (int count : new int[] {1, 2, 49, 100}) {
      assertThat(index.nearest(centres.get(0), count, 31))
          .extracting(Match::id)
          .isEqualTo(IntStream.range(0, count).mapToObj(i -> 100L - i).toList());
    }
  }

  @ParameterizedTest
  @EnumSource(IndexKind.class)
  void nearest_emptyIndex_isNothing(IndexKind kind) {
    assertThat(kind.empty(HashAlgorithm.PDQ).nearest(centres.get(0), 1, 256)).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(IndexKind.class)
  void nearest_result_isUnmodifiable(IndexKind kind) {
    List<Match> matches = filled(kind).nearest(centres.get(0), 3, 31);
    assertThat(matches).hasSize(3);
    assertThatThrownBy(matches::clear).isInstanceOf(UnsupportedOperationException.class);
  }

  @ParameterizedTest
  @EnumSource(IndexKind.class)
  void nearest_countBelowOne_namesValueAndBound(IndexKind kind) {
    HashIndex index = kind.empty(HashAlgorithm.PDQ);
    for (int count : new int[] {0, -1, Integer.MIN_VALUE}) {
      assertThatThrownBy(() -> index.nearest(centres.get(0), count, 31))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessage("count must be 1 or more (got " + count + ")");
    }
  }

  @ParameterizedTest
  @EnumSource(IndexKind.class)
  void everySearch_radiusOutOfRange_namesValueAndBound(IndexKind kind) {
    HashIndex index = filled(kind);
    ImageHash query = centres.get(0);
    for (int radius : new int[] {-1, 257, Integer.MIN_VALUE, Integer.MAX_VALUE}) {
      for (Runnable search :
          List.<Runnable>of(
              () -> index.nearest(query, 1, radius),
              () -> index.exists(query, radius),
              () -> index.searchAll(List.of(query), radius),
              () -> index.searcher().search(query, radius))) {
        assertThatThrownBy(search::run)
            .isInstanceOf(IllegalArgumentException.class)
            .hasMessage("radius must be 0..256 (got " + radius + ")");
      }
    }
  }

  @ParameterizedTest
  @EnumSource(IndexKind.class)
  void everySearch_otherAlgorithm_namesBoth(IndexKind kind) {
    HashIndex index = filled(kind);
    ImageHash query = new RandomHashes(HashAlgorithm.PDQ_NN512, SEED).next();
    for (Runnable search :
        List.<Runnable>of(
            () -> index.nearest(query, 1, 31),
            () -> index.exists(query, 31),
            () -> index.searchAll(List.of(centres.get(0), query), 31),
            () -> index.searcher().search(query, 31))) {
      assertThatThrownBy(search::run)
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessage("hash must be of algorithm pdq/1/256 (got pdq-nn512/1/256)");
    }
  }

  @ParameterizedTest
  @EnumSource(IndexKind.class)
  void exists_anyRadius_isWhetherSearchFindsAny(IndexKind kind) {
    HashIndex index = filled(kind);
    Searcher searcher = index.searcher();
    for (int distance = 0; distance < 100; distance++) {
      ImageHash query = random.at(distance, centres.get(distance % 3));
      for (int radius : new int[] {0, 7, 15, 31, 47, 200}) {
        List<Match> all = model.search(query, radius);
        assertThat(index.exists(query, radius))
            .as("%s seed %d distance %d radius %d", kind, SEED, distance, radius)
            .isEqualTo(!all.isEmpty());
        assertThat(searcher.exists(query, radius)).isEqualTo(!all.isEmpty());
        assertThat(searcher.found()).isEqualTo(all.isEmpty() ? 0 : 1);
        assertThat(all).containsAll(searcher.matches());
      }
    }
  }

  @ParameterizedTest
  @EnumSource(IndexKind.class)
  void exists_emptyIndex_isFalse(IndexKind kind) {
    assertThat(kind.empty(HashAlgorithm.PDQ).exists(centres.get(0), 256)).isFalse();
  }

  @ParameterizedTest
  @EnumSource(IndexKind.class)
  void searchAll_someQueries_givesWhatSearchGivesForEach(IndexKind kind) {
    HashIndex index = filled(kind);
    List<ImageHash> queries = new ArrayList<>(centres);
    queries.add(random.next());
    queries.addAll(centres);
    List<List<Match>> answers = index.searchAll(queries, 40);
    assertThat(answers).isEqualTo(queries.stream().map(query -> model.search(query, 40)).toList());
    assertThatThrownBy(answers::clear).isInstanceOf(UnsupportedOperationException.class);
    assertThatThrownBy(() -> answers.get(0).clear())
        .isInstanceOf(UnsupportedOperationException.class);
    assertThat(index.searchAll(List.of(), 40)).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(IndexKind.class)
  void searcher_beforeItsFirstSearch_hasFoundNothing(IndexKind kind) {
    Searcher searcher = filled(kind).searcher();
    assertThat(searcher.found()).isZero();
    assertThat(searcher.matches()).isEmpty();
    assertThat(searcher.statistics()).isEqualTo(new SearchStatistics(0, 0, 0));
    assertThatThrownBy(() -> searcher.id(0)).isInstanceOf(IndexOutOfBoundsException.class);
  }

  @ParameterizedTest
  @EnumSource(IndexKind.class)
  void match_rankOutOfBounds_isRefused(IndexKind kind) {
    Searcher searcher = filled(kind).searcher();
    // So many that there is room for more than the next search finds.
    searcher.search(centres.get(0), 256);
    int found = searcher.search(centres.get(0), 3);
    assertThat(found).isPositive();
    for (int rank : new int[] {-1, found, found + 1, Integer.MAX_VALUE, Integer.MIN_VALUE}) {
      assertThatThrownBy(() -> searcher.id(rank)).isInstanceOf(IndexOutOfBoundsException.class);
      assertThatThrownBy(() -> searcher.distance(rank))
          .isInstanceOf(IndexOutOfBoundsException.class);
    }
  }

  @ParameterizedTest
  @EnumSource(IndexKind.class)
  void searcher_overChangesOfTheIndex_seesThemAtTheNextSearch(IndexKind kind) {
    HashIndex index = filled(kind);
    Searcher searcher = index.searcher();
    ImageHash query = centres.get(0);
    for (int round = 0; round < 200; round++) {
      ImageHash hash = random.at(round % 50, query);
      index.add(1_000 + round, hash);
      model.add(1_000 + round, hash);
      assertThat(index.remove(-round * 2L)).isEqualTo(model.remove(-round * 2L));
      searcher.search(query, 45);
      assertThat(searcher.matches())
          .as("%s seed %d round %d", kind, SEED, round)
          .isEqualTo(model.search(query, 45));
    }
  }

  @ParameterizedTest
  @EnumSource(IndexKind.class)
  void matches_ofAnEarlierSearch_stayAsTheyWere(IndexKind kind) {
    Searcher searcher = filled(kind).searcher();
    searcher.search(centres.get(0), 31);
    List<Match> matches = searcher.matches();
    searcher.search(centres.get(1), 20);
    assertThat(matches).isEqualTo(model.search(centres.get(0), 31));
    assertThatThrownBy(matches::clear).isInstanceOf(UnsupportedOperationException.class);
  }

  @ParameterizedTest
  @EnumSource(IndexKind.class)
  void searcher_afterARefusedSearch_searchesOn(IndexKind kind) {
    Searcher searcher = filled(kind).searcher();
    assertThatThrownBy(() -> searcher.search(centres.get(0), 257))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(searcher.search(centres.get(0), 31))
        .isEqualTo(model.search(centres.get(0), 31).size());
  }

  @ParameterizedTest
  @EnumSource(IndexKind.class)
  void searcher_afterAFilterThatFailed_searchesOn(IndexKind kind) {
    Searcher searcher = filled(kind).searcher();
    searcher.only(
        id -> {
          throw new IllegalStateException("no answer");
        });
    assertThatThrownBy(() -> searcher.search(centres.get(0), 31))
        .isInstanceOf(IllegalStateException.class);
    assertThat(searcher.only(id -> true).search(centres.get(0), 31))
        .isEqualTo(model.search(centres.get(0), 31).size());
    assertThat(searcher.matches()).isEqualTo(model.search(centres.get(0), 31));
  }

  @ParameterizedTest
  @EnumSource(IndexKind.class)
  void only_idSet_narrowsEverySearch(IndexKind kind) {
    HashIndex index = filled(kind);
    IdSet ids = IdSet.of(IntStream.range(0, SIZE / 3).mapToLong(i -> -3L * i).toArray());
    Searcher searcher = index.searcher().only(ids);
    for (int radius : new int[] {0, 15, 31, 60, 256}) {
      List<Match> all =
          model.search(centres.get(0), radius).stream()
              .filter(match -> match.id() % 3 == 0)
              .toList();
      searcher.search(centres.get(0), radius);
      assertThat(searcher.matches()).isEqualTo(all);
      searcher.nearest(centres.get(0), 4, radius);
      assertThat(searcher.matches()).isEqualTo(first(4, all));
      assertThat(searcher.exists(centres.get(0), radius)).isEqualTo(!all.isEmpty());
    }
  }

  @ParameterizedTest
  @EnumSource(IndexKind.class)
  void only_nothing_findsNothing(IndexKind kind) {
    Searcher searcher = filled(kind).searcher().only(IdSet.of());
    assertThat(searcher.search(centres.get(0), 256)).isZero();
    assertThat(searcher.nearest(centres.get(0), 3, 256)).isZero();
    assertThat(searcher.exists(centres.get(0), 256)).isFalse();
  }

  @ParameterizedTest
  @EnumSource(IndexKind.class)
  void only_again_takesThePlaceOfTheEarlierOne(IndexKind kind) {
    Searcher searcher = filled(kind).searcher().only(IdSet.of()).only(id -> true);
    searcher.search(centres.get(0), 31);
    assertThat(searcher.matches()).isEqualTo(model.search(centres.get(0), 31));
  }

  @ParameterizedTest
  @EnumSource(IndexKind.class)
  void only_anyPredicate_isAskedForEachMatchOnceAndForNothingElse(IndexKind kind) {
    HashIndex index = filled(kind);
    List<Long> asked = new ArrayList<>();
    Searcher searcher = index.searcher().only(id -> asked.add(id) && id % 2 == 0);
    for (int radius : new int[] {0, 15, 31, 60, 256}) {
      asked.clear();
      searcher.search(centres.get(1), radius);
      assertThat(asked)
          .as("%s seed %d radius %d", kind, SEED, radius)
          .containsExactlyInAnyOrderElementsOf(
              model.search(centres.get(1), radius).stream().map(Match::id).toList());
    }
  }

  @ParameterizedTest
  @EnumSource(IndexKind.class)
  void only_exists_asksNoMoreOnceOneCounts(IndexKind kind) {
    HashIndex index = filled(kind);
    List<Long> asked = new ArrayList<>();
    assertThat(index.searcher().only(asked::add).exists(centres.get(1), 256)).isTrue();
    assertThat(asked).hasSize(1);
  }

  @ParameterizedTest
  @EnumSource(IndexKind.class)
  @SuppressWarnings("NullAway")
  void only_null_isRefused(IndexKind kind) {
    Searcher searcher = kind.empty(HashAlgorithm.PDQ).searcher();
    assertThatThrownBy(() -> searcher.only(null))
        .isInstanceOf(NullPointerException.class)
        .hasMessage("ids");
  }

  @ParameterizedTest
  @EnumSource(IndexKind.class)
  void statistics_ofAScan_countAllHashesOnce(IndexKind kind) {
    HashIndex index = kind.empty(HashAlgorithm.PDQ);
    for (int i = 0; i < 100; i++) {
      index.add(i, random.next());
    }
    Searcher searcher = index.searcher();
    searcher.search(centres.get(0), 256);
    assertThat(searcher.statistics()).isEqualTo(new SearchStatistics(0, 0, 100));
    searcher.search(centres.get(0), 128);
    assertThat(searcher.statistics()).isEqualTo(new SearchStatistics(0, 0, 100));
  }
}
