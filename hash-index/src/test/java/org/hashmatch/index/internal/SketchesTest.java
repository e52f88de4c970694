package org.hashmatch.index.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class SketchesTest {

  private static final long SEED = 16;

  private final SplittableRandom random = new SplittableRandom(SEED);

  @Test
  void survivors_anySlice_areThoseThatAreNear() {
    int size = 300;
    byte[] sketches = new byte[Sketches.bytes(size)];
    int[] values = new int[size];
    for (int round = 0; round < 20_000; round++) {
      int next = random.nextInt(1 << 16);
      int flips = random.nextInt(8);
      for (int i = 0; i < size; i++) {
        values[i] = sketch(next, flips);
        Sketches.set(sketches, i, values[i]);
      }
      int from = random.nextInt(size);
      int to = random.nextInt(from, size + 1);
      int allowance = random.nextInt(17);
      int[] expected =
          IntStream.range(from, to)
              .filter(i -> Integer.bitCount(values[i] ^ next) <= allowance)
              .toArray();

      int[] found = new int[1 + size];
      found[0] = 4711;
      int count = Sketches.survivors(sketches, from, to, next, allowance, found, 1);

      assertThat(Arrays.copyOfRange(found, 1, count))
          .as("seed %d round %d", SEED, round)
          .isEqualTo(expected);
      assertThat(found[0]).isEqualTo(4711);
    }
  }

  private int sketch(int near, int flips) {
    int sketch = near;
    for (int i = 0; i < flips; i++) {
      sketch ^= 1 << random.nextInt(16);
    }
    return sketch;
  }

  @Test
  void survivors_moreThanThereIsRoomFor_fillTheRoom() {
    byte[] sketches = new byte[Sketches.bytes(200)];
    for (int room = 0; room <= 130; room++) {
      int[] found = new int[room];
      int count = Sketches.survivors(sketches, 10, 140, 0, 0, found, 0);
      assertThat(count).isEqualTo(room);
    }
  }
}
