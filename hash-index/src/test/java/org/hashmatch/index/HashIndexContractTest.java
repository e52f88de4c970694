package org.hashmatch.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.hashmatch.hash.HashAlgorithm;
import org.hashmatch.hash.ImageHash;
import org.hashmatch.index.segment.IndexKind;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What {@link HashIndex} promises, of every implementation, on friendly and hostile banks. */
final class HashIndexContractTest {

  private static final List<Integer> SIZES = List.of(0, 1, 2, 300, 5_000);

  static Stream<Arguments> banks() {
    return Stream.of(IndexKind.values())
        .flatMap(
            kind ->
                Stream.of(64, 256, 1024)
                    .flatMap(
                        bits ->
                            Stream.of(DataSet.values())
                                .filter(data -> data != DataSet.REALISTIC || bits == 256)
                                .map(data -> Arguments.of(kind, bits, data))));
  }

  private static int[] radii(int bits) {
    return IntStream.concat(IntStream.rangeClosed(0, 64), IntStream.of(96, 128, 200, 256, bits))
        .filter(radius -> radius <= bits)
        .toArray();
  }

  @Tag("exhaustive")
  @ParameterizedTest
  @MethodSource("banks")
  void search_everyRadius_equalsBruteForce(IndexKind kind, int bits, DataSet data) {
    for (int size : SIZES) {
      checkAgainstBruteForce(kind, bits, data, size, 20_261 + size, radii(bits));
    }
  }

  @ParameterizedTest
  @EnumSource(IndexKind.class)
  void search_fiftyThousandHashes_equalsBruteForce(IndexKind kind) {
    int[] radii = {0, 1, 15, 16, 31, 47, 63, 128};
    checkAgainstBruteForce(kind, 256, DataSet.RANDOM, 50_000, 71, radii);
    checkAgainstBruteForce(kind, 256, DataSet.CLUSTERED, 50_000, 72, radii);
  }

  private static void checkAgainstBruteForce(
      IndexKind kind, int bits, DataSet data, int size, long seed, int[] radii) {
    HashAlgorithm algorithm = RandomHashes.width(bits);
    List<ImageHash> hashes = data.hashes(algorithm, size, seed);
    HashIndex index = kind.empty(algorithm);
    ModelIndex model = new ModelIndex();
    for (int i = 0; i < size; i++) {
      // Ids that are neither dense, nor in order, nor positive.
      long id = (i * 0x9E3779B97F4A7C15L) ^ seed;
      index.add(id, hashes.get(i));
      model.add(id, hashes.get(i));
    }
    assertThat(index.size()).isEqualTo(size);
    Searcher searcher = index.searcher();
    for (ImageHash query : DataSet.queries(algorithm, hashes, seed)) {
      List<Match> ranked = model.ranked(query);
      for (int radius : radii) {
        searcher.search(query, radius);
        assertThat(found(searcher, ModelIndex.within(radius, ranked)))
            .as("%s %d bits %s size %d seed %d radius %d", kind, bits, data, size, seed, radius)
            .isTrue();
      }
      assertThat(index.search(query, radii[radii.length / 2]))
          .isEqualTo(ModelIndex.within(radii[radii.length / 2], ranked));
    }
  }

  /** Whether these were found and no others, in this order. */
  private static boolean found(Searcher searcher, List<Match> matches) {
    boolean isSame = searcher.found() == matches.size();
    for (int i = 0; i < matches.size() && isSame; i++) {
      Match match = matches.get(i);
      isSame = searcher.id(i) == match.id() && searcher.distance(i) == match.distance();
    }
    return isSame;
  }

  @ParameterizedTest
  @EnumSource(IndexKind.class)
  void search_neighbourAtExactlyTheRadius_isIncluded(IndexKind kind) {
    long seed = 8_128;
    RandomHashes random = new RandomHashes(HashAlgorithm.PDQ, seed);
    HashIndex index = kind.empty(HashAlgorithm.PDQ);
    List<ImageHash> queries = Stream.generate(random::next).limit(65).toList();
    for (int radius = 1; radius < queries.size(); radius++) {
      for (int step = -1; step <= 1; step++) {
        index.add(10L * radius + step, random.at(radius + step, queries.get(radius)));
      }
    }
    for (long id = 1_000; id < 9_000; id++) {
      index.add(id, random.next());
    }
    for (int radius = 1; radius < queries.size(); radius++) {
      assertThat(index.search(queries.get(radius), radius))
          .as("seed %d radius %d", seed, radius)
          .containsExactly(
              new Match(10L * radius - 1, radius - 1), new Match(10L * radius, radius));
    }
  }

