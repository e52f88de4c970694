package org.hashmatch.hash.image;

import java.util.Arrays;

/**
 * Shrinks a picture to a 64x64 luminance grid in the very steps of PDQ's reference: two box filters
 * along the rows and two along the columns, then one sample for each cell of the target grid.
 *
 * <p>The boxes are {@code ceil(side / 128)} samples wide. Results equal those of the reference
 * (ThreatExchange {@code pdq/cpp/downscaling} at commit baefb4ed) bit for bit, because every sum is
 * formed in the same order.
 *
 * <p>Scratch: not for several threads; it keeps nothing of a picture. Nothing is allocated for a
 * picture not larger than the largest so far. Time grows with the number of pixels, memory with the
 * width times the height / 128.
 */
public final class ReferenceTentFilter {

  /*
   * The reference filters four times over whole planes: rows, columns, rows, columns. Here the four passes run as one
   * pipeline, a row at a time, so that memory is a few rows and not eight bytes a pixel:
   *
   *   luma row -> row box -> column box -> row box -> keep only the target's columns -> column box -> keep its rows
   *
   * A column box holds one running sum for each column and the last few rows in a ring. Each single sum still adds and
   * subtracts the same numbers in the same order as in the reference, so floats are equal to the last bit; the test
   * beside this class runs the plain form and compares.
   */

  private static final int SIDE = TentFilter.SIDE;
  private static final float[] NONE = {};

  private final ColumnBox firstColumnBox = new ColumnBox(this::afterFirstColumnBox);
  private final ColumnBox secondColumnBox = new ColumnBox(this::keepRow);
  private final float[] kept = new float[SIDE];
  private float[] input = {};
  private float[] filtered = {};
  private int width;
  private int height;
  private int nextResultRow;
  private float[] result = NONE;

  /** A filter without scratch yet. */
  public ReferenceTentFilter() {}

  /**
   * Shrinks a picture.
   *
   * @param image the picture, of any size
   * @param grid takes the luma, 0..255, row by row from the top: 64 * 64 values
   */
  public void shrink(PixelImage image, float[] grid) {
    begin(image, grid);
    for (int y = 0; y < height; y++) {
      image.lumaRow(y, input);
      RowBox.filter(input, filtered, width, boxWidth(width));
      firstColumnBox.add(filtered);
    }
    firstColumnBox.finish();
    secondColumnBox.finish();
    forget();
  }

  private void forget() {
    result = NONE;
    Arrays.fill(input, 0);
    Arrays.fill(filtered, 0);
    firstColumnBox.forget();
    secondColumnBox.forget();
  }

  private void begin(PixelImage image, float[] grid) {
    width = image.width();
    height = image.height();
    result = grid;
    nextResultRow = 0;
    if (input.length < width) {
      input = new float[width];
      filtered = new float[width];
    }
    firstColumnBox.begin(width, height, boxWidth(height));
    secondColumnBox.begin(SIDE, height, boxWidth(height));
  }

  /**
   * The memory that is held for the next picture.
   *
   * @return bytes, nearly
   */
  public long bytes() {
    return firstColumnBox.bytes()
        + secondColumnBox.bytes()
        + (long) Float.BYTES * (input.length + filtered.length);
  }

  private void afterFirstColumnBox(int y, float[] row) {
    RowBox.filter(row, filtered, width, boxWidth(width));
    for (int column = 0; column < SIDE; column++) {
      kept[column] = filtered[centre(column, width)];
    }
    secondColumnBox.add(kept);
  }

  /** A row can stand for several target rows when the picture is smaller than the target. */
  private void keepRow(int y, float[] row) {
    while (nextResultRow < SIDE && centre(nextResultRow, height) == y) {
      System.arraycopy(row, 0, result, nextResultRow * SIDE, SIDE);
      nextResultRow++;
    }
  }

  /** Width of a box over this many samples: half a cell of the target. */
  static int boxWidth(int samples) {
    return (samples + 127) / 128;
  }

  /** The sample in the middle of a cell of the target. */
  static int centre(int cell, int samples) {
    return (int) ((cell + 0.5) * samples / SIDE);
  }
}
