package org.hashmatch.index.segment;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class SegmentBuilderTest {

  private static final long SEED = 613;

  private static Segment segment(int width, int capacity, int leastIndexedRows, long[][] hashes) {
    SegmentBuilder builder = new SegmentBuilder(width, capacity, leastIndexedRows);
    for (int entry = 0; entry < hashes.length; entry++) {
      System.arraycopy(hashes[entry], 0, builder.words(), builder.nextOffset(), width);
      builder.append(1_000 - entry);
    }
    assertThat(builder.entries()).isEqualTo(hashes.length);
    return builder.build();
  }

  private static long[] hash(Segment segment, int row, int width) {
    long[] words = new long[width];
    segment.rows().copy(row, words, 0);
    return words;
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 4, 16})
  void build_anyHashes_hasEachOnceInOrderOfFirstOccurrence(int width) {
    SplittableRandom random = new SplittableRandom(SEED);
    for (int kinds : new int[] {1, 2, 10, 300, 100_000}) {
      long[][] hashes = new long[500][];
      List<List<Long>> distinct = new ArrayList<>();
      for (int i = 0; i < hashes.length; i++) {
        long kind = random.nextInt(kinds);
        // Hashes that differ in one word only, the last.
        hashes[i] = new long[width];
        hashes[i][width - 1] = kind;
        if (!distinct.contains(List.of(kind))) {
          distinct.add(List.of(kind));
        }
      }
      Segment segment = segment(width, 600, 1, hashes);
      assertThat(segment.rowCount()).as("seed %d", SEED).isEqualTo(distinct.size());
      assertThat(segment.entries().count()).isEqualTo(500);
      checkEntries(segment, hashes, width);
    }
  }

  private static void checkEntries(Segment segment, long[][] hashes, int width) {
    int place = 0;
    int firstBefore = -1;
    for (int row = 0; row < segment.rowCount(); row++) {
      assertThat(segment.entriesBegin(row)).isEqualTo(place);
      int first = segment.entryAt(place);
      assertThat(first).isGreaterThan(firstBefore);
      firstBefore = first;
      int before = -1;
      for (; place < segment.entriesBegin(row + 1); place++) {
        int entry = segment.entryAt(place);
        assertThat(entry).isGreaterThan(before);
        assertThat(hash(segment, row, width)).isEqualTo(hashes[entry]);
        assertThat(segment.rowOfEntry().applyAsInt(entry)).isEqualTo(row);
        assertThat(segment.id(entry)).isEqualTo(1_000 - entry);
        assertThat(segment.find(1_000 - entry, 500)).isEqualTo(entry);
        before = entry;
      }
    }
    assertThat(place).isEqualTo(hashes.length);
  }

  @Test
  void build_fewerEntriesThanRoom_dropsTheRoom() {
    Segment segment = segment(2, 1_000, 1_000, new long[][] {{1, 2}, {3, 4}});
    assertThat(segment.rows().heapBytes()).isEqualTo(2 * 2 * 8);
    assertThat(segment.heapBytes()).isEqualTo(2 * 2 * 8 + 2 * 8 + 2 * 4);
  }

  @Test
  void build_noEntries_isEmpty() {
    for (int capacity : new int[] {0, 5}) {
      Segment segment = segment(4, capacity, 1, new long[0][]);
      assertThat(segment.rowCount()).isZero();
      assertThat(segment.isIndexed()).isFalse();
      assertThat(segment.find(0, 0)).isEqualTo(-1);
    }
  }

  @Test
  void build_fewerRowsThanPay_hasNoTables() {
    long[][] hashes = {{1}, {2}, {1}, {3}};
    assertThat(segment(1, 4, 4, hashes).isIndexed()).isFalse();
    assertThat(segment(1, 4, 3, hashes).isIndexed()).isTrue();
    assertThat(segment(1, 4, 3, hashes).tables()).hasSize(4);
  }

  @Test
  void build_tables_listRowsRatherThanEntries() {
    Segment segment = segment(1, 4, 1, new long[][] {{0x1_0002}, {0x1_0002}, {0x1_0003}, {7}});
    assertThat(IntStream.range(0, 3).map(segment.tables()[0]::row)).containsExactly(0, 1, 2);
    assertThat(segment.tables()[1].start(2) - segment.tables()[1].start(1)).isEqualTo(2);
  }
}