  @ParameterizedTest
  @EnumSource(IndexKind.class)
  void search_oneHash_matchesItself(IndexKind kind) {
    for (int bits : List.of(64, 256, 1024)) {
      HashAlgorithm algorithm = RandomHashes.width(bits);
      ImageHash hash = new RandomHashes(algorithm, 3).next();
      HashIndex index = kind.empty(algorithm);
      index.add(42, hash);
      for (int radius : radii(bits)) {
        assertThat(index.search(hash, radius)).containsExactly(new Match(42, 0));
      }
    }
  }

  @ParameterizedTest
  @EnumSource(IndexKind.class)
  void search_severalIdsOfOneHash_areAllFoundInOrderOfInsertion(IndexKind kind) {
    ImageHash hash = new RandomHashes(HashAlgorithm.PDQ, 5).next();
    HashIndex index = kind.empty(HashAlgorithm.PDQ);
    List<Long> ids = List.of(9L, Long.MIN_VALUE, 3L, -1L, Long.MAX_VALUE, 0L);
    ids.forEach(id -> index.add(id, hash));
    assertThat(index.search(hash, 0)).extracting(Match::id).isEqualTo(ids);
  }

  @ParameterizedTest
  @EnumSource(IndexKind.class)
  void search_result_isUnmodifiable(IndexKind kind) {
    HashIndex index = kind.empty(HashAlgorithm.PDQ);
    ImageHash hash = new RandomHashes(HashAlgorithm.PDQ, 6).next();
    index.add(1, hash);
    List<Match> matches = index.search(hash, 0);
    assertThatThrownBy(matches::clear).isInstanceOf(UnsupportedOperationException.class);
  }

  @ParameterizedTest
  @EnumSource(IndexKind.class)
  void algorithm_always_isTheOneGiven(IndexKind kind) {
    assertThat(kind.empty(HashAlgorithm.PDQ_NN512).algorithm()).isEqualTo(HashAlgorithm.PDQ_NN512);
  }

  @ParameterizedTest
  @EnumSource(IndexKind.class)
  void search_radiusOutOfRange_namesValueAndBound(IndexKind kind) {
    HashIndex index = kind.empty(HashAlgorithm.PDQ);
    ImageHash query = new RandomHashes(HashAlgorithm.PDQ, 7).next();
    for (int radius : new int[] {-1, 257, 300, Integer.MIN_VALUE, Integer.MAX_VALUE}) {
      assertThatThrownBy(() -> index.search(query, radius))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessage("radius must be 0..256 (got " + radius + ")");
    }
  }

  @ParameterizedTest
  @EnumSource(IndexKind.class)
  void search_otherAlgorithm_namesBoth(IndexKind kind) {
    HashIndex index = kind.empty(HashAlgorithm.PDQ);
    ImageHash query = new RandomHashes(HashAlgorithm.PDQ_NN512, 7).next();
    assertThatThrownBy(() -> index.search(query, 31))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("hash must be of algorithm pdq/1/256 (got pdq-nn512/1/256)");
  }

  @ParameterizedTest
  @EnumSource(IndexKind.class)
  void add_otherAlgorithm_namesBothAndChangesNothing(IndexKind kind) {
    HashIndex index = kind.empty(HashAlgorithm.PDQ);
    ImageHash hash = new RandomHashes(RandomHashes.width(64), 7).next();
    assertThatThrownBy(() -> index.add(1, hash))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("hash must be of algorithm pdq/1/256 (got test/1/64)");
    assertThat(index.size()).isZero();
  }

  @ParameterizedTest
  @EnumSource(IndexKind.class)
  void add_idThatIsPresent_namesItAndChangesNothing(IndexKind kind) {
    HashIndex index = kind.empty(HashAlgorithm.PDQ);
    RandomHashes random = new RandomHashes(HashAlgorithm.PDQ, 7);
    ImageHash first = random.next();
    ImageHash second = random.next();
    index.add(77, first);
    assertThatThrownBy(() -> index.add(77, second))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("id must not be in the index yet (got 77)");
    assertThat(index.size()).isOne();
    assertThat(index.search(first, 0)).containsExactly(new Match(77, 0));
    assertThat(index.search(second, 0)).isEmpty();
  }
}
