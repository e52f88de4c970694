package org.hashmatch.index.segment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.IntBuffer;
import java.nio.LongBuffer;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.hashmatch.hash.HashAlgorithm;
import org.hashmatch.hash.ImageHash;
import org.hashmatch.index.HashBatch;
import org.hashmatch.index.Match;
import org.hashmatch.index.ModelIndex;
import org.hashmatch.index.RandomHashes;
import org.hashmatch.index.internal.HeapRows;
import org.hashmatch.index.internal.PostingTable;
import org.junit.jupiter.api.Test;

/** What happens to an index while merges are under way, finish in any order, or fail. */
final class LiveSetTest {

  private static final HashAlgorithm ALGORITHM = RandomHashes.width(64);
  private static final long SEED = 5_003;
  private static final int BUFFER = 4;

  private final RandomHashes hashes = new RandomHashes(ALGORITHM, SEED);
  private final ImageHash zero = hashes.zero();
  private final HeldMerges merges = new HeldMerges();
  private final MultiIndexHashingIndex index = index(merges);
  private final ModelIndex model = new ModelIndex();

  private static MultiIndexHashingIndex index(Executor merges) {
    return new MultiIndexHashingIndex(ALGORITHM, new Tuning(BUFFER, 1, merges));
  }

  private void add(long... ids) {
    for (long id : ids) {
      // Few distances, so that many are ranked by their order of insertion.
      ImageHash hash = hashes.at((int) Math.floorMod(id, 3L), zero);
      index.add(id, hash);
      model.add(id, hash);
    }
  }

  private void remove(long... ids) {
    for (long id : ids) {
      assertThat(index.remove(id)).isEqualTo(model.remove(id));
    }
  }

  private void check() {
    check("");
  }

  private void check(String when) {
    assertThat(index.size()).as("seed %d %s", SEED, when).isEqualTo(model.size());
    assertThat(index.search(zero, 64))
        .as("seed %d %s", SEED, when)
        .isEqualTo(model.search(zero, 64));
  }

  private int segments() {
    return index.statistics().segments();
  }

  @Test
  void merge_heldBack_isNotMissed() {
    add(1, 2, 3, 4, 5, 6, 7, 8, 9);
    assertThat(segments()).isZero();
    assertThat(index.statistics().buffered()).isEqualTo(9);
    check();
    merges.runAll();
    assertThat(segments()).isOne();
    assertThat(index.statistics().buffered()).isOne();
    check();
  }

  @Test
  void remove_duringAMerge_isNotUndoneByIt() {
    add(1, 2, 3, 4, 5);
    remove(2);
    merges.runAll();
    assertThat(index.statistics().removed()).isOne();
    check();
    remove(1);
    remove(2);
    check();
  }

  @Test
  void removeAndAdd_duringAMerge_countAsNewlyInserted() {
    add(1, 2, 3, 4, 5);
    remove(3, 1);
    add(3, 1);
    check();
    merges.runAll();
    check();
    remove(3);
    add(3);
    merges.runAll();
    check();
  }

  @Test
  void removeAddAndRemove_duringAMerge_isRemoved() {
    add(1, 2, 3, 4, 5);
    remove(2);
    add(2);
    remove(2);
    merges.runAll();
    check();
    assertThat(index.remove(2)).isFalse();
  }

  /** The same id twice in what is merged: once removed before, and once live. */
  @Test
  void remove_ofAnIdThatWasRemovedAndAddedBeforeTheMerge_takesTheLiveOne() {
    add(1, 2, 3);
    remove(1);
    add(1);
    add(5);
    remove(1);
    merges.runAll();
    check();
    add(1);
    merges.runAll();
    check();
  }

  @Test
  void everything_removedDuringAMerge_leavesNoSegment() {
    add(1, 2, 3, 4, 5);
    remove(1, 2, 3, 4);
    merges.runAll();
    assertThat(segments()).isZero();
    check();
    add(1, 2, 3, 4);
    merges.runAll();
    check();
  }

