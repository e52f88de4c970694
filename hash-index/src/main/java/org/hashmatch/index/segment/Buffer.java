package org.hashmatch.index.segment;

import java.util.function.IntUnaryOperator;
import org.hashmatch.index.internal.HeapRows;
import org.hashmatch.index.internal.Rows;

/**
 * The hashes added last: compared one by one with a query, until there are enough of them for a
 * segment. Each entry is a row.
 *
 * <p>Only ever appended to, by one thread at a time. Whoever knows from a {@link Snapshot} how many
 * entries there are may read those while others are appended.
 */
final class Buffer implements Part {

  private final int width;
  private final long[] words;
  private final long[] ids;
  private final Rows rows;

  Buffer(int width, int capacity) {
    this.width = width;
    this.words = new long[capacity * width];
    this.ids = new long[capacity];
    this.rows = new HeapRows(words, width);
  }

  /** Writes entries that no snapshot shows yet. */
  void write(int entry, long[] newIds, long[] hashes) {
    System.arraycopy(hashes, 0, words, entry * width, hashes.length);
    System.arraycopy(newIds, 0, ids, entry, newIds.length);
  }

  @Override
  public Rows rows() {
    return rows;
  }

  @Override
  public int rows(int entries) {
    return entries;
  }

  @Override
  public long id(int entry) {
    return ids[entry];
  }

  @Override
  public IntUnaryOperator rowOfEntry() {
    return IntUnaryOperator.identity();
  }

  @Override
  public int find(long id, int entries) {
    int entry = entries - 1;
    while (entry >= 0 && ids[entry] != id) {
      entry--;
    }
    return entry;
  }

  @Override
  public int entriesBegin(int row) {
    return row;
  }

  @Override
  public int entryAt(int place) {
    return place;
  }

  @Override
  public long heapBytes() {
    return rows.heapBytes() + (long) ids.length * Long.BYTES;
  }
}
