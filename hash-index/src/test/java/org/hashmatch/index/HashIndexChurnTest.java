package org.hashmatch.index;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.hashmatch.hash.HashAlgorithm;
import org.hashmatch.hash.ImageHash;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Adds and removals in any order, between searches. */
final class HashIndexChurnTest {

  @ParameterizedTest
  @EnumSource(IndexKind.class)
  void randomOperations_everySearch_equalsModel(IndexKind kind) {
    for (long seed : new long[] {11, 12, 13, 14}) {
      for (int bits : new int[] {64, 256}) {
        runRandomOperations(kind, bits, seed);
      }
    }
  }

  private static void runRandomOperations(IndexKind kind, int bits, long seed) {
    HashAlgorithm algorithm = RandomHashes.width(bits);
    RandomHashes random = new RandomHashes(algorithm, seed);
    List<ImageHash> centres = Stream.generate(random::next).limit(5).toList();
    HashIndex index = kind.empty(algorithm);
    ModelIndex model = new ModelIndex();
    for (int step = 0; step < 6_000; step++) {
      long id = random.below(1_500);
      // Mostly adding, then mostly removing, then adding again.
      boolean adding = random.below(10) < (step / 2_000 == 1 ? 2 : 8);
      if (adding && !model.contains(id)) {
        ImageHash hash = random.at(random.below(40), centres.get(random.below(5)));
        index.add(id, hash);
        model.add(id, hash);
      } else if (!adding) {
        assertThat(index.remove(id)).as("seed %d step %d", seed, step).isEqualTo(model.remove(id));
      }
      if (step % 10 == 0) {
        ImageHash query = random.at(random.below(20), centres.get(random.below(5)));
        int radius = random.below(40);
        assertThat(index.search(query, radius))
            .as("%s %d bits seed %d step %d radius %d", kind, bits, seed, step, radius)
            .isEqualTo(ModelIndex.within(radius, model.ranked(query)));
        assertThat(index.size()).isEqualTo(model.size());
      }
    }
  }

  @ParameterizedTest
  @EnumSource(IndexKind.class)
  void addAndRemove_nextSearch_seesTheChange(IndexKind kind) {
    HashIndex index = kind.empty(HashAlgorithm.PDQ);
    ImageHash hash = new RandomHashes(HashAlgorithm.PDQ, 21).next();
    for (int round = 0; round < 300; round++) {
      index.add(5, hash);
      assertThat(index.search(hash, 31)).containsExactly(new Match(5, 0));
      assertThat(index.remove(5)).isTrue();
      assertThat(index.search(hash, 31)).isEmpty();
    }
  }

  @ParameterizedTest
  @EnumSource(IndexKind.class)
  void remove_unknownId_isFalse(IndexKind kind) {
    HashIndex index = kind.empty(HashAlgorithm.PDQ);
    assertThat(index.remove(1)).isFalse();
    index.add(1, new RandomHashes(HashAlgorithm.PDQ, 22).next());
    assertThat(index.remove(2)).isFalse();
    assertThat(index.remove(1)).isTrue();
    assertThat(index.remove(1)).isFalse();
    assertThat(index.size()).isZero();
  }

  @ParameterizedTest
  @EnumSource(IndexKind.class)
  void add_afterRemoval_countsAsNewlyInserted(IndexKind kind) {
    HashIndex index = kind.empty(HashAlgorithm.PDQ);
    ImageHash hash = new RandomHashes(HashAlgorithm.PDQ, 23).next();
    index.add(1, hash);
    index.add(2, hash);
    index.remove(1);
    index.add(1, hash);
    assertThat(index.search(hash, 0)).extracting(Match::id).containsExactly(2L, 1L);
  }

  @ParameterizedTest
  @EnumSource(IndexKind.class)
  void remove_untilTheDeadAreDropped_leavesEveryOtherHashFound(IndexKind kind) {
    long seed = 25;
    LockedIndex index = kind.empty(HashAlgorithm.PDQ);
    List<ImageHash> hashes = DataSet.RANDOM.hashes(HashAlgorithm.PDQ, 3_000, seed);
    for (int id = 0; id < hashes.size(); id++) {
      index.add(id, hashes.get(id));
    }
    for (int id = 0; id < hashes.size(); id++) {
      if (id % 3 != 0) {
        index.remove(id);
      }
    }
    assertThat(index.rows().rows()).isLessThan(hashes.size());
    for (int id = 0; id < hashes.size(); id++) {
      List<Match> expected = id % 3 == 0 ? List.of(new Match(id, 0)) : List.of();
      assertThat(index.search(hashes.get(id), 0)).as("seed %d id %d", seed, id).isEqualTo(expected);
    }
  }

  @ParameterizedTest
  @EnumSource(IndexKind.class)
  void churn_longLasting_keepsRowsBounded(IndexKind kind) {
    LockedIndex index = kind.empty(HashAlgorithm.PDQ);
    RandomHashes random = new RandomHashes(HashAlgorithm.PDQ, 24);
    int live = 500;
    int mostRows = 0;
    for (long id = 0; id < 20_000; id++) {
      index.add(id, random.next());
      index.remove(id - live);
      mostRows = Math.max(mostRows, index.rows().rows());
    }
    assertThat(index.size()).isEqualTo(live);
    assertThat(mostRows).isLessThanOrEqualTo(2 * live + 70);
  }
}
