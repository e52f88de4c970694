package org.hashmatch.hash.image;

import java.util.Arrays;

/**
 * {@link RowBox} along all columns at once, a row at a time: rows go in from the top, averaged rows
 * come out behind them.
 */
final class ColumnBox {

  /** Takes an averaged row; the array is reused for the next one. */
  @FunctionalInterface
  interface RowSink {
    void accept(int y, float[] row);
  }

  private final RowSink sink;
  private int columns;
  private int rows;
  private int width;
  private int lead;
  private int added;
  private int emitted;
  private float[] sums = {};
  private float[] averages = {};
  private float[] ring = {};

  ColumnBox(RowSink sink) {
    this.sink = sink;
  }

  /**
   * Begins with another plane, which will come row by row.
   *
   * @param newColumns samples a row
   * @param newRows how many rows will come
   * @param newWidth of the window, 1..newRows
   */
  void begin(int newColumns, int newRows, int newWidth) {
    columns = newColumns;
    rows = newRows;
    width = newWidth;
    lead = (width + 2) / 2 - 1;
    added = 0;
    emitted = 0;
    if (sums.length < columns) {
      sums = new float[columns];
      averages = new float[columns];
    }
    if (ring.length < width * columns) {
      ring = new float[width * columns];
    }
    Arrays.fill(sums, 0, columns, 0);
  }

  void add(float[] row) {
    int slot = added % width * columns;
    if (added < width) {
      plus(row);
    } else {
      plusMinus(row, slot);
    }
    System.arraycopy(row, 0, ring, slot, columns);
    added++;
    if (added > lead) {
      emit(Math.min(added, width));
    }
  }

  /** Lets the window run out at the bottom; to be called once, after the last row. */
  void finish() {
    for (int left = rows - width; emitted < rows; left++) {
      minus(left % width * columns);
      emit(rows - left - 1);
    }
  }

  /** Wipes what is left of the plane. */
  void forget() {
    Arrays.fill(sums, 0);
    Arrays.fill(averages, 0);
    Arrays.fill(ring, 0);
  }

  long bytes() {
    return (long) Float.BYTES * (ring.length + sums.length + averages.length);
  }

  private void emit(int count) {
    for (int i = 0; i < columns; i++) {
      averages[i] = sums[i] / count;
    }
    sink.accept(emitted++, averages);
  }

  private void plus(float[] row) {
    for (int i = 0; i < columns; i++) {
      sums[i] += row[i];
    }
  }

  private void minus(int slot) {
    for (int i = 0; i < columns; i++) {
      sums[i] -= ring[slot + i];
    }
  }

  /** Two roundings, as in the reference: the new sample in, then the oldest out. */
  private void plusMinus(float[] in, int slot) {
    for (int i = 0; i < columns; i++) {
      sums[i] = sums[i] + in[i] - ring[slot + i];
    }
  }
}
