package org.hashmatch.index.segment;

/**
 * What a snapshot sees of a part.
 *
 * @param part the hashes
 * @param entries how many of its entries there are for this snapshot; a buffer may have more
 * @param removed which of those were removed
 */
record LivePart(Part part, int entries, Tombstones removed) {

  static LivePart whole(Segment segment) {
    return new LivePart(segment, segment.entries().count(), Tombstones.NONE);
  }

  int live() {
    return entries - removed.count();
  }

  /** The live entry with this id; -1 if there is none. */
  int find(long id) {
    int entry = part.find(id, entries);
    return entry >= 0 && !removed.contains(entry) ? entry : -1;
  }

  LivePart without(int entry) {
    return without(removed.with(entry));
  }

  LivePart without(Tombstones tombstones) {
    return new LivePart(part, entries, tombstones);
  }
}
