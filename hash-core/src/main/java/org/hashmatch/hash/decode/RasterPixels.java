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
    return copied(raster, grey);
  }

  /** Bytes in any order: used where they lie. */
  private static PixelImage inPlace(
      BufferedImage image, PixelInterleavedSampleModel model, byte[] data, boolean grey) {
    int width = image.getWidth();
    int height = image.getHeight();
    int rowStride = model.getScanlineStride();
    if (!grey) {
      int[] bands = model.getBandOffsets();
      ByteLayout layout =
          new ByteLayout(model.getPixelStride(), rowStride, bands[0], bands[1], bands[2]);
      return PixelImage.interleaved(width, height, layout, data);
    }
    // Grey with alpha has two bytes a pixel.
    return model.getPixelStride() == 1
        ? PixelImage.grey(width, height, rowStride, data)
        : greyCopy(image.getRaster());
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

  private static PixelImage copied(Raster raster, boolean grey) throws UnscreenableException {
    if (raster.getSampleModel().getDataType() > DataBuffer.TYPE_USHORT) {
      throw unsupported("samples wider than 16 bits");
    }
    if (grey) {
      return greyCopy(raster);
    }
    byte[] samples = new byte[3 * raster.getWidth() * raster.getHeight()];
    for (int band = 0; band < 3; band++) {
      copyBand(raster, band, samples, 2 - band, 3);
    }
    return PixelImage.bgr(raster.getWidth(), raster.getHeight(), 3 * raster.getWidth(), samples);
  }

  private static PixelImage greyCopy(Raster raster) {
    byte[] samples = new byte[raster.getWidth() * raster.getHeight()];
    copyBand(raster, 0, samples, 0, 1);
    return PixelImage.grey(raster.getWidth(), raster.getHeight(), raster.getWidth(), samples);
  }

  /**
   * Of samples wider than a byte the high byte is taken, as libpng's and OpenCV's 8-bit output
   * does.
   */
  private static void copyBand(Raster raster, int band, byte[] to, int offset, int stride) {
    int width = raster.getWidth();
    int shift = raster.getSampleModel().getSampleSize(band) - 8;
    int[] row = new int[width];
    int at = offset;
    for (int y = 0; y < raster.getHeight(); y++) {
      raster.getSamples(0, y, width, 1, band, row);
      for (int x = 0; x < width; x++, at += stride) {
        to[at] = (byte) (row[x] >> shift);
      }
    }
  }

  private static UnscreenableException unsupported(String what) {
    return new UnscreenableException(
        UnscreenableReason.UNSUPPORTED_FORMAT, "the Java decoder does not read it: " + what);
  }
}
