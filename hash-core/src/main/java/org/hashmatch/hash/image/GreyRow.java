package org.hashmatch.hash.image;

/**
 * Brightness in whole numbers, 0..255: {@code (19595 R + 38470 G + 7471 B + 32768) >> 16}, which is
 * {@code 0.299 R + 0.587 G + 0.114 B} rounded. What Pillow's conversion to grey gives; a grey
 * picture's value as it is.
 *
 * <p>Not the brightness of {@link PixelImage#lumaRow}, which is in float and not rounded.
 */
public final class GreyRow {

  private static final int RED = 19_595;
  private static final int GREEN = 38_470;
  private static final int BLUE = 7_471;
  private static final int HALF = 1 << 15;

  private GreyRow() {}

  /**
   * Reads one row.
   *
   * @param image the picture
   * @param y row, 0 at the top
   * @param grey where to write, from index 0; at least as long as the picture is wide
   * @throws IndexOutOfBoundsException if there is no such row, or the array is too short
   */
  public static void read(PixelImage image, int y, int[] grey) {
    image.rgbRow(y, grey);
    int width = image.width();
    for (int x = 0; x < width; x++) {
      int rgb = grey[x];
      grey[x] = (RED * (rgb >> 16) + GREEN * (rgb >> 8 & 0xff) + BLUE * (rgb & 0xff) + HALF) >> 16;
    }
  }
}
