package org.hashmatch.index.segment;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.LongBuffer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import org.hashmatch.index.internal.HeapRows;
import org.hashmatch.index.internal.PostingTable;
import org.hashmatch.index.segment.MergePolicy.Run;
import org.junit.jupiter.api.Test;

/** Which parts are merged, by their sizes alone. */
final class MergePolicyTest {

  private static final long SEED = 1_597;
  private static final int BUFFER = 10;

  private final MergePolicy policy = new MergePolicy(4);

  private static LivePart segment(int entries, int removed) {
    Entries ids = new Entries(LongBuffer.allocate(entries), null, null, null);
    Segment segment = new Segment(new HeapRows(new long[0], 4), 0, new PostingTable[0], ids);
    return new LivePart(segment, entries, removed(removed));
  }

  private static LivePart buffer(int entries) {
    return new LivePart(new Buffer(4, BUFFER), entries, Tombstones.NONE);
  }

  private static Tombstones removed(int count) {
    Tombstones removed = Tombstones.NONE;
    for (int entry = 0; entry < count; entry++) {
      removed = removed.with(entry);
    }
    return removed;
  }

  private Run next(LivePart... parts) {
    return policy.next(List.of(parts), Set.of());
  }

  @Test
  void next_onlyABuffer_isNothing() {
    assertThat(next(buffer(0)).isEmpty()).isTrue();
    assertThat(next(buffer(BUFFER)).isEmpty()).isTrue();
  }

  @Test
  void next_fullBufferBeforeTheLast_isMerged() {
    assertThat(next(buffer(BUFFER), buffer(0))).isEqualTo(new Run(0, 1));
    assertThat(next(segment(40, 0), buffer(BUFFER), buffer(3))).isEqualTo(new Run(1, 2));
    assertThat(next(segment(39, 0), buffer(BUFFER), buffer(3))).isEqualTo(new Run(0, 2));
  }

  @Test
  void next_severalFullBuffers_areMergedTogether() {
    assertThat(next(segment(999, 0), buffer(BUFFER), buffer(BUFFER), buffer(1)))
        .isEqualTo(new Run(1, 3));
  }

  @Test
  void next_segmentsEachFourTimesTheNext_areLeft() {
    assertThat(next(segment(512, 0), segment(128, 0), segment(32, 0), buffer(9)).isEmpty())
        .isTrue();
  }

  @Test
  void next_largeSegmentsOneAfterTheOther_areMerged() {
    assertThat(next(segment(500, 0), segment(500, 0), buffer(0))).isEqualTo(new Run(0, 2));
    assertThat(next(segment(5_000, 0), segment(500, 0), segment(500, 0), buffer(0)))
        .isEqualTo(new Run(1, 3));
    assertThat(next(segment(500, 0), buffer(3), segment(500, 0), buffer(0)))
        .isEqualTo(new Run(0, 3));
  }

  @Test
  void next_liveEntries_countAndRemovedOnesDoNot() {
    assertThat(next(segment(60, 21), buffer(BUFFER), buffer(0))).isEqualTo(new Run(0, 2));
    assertThat(next(segment(60, 20), buffer(BUFFER), buffer(0))).isEqualTo(new Run(1, 2));
  }

  @Test
  void next_mostlyRemovedSegment_isRewrittenAlone() {
    assertThat(next(segment(4_000, 1_001), segment(400, 0), buffer(0))).isEqualTo(new Run(0, 1));
    assertThat(next(segment(4_000, 1_000), segment(400, 0), buffer(0)).isEmpty()).isTrue();
    assertThat(next(segment(4_000, 0), segment(400, 101), buffer(0))).isEqualTo(new Run(1, 2));
  }

  @Test
  void next_fewRemoved_areTolerated() {
    assertThat(next(segment(64, 64), buffer(0)).isEmpty()).isTrue();
    assertThat(next(segment(65, 65), buffer(0))).isEqualTo(new Run(0, 1));
  }

  @Test
  void next_partsBeforeABusyOne_areNotConsidered() {
    LivePart busy = segment(20, 0);
    List<LivePart> parts =
        List.of(segment(4_000, 3_000), busy, buffer(BUFFER), buffer(BUFFER), buffer(1));
    assertThat(policy.next(parts, Set.of(busy.part()))).isEqualTo(new Run(2, 4));
    Set<Part> all = Set.of(busy.part(), parts.get(3).part());
    assertThat(policy.next(parts, all).isEmpty()).isTrue();
  }

  @Test
  void next_moreThanOneSegmentCanHold_isNotMergedFurther() {
    // So wide that no array has room for more than 100 rows.
    MergePolicy narrow = new MergePolicy(Integer.MAX_VALUE / 100);
    List<LivePart> fitting = List.of(segment(60, 0), segment(40, 0), buffer(0));
    assertThat(narrow.next(fitting, Set.of())).isEqualTo(new Run(0, 2));
    List<LivePart> segments = List.of(segment(61, 0), segment(40, 0), buffer(0));
    assertThat(narrow.next(segments, Set.of()).isEmpty()).isTrue();
    List<LivePart> buffers = List.of(buffer(1), segment(100, 0), buffer(0));
    assertThat(narrow.next(buffers, Set.of()).isEmpty()).isTrue();
  }

  @Test
  void next_repeatedAfterAnyAdds_leavesEachSegmentFourTimesTheNext() {
    SplittableRandom random = new SplittableRandom(SEED);
    for (int round = 0; round < 50; round++) {
      List<LivePart> parts = new ArrayList<>(List.of(buffer(0)));
      int largest = 2 << random.nextInt(12);
      long total = 0;
      for (int step = 0; step < 300; step++) {
        int added = random.nextInt(1, largest);
        total += added;
        add(parts, added);
        mergeAll(parts);
        checkSizes(parts, total, round, step);
      }
    }
  }

  /** As the live set does. */
  private static void add(List<LivePart> parts, int count) {
    int last = parts.size() - 1;
    int buffered = parts.get(last).entries();
    if (count > BUFFER) {
      parts.add(buffered == 0 ? last : last + 1, segment(count, 0));
      if (buffered > 0) {
        parts.add(buffer(0));
      }
    } else if (buffered + count > BUFFER) {
      parts.add(buffer(count));
    } else {
      parts.set(last, buffer(buffered + count));
    }
  }

  private void mergeAll(List<LivePart> parts) {
    Run run = policy.next(parts, new HashSet<>());
    while (!run.isEmpty()) {
      List<LivePart> input = parts.subList(run.from(), run.to());
      int live = input.stream().mapToInt(LivePart::live).sum();
      input.clear();
      parts.add(run.from(), segment(live, 0));
      run = policy.next(parts, new HashSet<>());
    }
  }

  private static void checkSizes(List<LivePart> parts, long total, int round, int step) {
    long live = parts.get(parts.size() - 1).live();
    long next = 0;
    for (int i = parts.size() - 2; i >= 0; i--) {
      assertThat(parts.get(i).part()).isInstanceOf(Segment.class);
      assertThat((long) parts.get(i).live())
          .as("seed %d round %d step %d part %d", SEED, round, step, i)
          .isGreaterThanOrEqualTo(4 * next);
      next = parts.get(i).live();
      live += next;
    }
    assertThat(live).isEqualTo(total);
    assertThat(parts.size())
        .isLessThanOrEqualTo(2 + (int) (Math.log((double) total) / Math.log(4)));
  }
}
