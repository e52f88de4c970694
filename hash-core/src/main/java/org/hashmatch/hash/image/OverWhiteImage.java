package org.hashmatch.hash.image;

/** A picture with transparent pixels as it looks on a white page. */
record OverWhiteImage(AlphaImage source) implements PixelImage {

  @Override
  public int width() {
    return source.width();
  }

  @Override
  public int height() {
    return source.height();
  }

  @Override
  public int rgb(int x, int y) {
    int pixel = source.argb(x, y);
    int alpha = pixel >>> 24;
    return over(pixel >> 16, alpha) << 16 | over(pixel >> 8, alpha) << 8 | over(pixel, alpha);
  }

  @Override
  public float luma(int x, int y) {
    int pixel = rgb(x, y);
    return Luma.of(pixel >> 16, pixel >> 8 & 0xff, pixel & 0xff);
  }

  @Override
  public void lumaRow(int y, float[] luma) {
    for (int x = 0; x < width(); x++) {
      luma[x] = luma(x, y);
    }
  }

  @Override
  public void rgbRow(int y, int[] rgb) {
    for (int x = 0; x < width(); x++) {
      rgb[x] = rgb(x, y);
    }
  }

  private static int over(int sample, int alpha) {
    return ((sample & 0xff) * alpha + 0xff * (0xff - alpha) + 0x7f) / 0xff;
  }
}
