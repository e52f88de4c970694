package org.hashmatch.index.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class BitPermutationTest {

  @Test
  void source_everyWidth_takesEachBitOnce() {
    for (int bits = 64; bits <= 1024; bits += 64) {
      BitPermutation permutation = new BitPermutation(bits);
      assertThat(IntStream.range(0, bits).map(permutation::source).sorted().toArray())
          .isEqualTo(IntStream.range(0, bits).toArray());
    }
  }

  @Test
  void apply_oneBit_movesItFromItsSource() {
    BitPermutation permutation = new BitPermutation(256);
    for (int bit = 0; bit < 256; bit++) {
      int source = permutation.source(bit);
      long[] words = new long[4];
      words[source / 64] = 1L << source;
      long[] expected = new long[4];
      expected[bit / 64] = 1L << bit;
      assertThat(shuffled(permutation, words)).isEqualTo(expected);
    }
  }

  @Test
  void apply_twoHashes_keepsTheirDistance() {
    SplittableRandom random = new SplittableRandom(17);
    BitPermutation permutation = new BitPermutation(256);
    for (int i = 0; i < 100; i++) {
      long[] a = random.longs(4).toArray();
      long[] b = random.longs(4).toArray();
      assertThat(Hamming.distance(shuffled(permutation, a), shuffled(permutation, b), 0))
          .isEqualTo(Hamming.distance(a, b, 0));
    }
  }

  @Test
  void source_of256Bits_isTheSameInEveryVersion() {
    BitPermutation permutation = new BitPermutation(256);
    int[] sources = IntStream.range(0, 256).map(permutation::source).toArray();
    assertThat(Arrays.copyOf(sources, 8)).containsExactly(175, 99, 109, 181, 184, 64, 250, 178);
    assertThat(Arrays.hashCode(sources)).isEqualTo(-1_019_667_873);
  }

  private static long[] shuffled(BitPermutation permutation, long[] words) {
    long[] shuffled = new long[words.length];
    permutation.apply(words, shuffled, 0);
    return shuffled;
  }
}
