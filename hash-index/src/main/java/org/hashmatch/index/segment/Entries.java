package org.hashmatch.index.segment;

import java.nio.IntBuffer;
import java.nio.LongBuffer;
import java.util.OptionalLong;
import java.util.function.IntUnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The ids of a segment, by entry, and which row each has: 8 bytes an entry, 4 more if the ids do
 * not ascend, and 4 an entry and 4 a row more if some rows have several entries.
 *
 * @param ids the id of each entry
 * @param byId the entries in the order of their ids; null if the ids ascend
 * @param rowEnds for each row, where its entries end in {@code byRow}; null if entry {@code n} is
 *     that of row {@code n}
 * @param byRow the entries in the order of their rows, and ascending in each; null likewise
 */
record Entries(
    LongBuffer ids,
    @Nullable IntBuffer byId,
    @Nullable IntBuffer rowEnds,
    @Nullable IntBuffer byRow) {

  int count() {
    return ids.limit();
  }

  long id(int entry) {
    return ids.get(entry);
  }

  /** The entry with this id; -1 if there is none. */
  int find(long id) {
    int low = 0;
    int high = count() - 1;
    while (low <= high) {
      int middle = (low + high) >>> 1;
      int entry = byId == null ? middle : byId.get(middle);
      int order = Long.compare(ids.get(entry), id);
      if (order == 0) {
        return entry;
      }
      low = order < 0 ? middle + 1 : low;
      high = order < 0 ? high : middle - 1;
    }
    return -1;
  }

  /** An id that two entries have. */
  OptionalLong duplicateId() {
    for (int i = 1; i < count() && byId != null; i++) {
      if (ids.get(byId.get(i)) == ids.get(byId.get(i - 1))) {
        return OptionalLong.of(ids.get(byId.get(i)));
      }
    }
    return OptionalLong.empty();
  }

  int begin(int row) {
    return rowEnds == null || row == 0 ? row : rowEnds.get(row - 1);
  }

  int entryAt(int place) {
    return byRow == null ? place : byRow.get(place);
  }

  /** The row of each entry. */
  IntUnaryOperator rowOfEntry() {
    if (rowEnds == null) {
      return IntUnaryOperator.identity();
    }
    int[] rows = new int[count()];
    for (int row = 0; row < rowEnds.limit(); row++) {
      for (int place = begin(row); place < begin(row + 1); place++) {
        rows[entryAt(place)] = row;
      }
    }
    return entry -> rows[entry];
  }

  long heapBytes() {
    return heapBytes(ids, Long.BYTES)
        + heapBytes(byId, Integer.BYTES)
        + heapBytes(rowEnds, Integer.BYTES)
        + heapBytes(byRow, Integer.BYTES);
  }

  private static long heapBytes(java.nio.@Nullable Buffer buffer, int elementBytes) {
    return buffer == null || buffer.isDirect() ? 0 : (long) buffer.limit() * elementBytes;
  }
}
