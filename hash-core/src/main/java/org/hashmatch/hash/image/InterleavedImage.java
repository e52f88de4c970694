package org.hashmatch.hash.image;

/** Bytes of red, green and blue in any interleaved order. */
final class InterleavedImage implements PixelImage {

  private final int width;
  private final int height;
  private final ByteLayout layout;
  private final byte[] samples;

  InterleavedImage(int width, int height, ByteLayout layout, byte[] samples) {
    Extent.check(width, height, layout.pixelStride(), layout.rowStride(), samples.length);
    this.width = width;
    this.height = height;
    this.layout = layout;
    this.samples = samples;
  }

  @Override
  public int width() {
    return width;
  }

  @Override
  public int height() {
    return height;
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
}
