package org.hashmatch.index.segment;

import java.nio.IntBuffer;
import java.nio.LongBuffer;
import java.util.Arrays;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.hashmatch.index.internal.HeapPostingTable;
import org.hashmatch.index.internal.HeapRows;
import org.hashmatch.index.internal.PostingTable;
import org.hashmatch.index.internal.SplitMix;
import org.hashmatch.index.internal.Substring;

/**
 * Makes a {@link Segment} of hashes and ids: appended first, then built once. Equal hashes become
 * one row.
 */
final class SegmentBuilder {

  private final int width;
  private final int leastIndexedRows;
  private final long[] words;
  private final long[] ids;
  private int entries;

  /**
   * Makes room.
   *
   * @param width words of a hash
   * @param capacity most entries
   * @param leastIndexedRows rows from which on there are posting tables
   */
  SegmentBuilder(int width, int capacity, int leastIndexedRows) {
    this.width = width;
    this.leastIndexedRows = leastIndexedRows;
    this.words = new long[Math.multiplyExact(capacity, width)];
    this.ids = new long[capacity];
  }

  /** The array into which the next entry's hash is to be written, at {@link #nextOffset()}. */
  long[] words() {
    return words;
  }

  int nextOffset() {
    return entries * width;
  }

  /** Appends an entry whose hash has been written. */
  void append(long id) {
    ids[entries++] = id;
  }

  int entries() {
    return entries;
  }

  /** Builds the segment. The builder's arrays are the segment's from then on. */
  Segment build() {
    return build(IntStream::sequential);
  }

  /** Builds the segment on all processors: for a caller who waits, not beside searches. */
  Segment buildInParallel() {
    return build(IntStream::parallel);
  }

  private Segment build(UnaryOperator<IntStream> execution) {
    int[] rowOfEntry = new int[entries];
    int rows = collapse(rowOfEntry);
    long[] distinct = rows == ids.length ? words : Arrays.copyOf(words, rows * width);
    return new Segment(
        new HeapRows(distinct, width),
        rows,
        tables(distinct, rows, execution),
        entriesOf(rowOfEntry, rows));
  }

  private PostingTable[] tables(long[] distinct, int rows, UnaryOperator<IntStream> execution) {
    if (rows < leastIndexedRows) {
      return new PostingTable[0];
    }
    return execution
        .apply(IntStream.range(0, Substring.count(width)))
        .mapToObj(i -> HeapPostingTable.of(distinct, width, rows, i))
        .toArray(PostingTable[]::new);
  }

  /**
   * Moves the first occurrence of each hash together, in their order.
   *
   * @return how many there are
   */
  private int collapse(int[] rowOfEntry) {
    // An open hash table of row + 1; 0 is free. The seed keeps anybody from making hashes collide.
    int[] slots = new int[Math.max(2, Integer.highestOneBit(Math.max(1, entries)) << 2)];
    long seed = ThreadLocalRandom.current().nextLong();
    int rows = 0;
    for (int entry = 0; entry < entries; entry++) {
      int slot = slotOf(entry, slots, seed);
      if (slots[slot] == 0) {
        System.arraycopy(words, entry * width, words, rows * width, width);
        slots[slot] = ++rows;
      }
      rowOfEntry[entry] = slots[slot] - 1;
    }
    return rows;
  }

  private int slotOf(int entry, int[] slots, long seed) {
    int slot = (int) mixed(entry, seed) & (slots.length - 1);
    while (slots[slot] != 0 && !isSame(slots[slot] - 1, entry)) {
      slot = (slot + 1) & (slots.length - 1);
    }
    return slot;
  }

  private long mixed(int entry, long seed) {
    long mixed = seed;
    for (int i = 0; i < width; i++) {
      mixed = SplitMix.mix(mixed ^ words[entry * width + i]);
    }
    return mixed;
  }

  private boolean isSame(int row, int entry) {
    return Arrays.equals(
        words, row * width, (row + 1) * width, words, entry * width, (entry + 1) * width);
  }

  private Entries entriesOf(int[] rowOfEntry, int rows) {
    LongBuffer idBuffer = LongBuffer.wrap(Arrays.copyOf(ids, entries));
    int[] order = IdOrder.of(ids, entries);
    IntBuffer byId = order == null ? null : IntBuffer.wrap(order);
    if (rows == entries) {
      return new Entries(idBuffer, byId, null, null);
    }
    int[] ends = new int[rows];
    for (int row : rowOfEntry) {
      ends[row]++;
    }
    for (int row = 1; row < rows; row++) {
      ends[row] += ends[row - 1];
    }
    int[] byRow = new int[entries];
    // From the last entry to the first, so that each row's end moves to its beginning.
    int[] free = ends.clone();
    for (int entry = entries - 1; entry >= 0; entry--) {
      byRow[--free[rowOfEntry[entry]]] = entry;
    }
    return new Entries(idBuffer, byId, IntBuffer.wrap(ends), IntBuffer.wrap(byRow));
  }
}
