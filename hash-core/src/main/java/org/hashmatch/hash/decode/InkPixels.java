package org.hashmatch.hash.decode;

import java.awt.image.Raster;
import org.hashmatch.hash.UnscreenableException;
import org.hashmatch.hash.UnscreenableReason;
import org.hashmatch.hash.image.PixelImage;

/**
 * The four inks of a CMYK or YCCK JPEG as red, green and blue, in the arithmetic of libjpeg and
 * OpenCV: light that one ink lets through, times light that black lets through. Stored values are
 * inverted, as all that write such files do: 255 is no ink.
 */
final class InkPixels {

  private static final int INKS = 4;
  private static final int CENTRE = 128;

  /** Fixed point of 16 bits, as libjpeg's. */
  private static final int HALF = 1 << 15;

  private InkPixels() {}

  static PixelImage of(Raster raster, boolean ycck) throws UnscreenableException {
    if (raster.getNumBands() != INKS) {
      throw new UnscreenableException(
          UnscreenableReason.UNSUPPORTED_FORMAT,
          "the Java decoder does not read JPEG of " + raster.getNumBands() + " components");
    }
    int width = raster.getWidth();
    byte[] bgr = new byte[Math.multiplyExact(3 * width, raster.getHeight())];
    int[] row = new int[INKS * width];
    int to = 0;
    for (int y = 0; y < raster.getHeight(); y++) {
      raster.getPixels(0, y, width, 1, row);
      for (int from = 0; from < row.length; from += INKS, to += 3) {
        if (ycck) {
          toCmyk(row, from);
        }
        int black = row[from + 3];
        bgr[to] = light(row[from + 2], black);
        bgr[to + 1] = light(row[from + 1], black);
        bgr[to + 2] = light(row[from], black);
      }
    }
    return PixelImage.bgr(width, raster.getHeight(), 3 * width, bgr);
  }

  private static byte light(int ink, int black) {
    return (byte) (black - (((0xff - ink) * black) >> 8));
  }

  private static void toCmyk(int[] row, int at) {
    int luma = row[at];
    int blue = row[at + 1] - CENTRE;
    int red = row[at + 2] - CENTRE;
    row[at] = inverted(luma + ((91881 * red + HALF) >> 16));
    row[at + 1] = inverted(luma + ((-22554 * blue - 46802 * red + HALF) >> 16));
    row[at + 2] = inverted(luma + ((116130 * blue + HALF) >> 16));
  }

  private static int inverted(int value) {
    return 0xff - Math.max(0, Math.min(value, 0xff));
  }
}
