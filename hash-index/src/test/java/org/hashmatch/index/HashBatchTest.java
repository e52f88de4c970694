package org.hashmatch.index;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.Stream;
import org.hashmatch.hash.HashAlgorithm;
import org.hashmatch.hash.ImageHash;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class HashBatchTest {

  private static final long SEED = 41;

  @ParameterizedTest
  @ValueSource(ints = {64, 256, 1024})
  void add_manyHashes_keepsThemInOrder(int bits) {
    HashAlgorithm algorithm = RandomHashes.width(bits);
    RandomHashes random = new RandomHashes(algorithm, SEED);
    List<ImageHash> hashes = Stream.generate(random::next).limit(1_000).toList();
    HashBatch batch = new HashBatch(algorithm);
    for (int i = 0; i < hashes.size(); i++) {
      assertThat(batch.size()).isEqualTo(i);
      batch.add(-3L * i, hashes.get(i));
    }
    assertThat(batch.algorithm()).isEqualTo(algorithm);
    long[] words = new long[algorithm.words()];
    for (int i = 0; i < hashes.size(); i++) {
      batch.copyWords(i, words);
      assertThat(ImageHash.of(algorithm, words)).as("seed %d", SEED).isEqualTo(hashes.get(i));
      assertThat(batch.id(i)).isEqualTo(-3L * i);
    }
  }

  @Test
  void add_otherAlgorithm_namesBothAndAddsNothing() {
    HashBatch batch = new HashBatch(HashAlgorithm.PDQ);
    ImageHash hash = new RandomHashes(HashAlgorithm.PDQ_NN512, SEED).next();
    assertThatThrownBy(() -> batch.add(1, hash))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("hash must be of algorithm pdq/1/256 (got pdq-nn512/1/256)");
    assertThat(batch.size()).isZero();
  }

  @Test
  void position_outOfBounds_isRefused() {
    HashBatch batch = new HashBatch(HashAlgorithm.PDQ);
    batch.add(1, new RandomHashes(HashAlgorithm.PDQ, SEED).next());
    for (int position : new int[] {-1, 1, 2, 64, Integer.MAX_VALUE}) {
      assertThatThrownBy(() -> batch.id(position)).isInstanceOf(IndexOutOfBoundsException.class);
      assertThatThrownBy(() -> batch.copyWords(position, new long[4]))
          .isInstanceOf(IndexOutOfBoundsException.class);
    }
  }

  @Test
  void copyWords_tooShort_isRefused() {
    HashBatch batch = new HashBatch(HashAlgorithm.PDQ);
    batch.add(1, new RandomHashes(HashAlgorithm.PDQ, SEED).next());
    assertThatThrownBy(() -> batch.copyWords(0, new long[3]))
        .isInstanceOf(IndexOutOfBoundsException.class);
  }
}
