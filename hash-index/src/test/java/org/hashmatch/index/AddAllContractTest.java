package org.hashmatch.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.Stream;
import org.hashmatch.hash.HashAlgorithm;
import org.hashmatch.hash.ImageHash;
import org.hashmatch.index.segment.IndexKind;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What {@link HashIndex#addAll} promises, of every implementation. */
final class AddAllContractTest {

  private static final long SEED = 60_013;
  // Goes into the buffer; fills it; becomes a segment.
  private static final List<Integer> SIZES = List.of(1, 7, 16, 17, 300, 4_096, 4_097, 9_000);

  private final RandomHashes random = new RandomHashes(HashAlgorithm.PDQ, SEED);
  private final ImageHash centre = random.next();

  static Stream<Arguments> kindsAndSizes() {
    return Stream.of(IndexKind.values())
        .flatMap(kind -> SIZES.stream().map(size -> Arguments.of(kind, size)));
  }

  private HashBatch batch(long firstId, int size) {
    HashBatch batch = new HashBatch(HashAlgorithm.PDQ);
    for (int i = 0; i < size; i++) {
      batch.add(id(firstId + i), random.at(i % 3, centre));
    }
    return batch;
  }

  /** Neither dense nor in order. */
  private static long id(long number) {
    return number * 0x9E3779B97F4A7C15L;
  }

  private static void addEach(HashBatch batch, ModelIndex model) {
    long[] words = new long[4];
    for (int i = 0; i < batch.size(); i++) {
      batch.copyWords(i, words);
      model.add(batch.id(i), ImageHash.of(HashAlgorithm.PDQ, words));
    }
  }

  private void checkEqual(HashIndex index, ModelIndex model) {
    assertThat(index.size()).isEqualTo(model.size());
    for (int radius : new int[] {0, 1, 2, 256}) {
      assertThat(index.search(centre, radius))
          .as("seed %d radius %d", SEED, radius)
          .isEqualTo(model.search(centre, radius));
    }
  }

  @ParameterizedTest
  @MethodSource("kindsAndSizes")
  void addAll_anySize_equalsAddingOneByOne(IndexKind kind, int size) {
    HashIndex index = kind.empty(HashAlgorithm.PDQ);
    ModelIndex model = new ModelIndex();
    HashBatch batch = batch(0, size);
    index.addAll(batch);
    addEach(batch, model);
    checkEqual(index, model);
  }

  @ParameterizedTest
  @MethodSource("kindsAndSizes")
  void addAll_betweenSingleOnes_keepsTheOrderOfInsertion(IndexKind kind, int size) {
    HashIndex index = kind.empty(HashAlgorithm.PDQ);
    ModelIndex model = new ModelIndex();
    for (int round = 0; round < 4; round++) {
      index.add(round - 10L, centre);
      model.add(round - 10L, centre);
      HashBatch batch = batch(1_000_000L * round, size);
      index.addAll(batch);
      addEach(batch, model);
      assertThat(index.remove(id(1_000_000L * round))).isTrue();
      model.remove(id(1_000_000L * round));
    }
    checkEqual(index, model);
  }

  @ParameterizedTest
  @EnumSource(IndexKind.class)
  void addAll_nothing_changesNothing(IndexKind kind) {
    HashIndex index = kind.empty(HashAlgorithm.PDQ);
    index.addAll(new HashBatch(HashAlgorithm.PDQ));
    assertThat(index.size()).isZero();
    index.add(1, centre);
    index.addAll(new HashBatch(HashAlgorithm.PDQ));
    assertThat(index.search(centre, 0)).containsExactly(new Match(1, 0));
  }

  @ParameterizedTest
  @MethodSource("kindsAndSizes")
  void addAll_idThatIsPresent_namesItAndChangesNothing(IndexKind kind, int size) {
    HashIndex index = kind.empty(HashAlgorithm.PDQ);
    ModelIndex model = new ModelIndex();
    HashBatch first = batch(100, 5_000);
    index.addAll(first);
    addEach(first, model);
    index.add(3, centre);
    model.add(3, centre);
    for (long present : new long[] {3, id(100), id(5_099)}) {
      HashBatch batch = batch(1_000_000, size - 1);
      batch.add(present, centre);
      assertThatThrownBy(() -> index.addAll(batch))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessage("id must not be in the index yet (got " + present + ")");
      checkEqual(index, model);
    }
  }

  @ParameterizedTest
  @MethodSource("kindsAndSizes")
  void addAll_idTwiceInTheBatch_namesItAndChangesNothing(IndexKind kind, int size) {
    HashIndex index = kind.empty(HashAlgorithm.PDQ);
    index.add(1, centre);
    HashBatch batch = batch(1, size);
    batch.add(id(1), random.next());
    assertThatThrownBy(() -> index.addAll(batch))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("id must be in a batch once (got " + id(1) + " twice)");
    assertThat(index.size()).isOne();
    assertThat(index.search(centre, 256)).containsExactly(new Match(1, 0));
  }

  @ParameterizedTest
  @EnumSource(IndexKind.class)
  void addAll_otherAlgorithm_namesBothAndChangesNothing(IndexKind kind) {
    HashIndex index = kind.empty(HashAlgorithm.PDQ);
    for (int size : new int[] {0, 1, 5_000}) {
      HashBatch batch = new HashBatch(HashAlgorithm.PDQ_NN512);
      RandomHashes others = new RandomHashes(HashAlgorithm.PDQ_NN512, SEED);
      for (int i = 0; i < size; i++) {
        batch.add(i, others.next());
      }
      assertThatThrownBy(() -> index.addAll(batch))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessage("hash must be of algorithm pdq/1/256 (got pdq-nn512/1/256)");
      assertThat(index.size()).isZero();
    }
  }

  @ParameterizedTest
  @MethodSource("kindsAndSizes")
  void addAll_idsThatWereRemoved_countAsNewlyInserted(IndexKind kind, int size) {
    HashIndex index = kind.empty(HashAlgorithm.PDQ);
    ModelIndex model = new ModelIndex();
    HashBatch batch = batch(0, size);
    index.addAll(batch);
    for (int i = 0; i < size; i++) {
      assertThat(index.remove(id(i))).isTrue();
    }
    assertThat(index.size()).isZero();
    assertThat(index.search(centre, 256)).isEmpty();
    index.add(-5, centre);
    model.add(-5, centre);
    index.addAll(batch);
    addEach(batch, model);
    checkEqual(index, model);
  }

  @ParameterizedTest
  @MethodSource("kindsAndSizes")
  void addAll_batchThatGrowsAfterwards_leavesTheIndexAsItIs(IndexKind kind, int size) {
    HashIndex index = kind.empty(HashAlgorithm.PDQ);
    ModelIndex model = new ModelIndex();
    HashBatch batch = batch(0, size);
    index.addAll(batch);
    addEach(batch, model);
    batch.add(-5, centre);
    checkEqual(index, model);
    assertThatThrownBy(() -> index.addAll(batch)).isInstanceOf(IllegalArgumentException.class);
    checkEqual(index, model);
  }
}
