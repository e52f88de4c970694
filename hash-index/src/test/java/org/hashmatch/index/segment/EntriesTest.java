package org.hashmatch.index.segment;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.IntBuffer;
import java.nio.LongBuffer;
import java.util.Comparator;
import java.util.SplittableRandom;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** Ids of a segment, and the order in which they are looked up. */
final class EntriesTest {

  private static final long SEED = 8_191;

  private final SplittableRandom random = new SplittableRandom(SEED);

  private static Entries entries(long... ids) {
    int[] order = IdOrder.of(ids, ids.length);
    IntBuffer byId = order == null ? null : IntBuffer.wrap(order);
    return new Entries(LongBuffer.wrap(ids), byId, null, null);
  }

  private static int[] sorted(long[] ids) {
    return IntStream.range(0, ids.length)
        .boxed()
        .sorted(Comparator.comparingLong(entry -> ids[entry]))
        .mapToInt(entry -> entry)
        .toArray();
  }

  @Test
  void order_ascendingIds_isNotNeeded() {
    assertThat(IdOrder.of(new long[0], 0)).isNull();
    assertThat(IdOrder.of(new long[] {5}, 1)).isNull();
    assertThat(IdOrder.of(new long[] {Long.MIN_VALUE, -1, 0, Long.MAX_VALUE}, 4)).isNull();
    assertThat(IdOrder.of(new long[] {1, 2, 0}, 2)).isNull();
  }

  @Test
  void order_equalIds_keepsTheirOrder() {
    assertThat(IdOrder.of(new long[] {7, 7}, 2)).containsExactly(0, 1);
    assertThat(IdOrder.of(new long[] {7, -7, 7, -7}, 4)).containsExactly(1, 3, 0, 2);
  }

  @Test
  void order_anyIds_isThatOfAStableSort() {
    long[][] some = {
      random.longs(1_000).toArray(),
      random.longs(1_000, -20, 20).toArray(),
      random.longs(1_000).map(id -> id << 48).toArray(),
      random.longs(1_000).map(id -> id >>> 33).toArray(),
      random.longs(1_000).map(id -> id & 0x00FF_0000_FF00_0000L).toArray(),
      LongStream.iterate(500, id -> id - 1).limit(1_000).toArray(),
      {Long.MAX_VALUE, Long.MIN_VALUE, 0, -1, 1, Long.MIN_VALUE + 1, Long.MAX_VALUE - 1}
    };
    for (long[] ids : some) {
      assertThat(IdOrder.of(ids, ids.length)).as("seed %d", SEED).isEqualTo(sorted(ids));
    }
  }

  @Test
  void find_everyId_isItsEntry() {
    long[] ids = random.longs(2_001).distinct().toArray();
    long[] ascending = LongStream.of(ids).sorted().toArray();
    for (long[] some : new long[][] {ids, ascending, {3, -3}, {Long.MIN_VALUE}, {}}) {
      Entries entries = entries(some);
      for (int entry = 0; entry < some.length; entry++) {
        assertThat(entries.find(some[entry])).isEqualTo(entry);
        assertThat(entries.id(entry)).isEqualTo(some[entry]);
      }
      for (long absent : new long[] {0, 1, -1, Long.MAX_VALUE, 4_711}) {
        assertThat(entries.find(absent)).isEqualTo(-1);
      }
    }
  }

  @Test
  void duplicateId_ofDifferentIds_isNone() {
    assertThat(entries(1, 2, 3).duplicateId()).isEmpty();
    assertThat(entries(3, 2, 1).duplicateId()).isEmpty();
    assertThat(entries().duplicateId()).isEmpty();
  }

  @Test
  void duplicateId_anywhere_isFound() {
    assertThat(entries(1, 1).duplicateId()).hasValue(1);
    assertThat(entries(-4, 9, 3, -4).duplicateId()).hasValue(-4);
    long[] ids = LongStream.range(0, 1_000).toArray();
    ids[0] = 999;
    assertThat(entries(ids).duplicateId()).hasValue(999);
  }

  @Test
  void rows_oneEntryEach_areTheEntries() {
    Entries entries = entries(30, 20, 10);
    assertThat(IntStream.range(0, 4).map(entries::begin)).containsExactly(0, 1, 2, 3);
    assertThat(entries.entryAt(2)).isEqualTo(2);
    assertThat(entries.rowOfEntry().applyAsInt(1)).isOne();
    assertThat(entries.heapBytes()).isEqualTo(3 * 8 + 3 * 4);
  }

  @Test
  void rows_severalEntriesEach_areThoseSaid() {
    // Entries 0, 2 and 3 have row 0, entry 1 has row 1.
    Entries entries =
        new Entries(
            LongBuffer.wrap(new long[] {1, 2, 3, 4}),
            null,
            IntBuffer.wrap(new int[] {3, 4}),
            IntBuffer.wrap(new int[] {0, 2, 3, 1}));
    assertThat(IntStream.range(0, 3).map(entries::begin)).containsExactly(0, 3, 4);
    assertThat(IntStream.range(0, 4).map(entries::entryAt)).containsExactly(0, 2, 3, 1);
    IntUnaryOperator rows = entries.rowOfEntry();
    assertThat(IntStream.range(0, 4).map(rows)).containsExactly(0, 1, 0, 0);
    assertThat(entries.heapBytes()).isEqualTo(4 * 8 + 2 * 4 + 4 * 4);
  }
}
