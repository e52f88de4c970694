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
    return overWhite(source.argb(x, y));
  }

  private static int overWhite(int pixel) {
    int alpha = pixel >>> 24;
    if (alpha == 0xff) {
      return pixel & 0xffffff;
    }
    if (alpha == 0) {
      return 0xffffff;
    }
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
    source.argbRow(y, rgb);
    for (int x = 0; x < width(); x++) {
      rgb[x] = overWhite(rgb[x]);
    }
  }

  private static int over(int sample, int alpha) {
    return ((sample & 0xff) * alpha + 0xff * (0xff - alpha) + 0x7f) / 0xff;
  }
}
