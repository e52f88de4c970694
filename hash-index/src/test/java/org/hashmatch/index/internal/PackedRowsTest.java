package org.hashmatch.index.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class PackedRowsTest {

  private static final long SEED = 24;

  @Test
  void stride_upToSixteenMillionRows_isThree() {
    assertThat(PackedRows.stride(0)).isEqualTo(3);
    assertThat(PackedRows.stride(1 << 24)).isEqualTo(3);
    assertThat(PackedRows.stride((1 << 24) + 1)).isEqualTo(4);
  }

  @ParameterizedTest
  @ValueSource(ints = {3, 4})
  void get_everyIndexSetInAnyOrder_isWhatWasSet(int stride) {
    int[] numbers = new SplittableRandom(SEED).ints(1_000, 0, largest(stride)).toArray();
    numbers[0] = largest(stride);
    numbers[999] = largest(stride);
    PackedRows rows = PackedRows.allocate(numbers.length, stride);
    for (int i = 0; i < numbers.length; i++) {
      // 617 and 1,000 have no common divisor.
      int at = i * 617 % numbers.length;
      rows.set(at, numbers[at]);
    }
    assertThat(IntStream.range(0, numbers.length).map(rows::get).toArray())
        .as("seed %d", SEED)
        .isEqualTo(numbers);
  }

  private static int largest(int stride) {
    return stride == 3 ? (1 << 24) - 1 : Integer.MAX_VALUE;
  }

  @ParameterizedTest
  @ValueSource(ints = {3, 4})
  void set_again_replacesTheNumberAndLeavesItsNeighbours(int stride) {
    PackedRows rows = PackedRows.allocate(3, stride);
    rows.set(0, largest(stride));
    rows.set(1, largest(stride));
    rows.set(2, largest(stride));
    rows.set(1, 0x010203);
    assertThat(IntStream.range(0, 3).map(rows::get))
        .containsExactly(largest(stride), 0x010203, largest(stride));
  }

  @Test
  void buffer_always_hasTheLowByteFirstAndThePaddingLast() {
    PackedRows rows = PackedRows.allocate(2, 3);
    rows.set(0, 0x030201);
    rows.set(1, 0x060504);
    byte[] bytes = new byte[10];
    rows.buffer().get(0, bytes);
    assertThat(bytes).containsExactly(1, 2, 3, 4, 5, 6, 0, 0, 0, 0);
    assertThat(rows.bytes()).isEqualTo(10);
  }

  @Test
  void get_ofABufferInBigEndianOrder_readsTheLowByteFirst() {
    PackedRows rows = new PackedRows(ByteBuffer.wrap(new byte[] {1, 2, 3, 4, 0, 0, 0}), 3);
    assertThat(rows.get(0)).isEqualTo(0x030201);
  }

  @Test
  void bytes_tooManyForAnArray_namesTheBound() {
    int most = (Integer.MAX_VALUE - 8 - 4) / 4;
    assertThat(PackedRows.bytes(most, 4)).isPositive();
    assertThatThrownBy(() -> PackedRows.bytes(most + 1, 4))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("rows must be at most %d (got %d)", most, most + 1);
  }
}