  @Test
  void everything_removedBeforeAMerge_leavesNoSegment() {
    add(1, 2, 3, 4);
    remove(1, 2, 3, 4);
    add(5);
    merges.runAll();
    assertThat(segments()).isZero();
    check();
  }

  @Test
  void twoMerges_atTheSameTime_mayFinishInEitherOrder() {
    for (int first = 0; first < 2; first++) {
      add(1, 2, 3, 4, 5, 6, 7, 8, 9);
      assertThat(merges.waiting()).isEqualTo(2);
      remove(2, 7);
      merges.run(first);
      check();
      remove(3, 8);
      add(2, 8);
      merges.run(0);
      check();
      remove(1, 2, 4, 5, 6, 8, 9);
      merges.runAll();
      check();
    }
  }

  @Test
  void merge_ofPartsThatAreMergedAlready_doesNotBegin() {
    add(1, 2, 3, 4, 5);
    assertThat(merges.waiting()).isOne();
    remove(5);
    add(6, 7);
    assertThat(merges.waiting()).isOne();
    merges.runAll();
    assertThat(merges.waiting()).isZero();
    check();
  }

  @Test
  void snapshot_takenBeforeChanges_staysAsItWas() {
    LiveSet live = new LiveSet(1, new Tuning(BUFFER, 1, Runnable::run));
    live.add(new long[] {1, 2, 3}, new long[] {11, 12, 13});
    Snapshot before = live.snapshot();
    live.add(new long[] {4, 5}, new long[] {14, 15});
    live.remove(1);
    assertThat(before.size()).isEqualTo(3);
    assertThat(IntStream.range(0, 3).mapToLong(before::id)).containsExactly(1L, 2L, 3L);
    assertThat(before.contains(1)).isTrue();
    assertThat(before.contains(4)).isFalse();
    assertThat(live.snapshot().size()).isEqualTo(4);
  }

  @Test
  void randomChanges_whileMergesFinishInAnyOrder_equalTheModel() {
    SplittableRandom random = new SplittableRandom(SEED);
    for (int step = 0; step < 8_000; step++) {
      long id = random.nextInt(step / 2_000 % 2 == 0 ? 120 : 30);
      int action = random.nextInt(12);
      if (action < 6 && !model.contains(id)) {
        add(id);
      } else if (action < 9) {
        remove(id);
      } else if (action == 9 && random.nextInt(4) == 0) {
        addBatch(1_000L * step, random.nextInt(3 * BUFFER));
      } else if (action > 9 && merges.waiting() > 0) {
        merges.run(random.nextInt(merges.waiting()));
      }
      check("step " + step);
    }
    merges.runAll();
    check();
    assertThat(index.statistics().buffered()).isLessThanOrEqualTo(BUFFER);
  }

  private void addBatch(long firstId, int size) {
    HashBatch batch = new HashBatch(ALGORITHM);
    for (long id = firstId; id < firstId + size; id++) {
      ImageHash hash = hashes.at((int) (id % 4), zero);
      batch.add(id, hash);
      model.add(id, hash);
    }
    index.addAll(batch);
  }

  @Test
  void manyBatches_withAndWithoutSingleOnesBetween_leaveFewSegments() {
    for (int i = 0; i < 200; i++) {
      addBatch(1_000L * i, 50);
      if (i % 3 == 0) {
        add(-1 - i);
      }
      merges.runAll();
      assertThat(segments()).as("after %d batches", i + 1).isLessThanOrEqualTo(7);
      assertThat(index.statistics().buffered()).isLessThanOrEqualTo(BUFFER);
    }
    check();
  }

  @Test
  void removals_ofMost_giveTheirMemoryBack() {
    addBatch(0, 2_000);
    long full = index.statistics().heapBytes();
    for (long id = 0; id < 1_900; id++) {
      remove(id);
      merges.runAll();
    }
    check();
    assertThat(index.statistics().removed()).isLessThanOrEqualTo(70);
    assertThat(index.statistics().rows()).isLessThanOrEqualTo(171);
    assertThat(index.statistics().heapBytes()).isLessThan(full);
  }

