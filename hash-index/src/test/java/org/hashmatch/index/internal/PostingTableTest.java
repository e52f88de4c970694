package org.hashmatch.index.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.IntBuffer;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Posting tables in arrays and in buffers, against the rows that they were made of. */
final class PostingTableTest {

  private static final long SEED = 271;
  private static final int WIDTH = 2;
  private static final int ROWS = 3_000;

  private final SplittableRandom random = new SplittableRandom(SEED);
  // Few values, so that buckets have many rows.
  private final long[] words =
      random.longs((long) WIDTH * ROWS).map(word -> word & 0x8007_0003_00C0_0105L).toArray();

  private int substring(int row, int index) {
    return Substring.of(words, row * WIDTH, index);
  }

  /** The same table in buffers, made without the code under test. */
  private MappedPostingTable mapped(int substring) {
    int[] order =
        IntStream.range(0, ROWS)
            .boxed()
            .sorted(
                (a, b) -> {
                  int order1 = Integer.compare(substring(a, substring), substring(b, substring));
                  return order1 != 0 ? order1 : Integer.compare(a, b);
                })
            .mapToInt(row -> row)
            .toArray();
    int[] starts = new int[Substring.BUCKETS + 1];
    byte[] sketches = new byte[Sketches.bytes(ROWS)];
    PackedRows rows = PackedRows.allocate(ROWS, 4);
    for (int posting = 0; posting < ROWS; posting++) {
      rows.set(posting, order[posting]);
      Sketches.set(sketches, posting, substring(order[posting], (substring + 1) % 8));
      for (int bucket = substring(order[posting], substring) + 1;
          bucket < starts.length && starts[bucket] < posting + 1;
          bucket++) {
        starts[bucket] = posting + 1;
      }
    }
    Arrays.fill(starts, substring(order[ROWS - 1], substring) + 1, starts.length, ROWS);
    return new MappedPostingTable(IntBuffer.wrap(starts), rows, ByteBuffer.wrap(sketches));
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3, 4, 5, 6, 7})
  void of_everyBucket_listsItsRowsAscending(int substring) {
    HeapPostingTable table = HeapPostingTable.of(words, WIDTH, ROWS, substring);
    int listed = 0;
    for (int bucket = 0; bucket < Substring.BUCKETS; bucket++) {
      int before = -1;
      for (int i = table.start(bucket); i < table.start(bucket + 1); i++) {
        assertThat(substring(table.row(i), substring)).isEqualTo(bucket);
        assertThat(table.row(i)).isGreaterThan(before);
        before = table.row(i);
        listed++;
      }
    }
    assertThat(listed).isEqualTo(ROWS);
    assertThat(table.start(Substring.BUCKETS)).isEqualTo(ROWS);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3, 4, 5, 6, 7})
  void of_everyPosting_equalsThatInABuffer(int substring) {
    HeapPostingTable heap = HeapPostingTable.of(words, WIDTH, ROWS, substring);
    MappedPostingTable mapped = mapped(substring);
    assertThat(IntStream.rangeClosed(0, Substring.BUCKETS).map(heap::start).toArray())
        .isEqualTo(IntStream.rangeClosed(0, Substring.BUCKETS).map(mapped::start).toArray());
    assertThat(IntStream.range(0, ROWS).map(heap::row).toArray())
        .isEqualTo(IntStream.range(0, ROWS).map(mapped::row).toArray());
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 3, 6, 7})
  void survivors_everyAllowance_areThoseWhoseNextSubstringIsNear(int substring) {
    HeapPostingTable heap = HeapPostingTable.of(words, WIDTH, ROWS, substring);
    MappedPostingTable mapped = mapped(substring);
    int next = random.nextInt(Substring.BUCKETS);
    for (int allowance = -1; allowance <= 17; allowance++) {
      int most = allowance;
      // The last substring's next one is the first: a ring.
      int[] near =
          IntStream.range(100, 2_900)
              .filter(
                  i -> Integer.bitCount(substring(heap.row(i), (substring + 1) % 8) ^ next) <= most)
              .toArray();
      assertThat(survivors(heap, next, allowance)).as("seed %d", SEED).isEqualTo(near);
      assertThat(survivors(mapped, next, allowance)).as("seed %d", SEED).isEqualTo(near);
    }
  }

  private static int[] survivors(PostingTable table, int next, int allowance) {
    int[] found = new int[ROWS + 5];
    Arrays.fill(found, -7);
    int count = table.survivors(100, 2_900, next, allowance, found, 5);
    assertThat(Arrays.copyOf(found, 5)).containsOnly(-7);
    return Arrays.copyOfRange(found, 5, count);
  }

  @Test
  void survivors_withoutRoomForAll_fillsWhatThereIs() {
    for (PostingTable table :
        new PostingTable[] {HeapPostingTable.of(words, WIDTH, ROWS, 0), mapped(0)}) {
      int[] found = new int[10];
      assertThat(table.survivors(0, ROWS, 0, 16, found, 3)).isEqualTo(10);
      assertThat(found).startsWith(0, 0, 0, 0, 1, 2).endsWith(5, 6);
    }
  }

  @Test
  void locate_anyProbes_givesBucketsNearestFirstAndCountsThem() {
    HeapPostingTable heap = HeapPostingTable.of(words, WIDTH, ROWS, 1);
    MappedPostingTable mapped = mapped(1);
    int value = substring(17, 1);
    for (int distance = 0; distance <= 4; distance++) {
      int probes = BucketMasks.within(distance);
      int[] begins = new int[probes + 2];
      int[] ends = new int[probes + 2];
      int most = distance;
      long near =
          IntStream.range(0, ROWS)
              .filter(row -> Integer.bitCount(substring(row, 1) ^ value) <= most)
              .count();
      assertThat(heap.locate(value, probes, begins, ends, 2)).isEqualTo(near);
      assertThat(heap.count(value, 0, probes)).isEqualTo(near);
      assertThat(begins[2]).isEqualTo(heap.start(value));
      assertThat(ends[2]).isEqualTo(heap.start(value + 1));
      int[] mappedBegins = new int[probes + 2];
      int[] mappedEnds = new int[probes + 2];
      assertThat(mapped.locate(value, probes, mappedBegins, mappedEnds, 2)).isEqualTo(near);
      assertThat(mappedBegins).isEqualTo(begins);
      assertThat(mappedEnds).isEqualTo(ends);
    }
  }

  @Test
  void of_noRows_hasEmptyBuckets() {
    HeapPostingTable table = HeapPostingTable.of(new long[0], WIDTH, 0, 7);
    int[] begins = new int[Substring.BUCKETS];
    int[] ends = new int[Substring.BUCKETS];
    assertThat(table.locate(65_535, Substring.BUCKETS, begins, ends, 0)).isZero();
    assertThat(ends).containsOnly(0);
  }

  @Test
  void heapBytes_always_countsArraysAndNoBuffers() {
    long bytes = 4L * 65_537 + 3L * ROWS + 4 + 2L * ROWS + 8;
    assertThat(HeapPostingTable.of(words, WIDTH, ROWS, 0).heapBytes()).isEqualTo(bytes);
    assertThat(mapped(0).heapBytes()).isZero();
  }
}
