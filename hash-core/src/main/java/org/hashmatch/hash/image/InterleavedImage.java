package org.hashmatch.hash.image;

/** Bytes of red, green and blue in any interleaved order. */
@SuppressWarnings("ArrayRecordComponent") // a view over the caller's array, never compared
record InterleavedImage(int width, int height, ByteLayout layout, byte[] samples)
    implements PixelImage {

  InterleavedImage {
    Extent.check(width, height, layout.pixelStride(), layout.rowStride(), samples.length);
  }

  @Override
  public void lumaRow(int y, float[] luma) {
    int stride = layout.pixelStride();
    int start = y * layout.rowStride();
    int red = start + layout.red();
    int green = start + layout.green();
    int blue = start + layout.blue();
    for (int x = 0, at = 0; x < width; x++, at += stride) {
      luma[x] =
          Luma.of(samples[red + at] & 0xff, samples[green + at] & 0xff, samples[blue + at] & 0xff);
    }
  }

  @Override
  public void rgbRow(int y, int[] rgb) {
    int start = y * layout.rowStride();
    for (int x = 0, at = start; x < width; x++, at += layout.pixelStride()) {
      rgb[x] =
          (samples[at + layout.red()] & 0xff) << 16
              | (samples[at + layout.green()] & 0xff) << 8
              | (samples[at + layout.blue()] & 0xff);
    }
  }
}
