package org.hashmatch.index.segment;

import java.util.ArrayList;
import java.util.List;

/**
 * All that an index holds at one moment. Immutable: whoever has one sees a consistent state for as
 * long as he likes.
 *
 * @param parts in the order in which their entries were added; the last is the buffer that is
 *     appended to
 * @param size how many live entries they have together
 */
record Snapshot(List<LivePart> parts, int size) {

  Snapshot {
    parts = List.copyOf(parts);
  }

  static Snapshot of(List<LivePart> parts) {
    long size = 0;
    for (LivePart part : parts) {
      size += part.live();
    }
    if (size > Integer.MAX_VALUE) {
      throw new IllegalStateException("index is full: it has " + Integer.MAX_VALUE + " hashes");
    }
    return new Snapshot(parts, (int) size);
  }

  LivePart last() {
    return parts.get(parts.size() - 1);
  }

  /** The id of the entry at a position in the order of insertion. */
  long id(long position) {
    int part = 0;
    long entry = position;
    while (entry >= parts.get(part).entries()) {
      entry -= parts.get(part++).entries();
    }
    return parts.get(part).part().id((int) entry);
  }

  boolean contains(long id) {
    return partOf(id) >= 0;
  }

  /** The number of the part with a live entry of this id; -1 if there is none. */
  int partOf(long id) {
    int part = parts.size() - 1;
    while (part >= 0 && parts.get(part).find(id) < 0) {
      part--;
    }
    return part;
  }

  IndexStatistics statistics() {
    int segments = 0;
    int buffered = 0;
    int removed = 0;
    long rows = 0;
    long heapBytes = 0;
    for (LivePart part : parts) {
      segments += part.part() instanceof Segment ? 1 : 0;
      buffered += part.part() instanceof Buffer ? part.entries() : 0;
      removed += part.removed().count();
      rows += part.part().rows(part.entries());
      heapBytes += part.part().heapBytes();
    }
    return new IndexStatistics(segments, buffered, removed, rows, heapBytes);
  }

  /** This snapshot with some parts in place of others. */
  Snapshot replacing(int from, int to, List<LivePart> by) {
    List<LivePart> changed = new ArrayList<>(parts);
    List<LivePart> replaced = changed.subList(from, to);
    replaced.clear();
    replaced.addAll(by);
    return of(changed);
  }
}
