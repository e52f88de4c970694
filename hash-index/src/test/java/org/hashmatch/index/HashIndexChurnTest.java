package org.hashmatch.index;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.hashmatch.hash.HashAlgorithm;
import org.hashmatch.hash.ImageHash;
import org.hashmatch.index.segment.IndexKind;
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
}
