package org.hashmatch.hash.image;

/**
 * Shrinks a picture to a 64x64 luminance plane the way PDQ's reference does: two box filters along
 * the rows and two along the columns, which together weigh like a tent, then one sample for each
 * cell of the target grid.
 *
 * <p>The boxes are {@code ceil(side / 128)} samples wide. Float results equal those of the
 * reference (ThreatExchange {@code pdq/cpp/downscaling} at commit baefb4ed) bit for bit, because
 * every sum is formed in the same order.
 */
public final class TentFilter {

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

  /** Rows and columns of the result. */
  private static final int SIDE = 64;

  private TentFilter() {}

  /**
   * Shrinks a picture to 64x64. Time grows with the number of pixels; memory with the width times
   * the height / 128.
   *
   * @param image the picture, of any size
   * @return a plane of 64 rows and 64 columns
   */
  public static LuminancePlane shrink(PixelImage image) {
    return new Pass(image).run();
  }

  /** Width of a box over this many samples: half a cell of the target. */
  static int boxWidth(int samples) {
    return (samples + 127) / 128;
  }

  /** The sample in the middle of a cell of the target. */
  private static int centre(int cell, int samples) {
    return (int) ((cell + 0.5) * samples / SIDE);
  }

  /** One picture's way through the pipeline. */
  private static final class Pass {
    private final PixelImage image;
    private final float[] input;
    private final float[] filtered;
    private final float[] kept = new float[SIDE];
    private final float[] result = new float[SIDE * SIDE];
    private final ColumnBox secondColumnBox;
    private int nextResultRow;

    Pass(PixelImage image) {
      this.image = image;
      this.input = new float[image.width()];
      this.filtered = new float[image.width()];
      this.secondColumnBox =
          new ColumnBox(SIDE, image.height(), boxWidth(image.height()), this::keepRow);
    }

    LuminancePlane run() {
      ColumnBox firstColumnBox =
          new ColumnBox(
              image.width(), image.height(), boxWidth(image.height()), this::afterFirstColumnBox);
      for (int y = 0; y < image.height(); y++) {
        image.lumaRow(y, input);
        RowBox.filter(input, filtered, boxWidth(image.width()));
        firstColumnBox.add(filtered);
      }
      firstColumnBox.finish();
      secondColumnBox.finish();
      return new LuminancePlane(SIDE, SIDE, result);
    }

    private void afterFirstColumnBox(int y, float[] row) {
      RowBox.filter(row, filtered, boxWidth(image.width()));
      for (int column = 0; column < SIDE; column++) {
        kept[column] = filtered[centre(column, image.width())];
      }
      secondColumnBox.add(kept);
    }

    /** A row can stand for several target rows when the picture is smaller than the target. */
    private void keepRow(int y, float[] row) {
      while (nextResultRow < SIDE && centre(nextResultRow, image.height()) == y) {
        System.arraycopy(row, 0, result, nextResultRow * SIDE, SIDE);
        nextResultRow++;
      }
    }
  }
}
