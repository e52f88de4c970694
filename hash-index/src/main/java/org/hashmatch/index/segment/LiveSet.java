package org.hashmatch.index.segment;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.IntUnaryOperator;

/**
 * The parts of an index, as they change.
 *
 * <p>One {@link Snapshot} is the state. Readers take it, by one volatile read, and keep it for a
 * search. Writers take turns; each makes a new snapshot and puts it in the place of the old one. A
 * merge works on parts of a snapshot without holding anybody up, and takes its turn only to put the
 * merged segment in their place.
 */
final class LiveSet {

  /*
   * How a set of immutable segments is kept changing
   *
   * Add. The entry is written into the buffer behind those that any snapshot shows; then a snapshot
   * is published that shows one more. Readers of older snapshots never look there. When the buffer
   * has no more room a new one is put behind it and a merge begins, that makes a segment of it,
   * together with the smaller of the segments before it (MergePolicy). A large batch is made a
   * segment before the writer's turn comes, and put behind the buffer.
   *
   * Remove. The entry is marked in the tombstones of its part, of which a changed copy goes into
   * the new snapshot. Searches pass over it from then on; the next merge of the part leaves it out.
   *
   * Merge. Its input is neighbouring parts as one snapshot shows them; its output takes their place
   * in the list, so the order of insertion, which is that of parts and entries, stays. What was
   * removed while it ran is marked in the input's tombstones and not in the output; since
   * tombstones only grow, the difference is what to mark there. Each entry is found in the output by
   * its id: ids are unique among what a merge takes over.
   *
   * Parts that are being merged are busy. Another merge may run at the same time, of parts behind
   * them: so the buffers that fill while a large merge runs do not wait for it.
   */

  private final int width;
  private final Tuning tuning;
  private final MergePolicy policy;
  private final Set<Part> busy = new HashSet<>();
  private volatile Snapshot snapshot;

  /**
   * Makes an empty set.
   *
   * @param width words of a hash
   * @param tuning how it is laid out
   */
  LiveSet(int width, Tuning tuning) {
    this.width = width;
    this.tuning = tuning;
    this.policy = new MergePolicy(width);
    this.snapshot = Snapshot.of(List.of(emptyBuffer()));
  }

  /**
   * Makes a set of a segment.
   *
   * @param width words of a hash
   * @param tuning how what is added will be laid out
   * @param segment what the set begins with; no id twice
   */
  LiveSet(int width, Tuning tuning, Segment segment) {
    this(width, tuning);
    if (segment.entries().count() > 0) {
      snapshot = Snapshot.of(List.of(LivePart.whole(segment), snapshot.last()));
    }
  }

  /** Whether so many entries have room in an empty buffer. */
  boolean fitsBuffer(int entries) {
    return entries <= tuning.bufferCapacity();
  }

  /** For segments of this set. */
  SegmentBuilder builder(int capacity) {
    return new SegmentBuilder(width, capacity, tuning.leastIndexedRows());
  }

  private LivePart emptyBuffer() {
    return new LivePart(new Buffer(width, tuning.bufferCapacity()), 0, Tombstones.NONE);
  }

  Snapshot snapshot() {
    return snapshot;
  }

  /**
   * Adds entries to the buffer, in one step.
   *
   * @param ids at most as many as a buffer has room for
   * @param hashes their hashes, one after the other, with their bits shuffled
   */
  synchronized void add(long[] ids, long[] hashes) {
    for (long id : ids) {
      checkAbsent(id, snapshot.contains(id));
    }
    if (snapshot.last().entries() + ids.length > tuning.bufferCapacity()) {
      replaceLast(List.of(snapshot.last(), emptyBuffer()));
    }
    LivePart last = snapshot.last();
    ((Buffer) last.part()).write(last.entries(), ids, hashes);
    replaceLast(List.of(new LivePart(last.part(), last.entries() + ids.length, last.removed())));
  }

  /** Adds a segment's entries, in one step. */
  synchronized void add(Segment segment) {
    for (LivePart part : snapshot.parts()) {
      checkNoneOf(segment, part);
    }
    LivePart added = LivePart.whole(segment);
    LivePart last = snapshot.last();
    replaceLast(last.entries() == 0 ? List.of(added, last) : List.of(last, added, emptyBuffer()));
  }

  private void replaceLast(List<LivePart> by) {
    int parts = snapshot.parts().size();
    snapshot = snapshot.replacing(parts - 1, parts, by);
    startMerges();
  }

