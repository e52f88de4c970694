package org.hashmatch.hash.image;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * Bytes of red, green and blue in any interleaved order, in the Java heap or elsewhere; from the
 * buffer's index 0 on.
 */
record InterleavedImage(int width, int height, ByteLayout layout, ByteBuffer samples)
    implements AlphaImage {

  InterleavedImage {
    Extent.check(width, height, layout.pixelStride(), layout.rowStride(), samples.capacity());
  }

  @Override
  public float luma(int x, int y) {
    return lumaAt(y * layout.rowStride() + x * layout.pixelStride());
  }

  @Override
  public int rgb(int x, int y) {
    return rgbAt(y * layout.rowStride() + x * layout.pixelStride());
  }

  @Override
  public int argb(int x, int y) {
    int at = y * layout.rowStride() + x * layout.pixelStride();
    return ((hasNoAlpha() ? 0xff : sample(at + layout.alpha())) << 24) | rgbAt(at);
  }

  @Override
  public boolean hasNoAlpha() {
    return layout.alpha() == ByteLayout.OPAQUE;
  }

  @Override
  public void lumaRow(int y, float[] luma) {
    int at = y * layout.rowStride();
    for (int x = 0; x < width; x++, at += layout.pixelStride()) {
      luma[x] = lumaAt(at);
    }
  }

  @Override
  public void rgbRow(int y, int[] rgb) {
    int at = y * layout.rowStride();
    if (samples.hasArray()) {
      rgbRow(samples.array(), samples.arrayOffset() + at, rgb);
      return;
    }
    for (int x = 0; x < width; x++, at += layout.pixelStride()) {
      rgb[x] = rgbAt(at);
    }
  }

  /** The same for memory in the heap, several times as fast without the buffer. */
  private void rgbRow(byte[] array, int start, int[] rgb) {
    int red = start + layout.red();
    int green = start + layout.green();
    int blue = start + layout.blue();
    int stride = layout.pixelStride();
    for (int x = 0, at = 0; x < width; x++, at += stride) {
      rgb[x] =
          (array[red + at] & 0xff) << 16
              | (array[green + at] & 0xff) << 8
              | (array[blue + at] & 0xff);
    }
  }

  @Override
  public void argbRow(int y, int[] argb) {
    int start = y * layout.rowStride();
    if (isLittleEndianArgb()) {
      ByteBuffer row = samples.slice(start, Integer.BYTES * width);
      row.order(ByteOrder.LITTLE_ENDIAN).asIntBuffer().get(argb, 0, width);
      return;
    }
    rgbRow(y, argb);
    int at = start + layout.alpha();
    for (int x = 0; x < width; x++, at += layout.pixelStride()) {
      argb[x] |= (hasNoAlpha() ? 0xff : sample(at)) << 24;
    }
  }

  /** Blue, green, red, alpha, which is OpenCV's order: whole rows are copied at once. */
  private boolean isLittleEndianArgb() {
    return layout.pixelStride() == 4
        && layout.blue() == 0
        && layout.green() == 1
        && layout.red() == 2
        && layout.alpha() == 3;
  }

  private float lumaAt(int at) {
    return layout.isGrey()
        ? sample(at + layout.red())
        : Luma.of(
            sample(at + layout.red()), sample(at + layout.green()), sample(at + layout.blue()));
  }

  private int rgbAt(int at) {
    return sample(at + layout.red()) << 16
        | sample(at + layout.green()) << 8
        | sample(at + layout.blue());
  }

  private int sample(int at) {
    return samples.get(at) & 0xff;
  }
}
