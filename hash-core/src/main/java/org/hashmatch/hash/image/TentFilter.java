package org.hashmatch.hash.image;

import java.util.Arrays;

/**
 * Shrinks a picture to a 64x64 luminance grid: what {@link ReferenceTentFilter} computes, in whole
 * numbers and about ten times as fast.
 *
 * <p>Of a picture that was reduced while decoding, each pixel weighs what those that it stands for
 * weigh together: so the result is close to that of the whole picture, which shrinking the reduced
 * one as if it were whole is not.
 *
 * <p>Every cell is the weighted mean of the luma around its centre, exact but for its last rounding
 * to float, for pictures of up to 65,535 pixels a side. The reference's running sums drift away
 * from that by less than 0.001 of a luma step for photographs (measured); so the two differ in
 * their last digits, and who needs those must ask the other.
 *
 * <p>Scratch: not for several threads; it keeps nothing of a picture. Nothing is allocated for a
 * picture not larger than the largest so far, of the same kind. Memory is about 40 bytes a column.
 */
public final class TentFilter {

  /*
   * Two boxes along each axis and the choice of one sample a cell are a linear map, the same for all columns and the same
   * for all rows. Multiplied out, a cell is a weighted mean of fewer than 2 box widths of rows and columns (AxisWeights).
   * As a box is half a cell wide, each pixel lies in about one cell, and is touched about once:
   *
   *   for each band of rows:  sums[x] = sum over its rows of weight(y) * luma(y, x)
   *                           for each band of columns:  cell += sum of weight(x) * sums[x] / divisors
   *
   * Luma is linear as well, so channels are summed first and weighed with 299, 587 and 114 afterwards, once a band
   * instead of once a pixel (RowSums). The largest sum is 255,000 * box^4 < 2^54 for 65,535 pixels a side, so long is wide
   * enough. A reduced picture's samples stand for several columns and rows each, and weigh about what these weigh
   * together; the scale of 16 for each axis is room enough too.
   */

  /** Rows and columns of the result. */
  public static final int SIDE = AxisWeights.CELLS;

  private final AxisWeights rowWeights = new AxisWeights();
  private final AxisWeights columnWeights = new AxisWeights();
  private final AxisWeights mirroredColumnWeights = new AxisWeights();
  private final PackedRowSums packed = new PackedRowSums();
  private final ByteRowSums bytes = new ByteRowSums();
  private final LumaRowSums luma = new LumaRowSums();
  private final double[] cells = new double[SIDE * SIDE];
  private final double[] mirroredCells = new double[SIDE * SIDE];
  private long[] sums = {};

  /** A filter without scratch yet. */
  public TentFilter() {}

  /**
   * Shrinks a picture.
   *
   * @param image the picture, 1..65,535 pixels a side as a whole
   * @param grid takes the luma, 0..255, row by row from the top: {@code SIDE * SIDE} values
   */
  public void shrink(PixelImage image, float[] grid) {
    begin(image, false);
    RowSums rowSums = rowSums(image);
    for (int band = 0; band < rowWeights.bands(); band++) {
      sumRows(rowSums, band, image.width());
      addToCells(band, columnWeights, cells);
    }
    round(cells, grid);
    forget(rowSums);
  }

  /**
   * Shrinks a picture after mirroring: the grids that the mirrored pictures themselves have, which
   * are not the mirrored grid, because boxes of even width lean by half a pixel.
   *
   * @param image the picture, 1..65,535 pixels a side as a whole
   * @param rowsMirrored whether top and bottom are exchanged
   * @param grid takes the luma, as in {@link #shrink}
   * @param columnsMirrored takes the luma of the picture with left and right exchanged as well
   */
  public void shrinkMirrored(
      PixelImage image, boolean rowsMirrored, float[] grid, float[] columnsMirrored) {
    begin(image, rowsMirrored);
    mirroredColumnWeights.set(image.fullWidth(), image.reduction(), true);
    RowSums rowSums = rowSums(image);
    for (int band = 0; band < rowWeights.bands(); band++) {
      sumRows(rowSums, band, image.width());
      addToCells(band, columnWeights, cells);
      addToCells(band, mirroredColumnWeights, mirroredCells);
    }
    round(cells, grid);
    round(mirroredCells, columnsMirrored);
    forget(rowSums);
  }

  private void begin(PixelImage image, boolean rowsMirrored) {
    rowWeights.set(image.fullHeight(), image.reduction(), rowsMirrored);
    columnWeights.set(image.fullWidth(), image.reduction(), false);
    if (sums.length < image.width()) {
      sums = new long[image.width()];
    }
  }

  private static void round(double[] cells, float[] grid) {
    for (int i = 0; i < cells.length; i++) {
      grid[i] = (float) cells[i];
    }
  }

  /** Wipes what is left of the picture. */
  private void forget(RowSums rowSums) {
    rowSums.forget();
    Arrays.fill(cells, 0);
    Arrays.fill(mirroredCells, 0);
    Arrays.fill(sums, 0);
  }

  /**
   * The memory that is held for the next picture.
   *
   * @return bytes, nearly
   */
  public long bytes() {
    return rowWeights.bytes()
        + 2 * columnWeights.bytes()
        + packed.bytes()
        + bytes.bytes()
        + luma.bytes()
        + Long.BYTES * (sums.length + 2L * cells.length);
  }

  private RowSums rowSums(PixelImage image) {
    if (image instanceof ArgbImage argb) {
      return packed.of(argb);
    }
    if (image instanceof InterleavedImage interleaved) {
      return bytes.of(interleaved);
    }
    return image instanceof GreyImage grey ? bytes.of(grey) : luma.of(image);
  }

  private void sumRows(RowSums rowSums, int band, int width) {
    Arrays.fill(sums, 0, width, 0);
    int capacity = rowSums.capacity();
    int room = capacity;
    for (int n = 0; n < rowWeights.count(band); n++) {
      int part;
      for (int left = rowWeights.weight(band, n); left != 0; left -= part) {
        part = Math.max(-capacity, Math.min(left, capacity));
        if (Math.abs(part) > room) {
          rowSums.flush(sums);
          room = capacity;
        }
        rowSums.add(rowWeights.first(band) + n, part);
        room -= Math.abs(part);
      }
    }
    rowSums.flush(sums);
  }

  private void addToCells(int rowBand, AxisWeights weights, double[] to) {
    int row = rowWeights.cell(rowBand) * SIDE;
    double unit = (double) RowSums.LUMA_UNIT * rowWeights.divisor(rowBand);
    for (int band = 0; band < weights.bands(); band++) {
      to[row + weights.cell(band)] += weights.dot(band, sums) / (unit * weights.divisor(band));
    }
  }
}
