package org.hashmatch.index.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** When the ring search searches by tables, when it would rather scan, and what it counts. */
final class RingSearchTest {

  private static final long SEED = 65_537;
  private static final int ROWS = 20_000;

  private final SplittableRandom random = new SplittableRandom(SEED);
  private final Query query = new Query(new BitPermutation(256), 4);
  private final Work work = new Work();
  private final RingSearch ring = new RingSearch(query, work);
  private final List<Integer> found = new ArrayList<>();

  private static PostingTable[] tables(long[] words, int rows) {
    return IntStream.range(0, 16)
        .mapToObj(i -> HeapPostingTable.of(words, 4, rows, i))
        .toArray(PostingTable[]::new);
  }

  private boolean run(long[] words, int rows, int radius) {
    work.clear();
    query.within(radius);
    return ring.run(
        tables(words, rows), new HeapRows(words, 4), rows, (row, distance) -> found.add(row));
  }

  @Test
  void run_evenlySpreadHashes_probesAndVerifiesFew() {
    query.set(new long[4]);
    assertThat(run(random.longs(4L * ROWS).toArray(), ROWS, 31)).isTrue();
    assertThat(work.probes()).isEqualTo(16 * 17);
    assertThat(work.candidates()).isBetween(40L, 140L);
    assertThat(work.verified()).isLessThan(5);
  }

  @Test
  void run_fewRows_ratherScansWithoutProbing() {
    query.set(new long[4]);
    assertThat(run(random.longs(4L * 4_000).toArray(), 4_000, 31)).isFalse();
    assertThat(work.probes()).isZero();
    assertThat(found).isEmpty();
  }

  @Test
  void run_oneHashEverywhere_ratherScansBeforeAnythingIsFound() {
    query.set(new long[4]);
    assertThat(run(new long[4 * ROWS], ROWS, 0)).isFalse();
    assertThat(run(new long[4 * ROWS], ROWS, 31)).isFalse();
    assertThat(work.verified()).isZero();
    assertThat(found).isEmpty();
  }

  /** Few enough candidates, but all of them survive. */
  @Test
  void run_moreSurvivorsThanPay_ratherScansBeforeAnythingIsFound() {
    long[] words = random.longs(4L * ROWS).toArray();
    for (int row = 0; row < ROWS; row += 20) {
      words[4 * row] &= ~0xFFFF_FFFFL;
    }
    query.set(new long[4]);
    assertThat(run(words, ROWS, 0)).isFalse();
    assertThat(work.candidates()).isBetween(1_000L, 1_005L);
    assertThat(work.verified()).isZero();
    assertThat(found).isEmpty();
  }

  @Test
  void scan_always_findsInOrderAndCountsAllRows() {
    long[] words = new long[4 * 100];
    for (int row = 0; row < 100; row++) {
      words[4 * row + row % 4] = (1L << row % 7) - 1;
    }
    query.set(new long[4]);
    query.within(3);
    ring.scan(new HeapRows(words, 4), 90, (row, distance) -> found.add(row));
    assertThat(found)
        .isEqualTo(IntStream.range(0, 90).filter(row -> row % 7 <= 3).boxed().toList());
    assertThat(work.verified()).isEqualTo(90);
    assertThat(work.probes()).isZero();
  }

  @Test
  void scan_sinkThatHasEnough_stops() {
    query.set(new long[4]);
    query.within(3);
    ring.scan(
        new HeapRows(new long[400], 4),
        100,
        (row, distance) -> {
          found.add(row);
          return found.size() < 3;
        });
    assertThat(found).containsExactly(0, 1, 2);
  }
}
