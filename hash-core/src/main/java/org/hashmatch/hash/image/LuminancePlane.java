package org.hashmatch.hash.image;

/**
 * A rectangle of brightness values, 0 (black) to 255 (white), not rounded. Row 0 is the top.
 * Immutable.
 */
public final class LuminancePlane {

  private final int rows;
  private final int columns;
  private final float[] values;

  /** Takes the array over: only this package makes planes, and forgets the array afterwards. */
  LuminancePlane(int rows, int columns, float[] values) {
    this.rows = rows;
    this.columns = columns;
    this.values = values;
  }

  /**
   * The brightness of every pixel of a picture.
   *
   * @param image the picture
   * @return a plane of the same size
   */
  public static LuminancePlane from(PixelImage image) {
    float[] values = new float[Math.multiplyExact(image.width(), image.height())];
    float[] row = new float[image.width()];
    for (int y = 0; y < image.height(); y++) {
      image.lumaRow(y, row);
      System.arraycopy(row, 0, values, y * image.width(), row.length);
    }
    return new LuminancePlane(image.height(), image.width(), values);
  }

  /**
   * The number of rows.
   *
   * @return rows
   */
  public int rows() {
    return rows;
  }

  /**
   * The number of columns.
   *
   * @return columns
   */
  public int columns() {
    return columns;
  }

  /**
   * One value.
   *
   * @param row 0 at the top
   * @param column 0 at the left
   * @return its brightness
   * @throws IndexOutOfBoundsException if it is outside the plane's array
   */
  public float at(int row, int column) {
    return values[row * columns + column];
  }
}
