package org.hashmatch.hash.image;

/** One byte a pixel. */
final class GreyImage implements PixelImage {

  private final int width;
  private final int height;
  private final int rowStride;
  private final byte[] samples;

  GreyImage(int width, int height, int rowStride, byte[] samples) {
    Extent.check(width, height, 1, rowStride, samples.length);
    this.width = width;
    this.height = height;
    this.rowStride = rowStride;
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
    int start = y * rowStride;
    for (int x = 0; x < width; x++) {
      luma[x] = samples[start + x] & 0xff;
    }
  }
}
