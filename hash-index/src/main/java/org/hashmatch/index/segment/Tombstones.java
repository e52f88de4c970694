package org.hashmatch.index.segment;

import java.util.Arrays;
import java.util.function.IntConsumer;
import org.roaringbitmap.RoaringBitmap;

/**
 * Which entries of a part were removed. Immutable: one more removal is another object, which shares
 * all with this one but the 65,536 entries around the removed one, so it costs about a microsecond
 * whatever was removed before.
 */
final class Tombstones {

  static final Tombstones NONE = new Tombstones(new RoaringBitmap[0], 0);

  private static final int BLOCK_BITS = 16;

  // One for each 65,536 entries, with the entries' numbers in the block; fewer blocks than there
  // could be if the last ones have none.
  private final RoaringBitmap[] blocks;
  private final int count;

  private Tombstones(RoaringBitmap[] blocks, int count) {
    this.blocks = blocks;
    this.count = count;
  }

  /** How many were removed. */
  int count() {
    return count;
  }

  boolean contains(int entry) {
    int block = entry >>> BLOCK_BITS;
    return block < blocks.length && blocks[block].contains(entry);
  }

  /** These and one more, which is not one of them yet. */
  Tombstones with(int entry) {
    int block = entry >>> BLOCK_BITS;
    RoaringBitmap[] more = Arrays.copyOf(blocks, Math.max(blocks.length, block + 1));
    for (int i = blocks.length; i < more.length; i++) {
      more[i] = new RoaringBitmap();
    }
    more[block] = more[block].clone();
    more[block].add(entry);
    return new Tombstones(more, count + 1);
  }

  /** Calls back for each that is here and not in the earlier state of the same tombstones. */
  void forEachSince(Tombstones earlier, IntConsumer consumer) {
    for (int i = 0; i < blocks.length; i++) {
      RoaringBitmap before = i < earlier.blocks.length ? earlier.blocks[i] : new RoaringBitmap();
      if (!before.equals(blocks[i])) {
        RoaringBitmap.andNot(blocks[i], before)
            .forEach((org.roaringbitmap.IntConsumer) consumer::accept);
      }
    }
  }
}