  /** Looks up the ids of whichever has fewer: a batch may be a thousand times the buffer. */
  private static void checkNoneOf(Segment segment, LivePart part) {
    int count = segment.entries().count();
    if (part.entries() < count) {
      for (int entry = 0; entry < part.entries(); entry++) {
        long id = part.part().id(entry);
        checkAbsent(id, segment.find(id, count) >= 0 && !part.removed().contains(entry));
      }
    } else {
      for (int entry = 0; entry < count; entry++) {
        checkAbsent(segment.id(entry), part.find(segment.id(entry)) >= 0);
      }
    }
  }

  private static void checkAbsent(long id, boolean isPresent) {
    if (isPresent) {
      throw new IllegalArgumentException("id must not be in the index yet (got " + id + ")");
    }
  }

  /** Removes the entry with this id, if there is one. */
  synchronized boolean remove(long id) {
    int number = snapshot.partOf(id);
    if (number < 0) {
      return false;
    }
    LivePart part = snapshot.parts().get(number);
    LivePart rest = part.without(part.find(id));
    snapshot = snapshot.replacing(number, number + 1, List.of(rest));
    startMerges();
    return true;
  }

  private void startMerges() {
    List<LivePart> parts = snapshot.parts();
    MergePolicy.Run run = policy.next(parts, busy);
    if (!run.isEmpty()) {
      List<LivePart> input = parts.subList(run.from(), run.to());
      input.forEach(part -> busy.add(part.part()));
      begin(input);
    }
  }

  private void begin(List<LivePart> input) {
    boolean isBegun = false;
    try {
      tuning.merges().execute(() -> merge(input));
      isBegun = true;
    } finally {
      if (!isBegun) {
        finish(input, false);
      }
    }
  }

  private void merge(List<LivePart> input) {
    boolean isDone = false;
    try {
      Segment merged = merged(input);
      synchronized (this) {
        replace(input, merged);
        isDone = true;
      }
    } finally {
      finish(input, isDone);
    }
  }

  private synchronized void finish(List<LivePart> input, boolean isDone) {
    input.forEach(part -> busy.remove(part.part()));
    // After a failure, lack of memory for one, the next change tries again.
    if (isDone) {
      startMerges();
    }
  }

  /**
   * All live entries as one segment: the one there is, if it has nothing else, or one made for it.
   *
   * @throws IllegalStateException if they are too many
   */
  Segment whole() {
    Snapshot now = snapshot;
    int most = MergePolicy.mostEntries(width);
    if (now.size() > most) {
      throw new IllegalStateException(
          "a segment has at most " + most + " hashes (the index has " + now.size() + ")");
    }
    List<LivePart> parts = now.parts().stream().filter(part -> part.entries() > 0).toList();
    if (parts.size() == 1
        && parts.get(0).part() instanceof Segment segment
        && parts.get(0).removed().count() == 0) {
      return segment;
    }
    return merged(parts);
  }

  /** Makes one segment of the live entries of some parts, in their order. */
  Segment merged(List<LivePart> parts) {
    SegmentBuilder builder = builder(Snapshot.of(parts).size());
    for (LivePart part : parts) {
      IntUnaryOperator rows = part.part().rowOfEntry();
      for (int entry = 0; entry < part.entries(); entry++) {
        if (!part.removed().contains(entry)) {
          part.part().rows().copy(rows.applyAsInt(entry), builder.words(), builder.nextOffset());
          builder.append(part.part().id(entry));
        }
      }
    }
    return builder.build();
  }

  private void replace(List<LivePart> input, Segment merged) {
    List<LivePart> parts = snapshot.parts();
    int from = 0;
    while (parts.get(from).part() != input.get(0).part()) {
      from++;
    }
    int to = from + input.size();
    Tombstones removed = removedSince(input, parts.subList(from, to), merged);
    LivePart output = LivePart.whole(merged).without(removed);
    snapshot = snapshot.replacing(from, to, output.live() == 0 ? List.of() : List.of(output));
  }

  private static Tombstones removedSince(
      List<LivePart> before, List<LivePart> now, Segment merged) {
    List<Integer> removed = new ArrayList<>();
    for (int i = 0; i < now.size(); i++) {
      Part part = now.get(i).part();
      now.get(i)
          .removed()
          .forEachSince(
              before.get(i).removed(), entry -> removed.add(merged.entries().find(part.id(entry))));
    }
    Tombstones tombstones = Tombstones.NONE;
    for (int entry : removed) {
      tombstones = tombstones.with(entry);
    }
    return tombstones;
  }
}
