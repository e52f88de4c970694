package org.hashmatch.hash.image;

/** Packed pixels, {@code 0xAARRGGBB}. */
@SuppressWarnings("ArrayRecordComponent") // a view over the caller's array, never compared
record ArgbImage(int width, int height, int[] pixels) implements AlphaImage {

  ArgbImage {
    Extent.check(width, height, 1, width, pixels.length);
  }

  @Override
  public float luma(int x, int y) {
    return luma(pixels[y * width + x]);
  }

  @Override
  public int rgb(int x, int y) {
    return pixels[y * width + x] & 0xffffff;
  }

  @Override
  public int argb(int x, int y) {
    return pixels[y * width + x];
  }

  @Override
  public boolean hasNoAlpha() {
    return false;
  }

  private static float luma(int pixel) {
    return Luma.of(pixel >> 16 & 0xff, pixel >> 8 & 0xff, pixel & 0xff);
  }

  @Override
  public void lumaRow(int y, float[] luma) {
    int start = y * width;
    for (int x = 0; x < width; x++) {
      luma[x] = luma(pixels[start + x]);
    }
  }

  @Override
  public void rgbRow(int y, int[] rgb) {
    int start = y * width;
    for (int x = 0; x < width; x++) {
      rgb[x] = pixels[start + x] & 0xffffff;
    }
  }

  @Override
  public void argbRow(int y, int[] argb) {
    System.arraycopy(pixels, y * width, argb, 0, width);
  }
}
