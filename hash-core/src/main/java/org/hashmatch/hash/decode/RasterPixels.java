package org.hashmatch.hash.decode;

import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ColorModel;
import java.awt.image.DataBuffer;
import java.awt.image.DataBufferByte;
import java.awt.image.DirectColorModel;
import java.awt.image.IndexColorModel;
import java.awt.image.PixelInterleavedSampleModel;
import java.awt.image.Raster;
import org.hashmatch.hash.UnscreenableException;
import org.hashmatch.hash.UnscreenableReason;
import org.hashmatch.hash.image.ByteLayout;
import org.hashmatch.hash.image.PixelImage;

/** The samples of a decoded picture as they lie in its raster, past all colour conversion. */
final class RasterPixels {

  private RasterPixels() {}

  static PixelImage of(BufferedImage image) throws UnscreenableException {
    ColorModel model = image.getColorModel();
    if (model instanceof IndexColorModel palette) {
      return looksUp(image.getRaster(), palette);
    }
    if (model instanceof DirectColorModel) {
      return packed(image);
    }
    boolean grey = model.getColorSpace().getType() == ColorSpace.TYPE_GRAY;
    if (!grey && model.getColorSpace().getType() != ColorSpace.TYPE_RGB) {
      throw unsupported("neither grey nor RGB");
    }
    Raster raster = image.getRaster();
    if (raster.getSampleModel() instanceof PixelInterleavedSampleModel interleaved
        && raster.getDataBuffer() instanceof DataBufferByte buffer
        && buffer.getOffset() == 0) {
      return inPlace(image, interleaved, buffer.getData(), grey);
    }
    return copied(raster, grey ? 1 : 3, model.hasAlpha());
  }

  /** Bytes in any order: used where they lie. */
  private static PixelImage inPlace(
      BufferedImage image, PixelInterleavedSampleModel model, byte[] data, boolean grey) {
    int[] bands = model.getBandOffsets();
    int colours = grey ? 1 : 3;
    ByteLayout layout =
        new ByteLayout(
            model.getPixelStride(),
            model.getScanlineStride(),
            bands[0],
            bands[grey ? 0 : 1],
            bands[grey ? 0 : 2],
            image.getColorModel().hasAlpha() ? bands[colours] : ByteLayout.OPAQUE);
    return PixelImage.interleaved(image.getWidth(), image.getHeight(), layout, data);
  }

  private static PixelImage looksUp(Raster raster, IndexColorModel palette) {
    int width = raster.getWidth();
    int[] pixels = new int[width * raster.getHeight()];
    int[] row = new int[width];
    for (int y = 0; y < raster.getHeight(); y++) {
      raster.getSamples(0, y, width, 1, 0, row);
      for (int x = 0; x < width; x++) {
        pixels[y * width + x] = palette.getRGB(row[x]);
      }
    }
    return PixelImage.argb(width, raster.getHeight(), pixels);
  }

  /** 15, 16 and 32 bits a pixel: colours only, so no grey gamma applies. */
  private static PixelImage packed(BufferedImage image) {
    int width = image.getWidth();
    int height = image.getHeight();
    return PixelImage.argb(width, height, image.getRGB(0, 0, width, height, null, 0, width));
  }

  /** Samples that do not lie as bytes beside each other: wider, or each band by itself. */
  private static PixelImage copied(Raster raster, int colours, boolean alpha)
      throws UnscreenableException {
    if (raster.getSampleModel().getDataType() > DataBuffer.TYPE_USHORT) {
      throw unsupported("samples wider than 16 bits");
    }
    int bands = alpha ? colours + 1 : colours;
    int width = raster.getWidth();
    byte[] samples = new byte[Math.multiplyExact(bands * width, raster.getHeight())];
    for (int band = 0; band < bands; band++) {
      copyBand(raster, band, samples, band, bands);
    }
    int last = colours - 1;
    ByteLayout layout =
        new ByteLayout(
            bands, bands * width, 0, Math.min(1, last), last, alpha ? colours : ByteLayout.OPAQUE);
    return PixelImage.interleaved(width, raster.getHeight(), layout, samples);
  }

  /**
   * Of samples wider than a byte the high byte is taken, as libpng's and OpenCV's 8-bit output
   * does; narrower ones are stretched to 0..255.
   */
  private static void copyBand(Raster raster, int band, byte[] to, int offset, int stride) {
    int width = raster.getWidth();
    int bits = raster.getSampleModel().getSampleSize(band);
    int[] row = new int[width];
    int at = offset;
    for (int y = 0; y < raster.getHeight(); y++) {
      raster.getSamples(0, y, width, 1, band, row);
      for (int x = 0; x < width; x++, at += stride) {
        to[at] = (byte) (bits < 8 ? row[x] * 0xff / ((1 << bits) - 1) : row[x] >> (bits - 8));
      }
    }
  }

  private static UnscreenableException unsupported(String what) {
    return new UnscreenableException(
        UnscreenableReason.UNSUPPORTED_FORMAT, "the Java decoder does not read it: " + what);
  }
}
