package org.hashmatch.hash.image;

/** One byte a pixel. */
@SuppressWarnings("ArrayRecordComponent") // a view over the caller's array, never compared
record GreyImage(int width, int height, int rowStride, byte[] samples) implements PixelImage {

  GreyImage {
    Extent.check(width, height, 1, rowStride, samples.length);
  }

  @Override
  public float luma(int x, int y) {
    return samples[y * rowStride + x] & 0xff;
  }

  @Override
  public int rgb(int x, int y) {
    return rgb(samples[y * rowStride + x]);
  }

  private static int rgb(byte sample) {
    return (sample & 0xff) * 0x10101;
  }

  @Override
  public void lumaRow(int y, float[] luma) {
    int start = y * rowStride;
    for (int x = 0; x < width; x++) {
      luma[x] = samples[start + x] & 0xff;
    }
  }

  @Override
  public void rgbRow(int y, int[] rgb) {
    int start = y * rowStride;
    for (int x = 0; x < width; x++) {
      rgb[x] = rgb(samples[start + x]);
    }
  }
}
