package org.hashmatch.hash.image;

import java.util.Arrays;

/**
 * Resizes a grey picture by a Lanczos window of three lobes, a row at a time: rows go in from the
 * top, resized rows come out as soon as all that counts for them was seen. Aspect ratio is not
 * kept.
 *
 * <p>Samples are 0..255 in and out. All arithmetic on them is in integers: first along the rows,
 * rounded to 0..255, then along the columns. Given the same samples, the result equals that of
 * Pillow 9.4's {@code resize(size, LANCZOS)} on 8-bit grey. From 12.2 on Pillow resizes pictures
 * more than a hundred times as high as wide along the columns first; this does not.
 *
 * <p>Reusable, not safe for threads. Time grows with six times the picture's pixels when it
 * shrinks. Memory is six ints a column and row of the picture and seven rows of the result; when
 * the same sizes come again, nothing is allocated or computed anew.
 */
public final class LanczosResampler {

  /** Takes a resized row. */
  @FunctionalInterface
  public interface RowSink {

    /**
     * Takes one row.
     *
     * @param y row of the result, 0 at the top; each comes once, in order
     * @param row its samples, 0..255, from index 0; reused for the next row
     */
    void accept(int y, int[] row);
  }

  private final RowSink sink;
  private final LanczosWeights across = new LanczosWeights();
  private final LanczosWeights down = new LanczosWeights();
  private int columns;
  private int rows;
  private int added;
  private int emitted;
  private int[] narrow = new int[0];

  /** Rows in the making, a ring: row {@code y} of the result is at {@code y % open}. */
  private int[] sums = new int[0];

  private int open;

  /**
   * A resampler without a picture yet.
   *
   * @param sink where all resized rows go
   */
  public LanczosResampler(RowSink sink) {
    this.sink = sink;
  }

  /**
   * Begins a picture.
   *
   * @param width samples a row of what will come, 1 or more
   * @param height rows that will come, 1 or more
   * @param newColumns samples a row of the result, 1 or more
   * @param newRows rows of the result, 1 or more
   */
  public void begin(int width, int height, int newColumns, int newRows) {
    across.fit(width, newColumns);
    down.fit(height, newRows);
    columns = newColumns;
    rows = newRows;
    added = 0;
    emitted = 0;
    open = down.overlap();
    narrow = narrow.length < columns ? new int[columns] : narrow;
    sums = sums.length < open * columns ? new int[open * columns] : sums;
    Arrays.fill(sums, 1 << (LanczosWeights.PRECISION_BITS - 1));
  }

  /**
   * Takes the next row.
   *
   * @param grey its samples, 0..255, from index 0
   */
  public void add(int[] grey) {
    for (int column = 0; column < columns; column++) {
      narrow[column] = rounded(across.weighted(column, grey));
    }
    for (int y = emitted; y < rows && down.start(y) <= added; y++) {
      addTo(y);
    }
    added++;
    while (emitted < rows && down.end(emitted) == added) {
      emit();
    }
  }

  private void addTo(int y) {
    int weight = down.weight(y, added);
    int slot = y % open * columns;
    for (int column = 0; column < columns; column++) {
      sums[slot + column] += weight * narrow[column];
    }
  }

  private void emit() {
    int slot = emitted % open * columns;
    for (int column = 0; column < columns; column++) {
      narrow[column] = rounded(sums[slot + column]);
      sums[slot + column] = 1 << (LanczosWeights.PRECISION_BITS - 1);
    }
    sink.accept(emitted++, narrow);
  }

  /** The side lobes can lead below black and above white. */
  private static int rounded(int sum) {
    return Math.max(0, Math.min(255, sum >> LanczosWeights.PRECISION_BITS));
  }

  /** Wipes what is left of the picture. */
  public void forget() {
    Arrays.fill(narrow, 0);
    Arrays.fill(sums, 0);
  }

  /**
   * The memory that is held for the next picture.
   *
   * @return bytes, nearly
   */
  public long bytes() {
    return across.bytes() + down.bytes() + 4L * (narrow.length + sums.length);
  }
}