  @Test
  void statistics_always_countWhatThereIs() {
    addBatch(0, 100);
    add(-1, -2);
    remove(50);
    IndexStatistics statistics = index.statistics();
    assertThat(statistics.segments()).isOne();
    assertThat(statistics.buffered()).isEqualTo(2);
    assertThat(statistics.removed()).isOne();
    // Four distances are planted, and one of them, zero, is one hash over and over.
    assertThat(statistics.rows()).isBetween(70L, 78L);
    long tables = 4 * (65_537L * 4 + 8 + 4) + 4 * 5 * (statistics.rows() - 2);
    long entries = 100 * 8 + 100 * 4 + 4 * (statistics.rows() - 2);
    long hashBytes = 8 * (statistics.rows() - 2);
    assertThat(statistics.heapBytes()).isEqualTo(tables + entries + hashBytes + BUFFER * 16);
  }

  /** A segment whose merges fail as long as the last number of this array is out of range. */
  private static Segment segment(int[] byRow) {
    Entries entries =
        new Entries(
            LongBuffer.wrap(new long[] {1, 2, 3}),
            null,
            IntBuffer.wrap(new int[] {3}),
            IntBuffer.wrap(byRow));
    return new Segment(new HeapRows(new long[] {77}, 1), 1, new PostingTable[0], entries);
  }

  @Test
  void merge_thatFails_leavesAllAndIsTriedAgainAtTheNextChange() {
    LiveSet live = new LiveSet(1, new Tuning(BUFFER, 1, merges));
    int[] byRow = {0, 1, -1};
    live.add(segment(byRow));
    live.add(new long[] {4, 5, 6, 7}, new long[] {77, 77, 5, 5});
    live.add(new long[] {8}, new long[] {8});
    assertThatThrownBy(merges::runAll).isInstanceOf(IndexOutOfBoundsException.class);
    assertThat(merges.waiting()).isZero();
    assertThat(ids(live)).containsExactly(1L, 2L, 3L, 4L, 5L, 6L, 7L, 8L);
    assertThat(live.snapshot().statistics().buffered()).isEqualTo(5);
    byRow[2] = 2;
    assertThat(live.remove(2)).isTrue();
    merges.runAll();
    assertThat(ids(live)).containsExactly(1L, 3L, 4L, 5L, 6L, 7L, 8L);
    assertThat(live.snapshot().statistics().segments()).isOne();
    assertThat(live.snapshot().statistics().rows()).isEqualTo(3);
  }

  private static List<Long> ids(LiveSet live) {
    Snapshot snapshot = live.snapshot();
    long entries = snapshot.parts().stream().mapToLong(LivePart::entries).sum();
    return Stream.iterate(0L, position -> position + 1)
        .limit(entries)
        .map(snapshot::id)
        .filter(snapshot::contains)
        .toList();
  }

  @Test
  void merge_thatCannotBegin_isTriedAgainAtALaterChange() {
    AtomicBoolean refusing = new AtomicBoolean(true);
    MultiIndexHashingIndex refused =
        index(
            merge -> {
              if (refusing.get()) {
                throw new RejectedExecutionException("no thread");
              }
              merge.run();
            });
    for (long id = 1; id <= 4; id++) {
      refused.add(id, zero);
    }
    assertThatThrownBy(() -> refused.add(5, zero)).isInstanceOf(RejectedExecutionException.class);
    assertThat(refused.search(zero, 0))
        .extracting(Match::id)
        .as("what was refused is not in the index")
        .containsExactly(1L, 2L, 3L, 4L);
    refusing.set(false);
    refused.add(6, zero);
    assertThat(refused.search(zero, 0)).extracting(Match::id).containsExactly(1L, 2L, 3L, 4L, 6L);
    assertThat(refused.statistics().segments()).isOne();
  }
}
