package org.hashmatch.index.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.LongBuffer;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Rows in an array and in a buffer, against plain loops. */
final class RowsTest {

  private static final long SEED = 577;
  private static final int ROWS = 200;

  private final SplittableRandom random = new SplittableRandom(SEED);

  private static Rows[] both(long[] words, int width) {
    return new Rows[] {new HeapRows(words, width), new MappedRows(LongBuffer.wrap(words), width)};
  }

  private static int distance(long[] words, int width, int row, long[] query) {
    return IntStream.range(0, width)
        .map(i -> Long.bitCount(words[row * width + i] ^ query[i]))
        .sum();
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 8, 16})
  void distanceAndParts_everyRow_areThoseOfItsWords(int width) {
    long[] words = random.longs((long) ROWS * width).toArray();
    long[] query = random.longs(width).toArray();
    for (Rows rows : both(words, width)) {
      for (int row = 0; row < ROWS; row++) {
        assertThat(rows.distance(row, query)).isEqualTo(distance(words, width, row, query));
        long[] copy = new long[width + 2];
        rows.copy(row, copy, 1);
        assertThat(Arrays.copyOfRange(copy, 1, width + 1))
            .isEqualTo(Arrays.copyOfRange(words, row * width, (row + 1) * width));
        for (int i = 0; i < 4 * width; i++) {
          long word = words[row * width + i / 4];
          assertThat(rows.substring(row, i)).isEqualTo((int) (word >>> (16 * (i % 4))) & 0xFFFF);
        }
      }
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 8, 16})
  void nextWithin_everyStart_isTheFirstFromThere(int width) {
    long[] words = random.longs((long) ROWS * width).toArray();
    long[] query = random.longs(width).toArray();
    int[] distances =
        IntStream.range(0, ROWS).map(row -> distance(words, width, row, query)).toArray();
    int median = Arrays.stream(distances).sorted().skip(ROWS / 2).findFirst().orElseThrow();
    for (int radius : new int[] {median - 6 * width, median - 1, median, 64 * width}) {
      for (Rows rows : both(words, width)) {
        for (int from = 0; from <= ROWS; from++) {
          int to = Math.max(from, ROWS - 3);
          assertThat(rows.nextWithin(radius, query, from, to))
              .as("seed %d width %d radius %d from %d", SEED, width, radius, from)
              .isEqualTo(
                  IntStream.range(from, to)
                      .filter(row -> distances[row] <= radius)
                      .findFirst()
                      .orElse(to));
        }
      }
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 4, 16})
  void heapBytes_always_countsArraysAndNoBuffers(int width) {
    Rows[] rows = both(new long[ROWS * width], width);
    assertThat(rows[0].heapBytes()).isEqualTo(8L * ROWS * width);
    assertThat(rows[1].heapBytes()).isZero();
  }
}
