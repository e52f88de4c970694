package org.hashmatch.hash.image;

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

  private final int rows;
  private final int width;
  private final int lead;
  private final float[] sums;
  private final float[] averages;
  private final float[][] ring;
  private final RowSink sink;
  private int added;
  private int emitted;

  /**
   * A filter over a plane that comes row by row.
   *
   * @param columns samples a row
   * @param rows how many rows will come
   * @param width of the window, 1..rows
   */
  ColumnBox(int columns, int rows, int width, RowSink sink) {
    this.rows = rows;
    this.width = width;
    this.lead = (width + 2) / 2 - 1;
    this.sums = new float[columns];
    this.averages = new float[columns];
    this.ring = new float[width][columns];
    this.sink = sink;
  }

  void add(float[] row) {
    float[] slot = ring[added % width];
    if (added < width) {
      plus(row);
    } else {
      plusMinus(row, slot);
    }
    System.arraycopy(row, 0, slot, 0, row.length);
    added++;
    if (added > lead) {
      emit(Math.min(added, width));
    }
  }

  /** Lets the window run out at the bottom; to be called once, after the last row. */
  void finish() {
    for (int left = rows - width; emitted < rows; left++) {
      minus(ring[left % width]);
      emit(rows - left - 1);
    }
  }

  private void emit(int count) {
    for (int i = 0; i < sums.length; i++) {
      averages[i] = sums[i] / count;
    }
    sink.accept(emitted++, averages);
  }

  private void plus(float[] row) {
    for (int i = 0; i < sums.length; i++) {
      sums[i] += row[i];
    }
  }

  private void minus(float[] row) {
    for (int i = 0; i < sums.length; i++) {
      sums[i] -= row[i];
    }
  }

  /** Two roundings, as in the reference: the new sample in, then the oldest out. */
  private void plusMinus(float[] in, float[] out) {
    for (int i = 0; i < sums.length; i++) {
      sums[i] = sums[i] + in[i] - out[i];
    }
  }
}
