package org.hashmatch.hash.image;

/** Pixels that stand for several of the whole picture's each. */
record ReducedImage(PixelImage pixels, int fullWidth, int fullHeight, int reduction)
    implements PixelImage {

  ReducedImage {
    Extent.checkSides(fullWidth, fullHeight);
    if (reduction < 1) {
      throw new IllegalArgumentException("reduction must be 1 or more (got " + reduction + ")");
    }
    int width = reduced(fullWidth, reduction);
    int height = reduced(fullHeight, reduction);
    if (pixels.width() != width || pixels.height() != height) {
      throw new IllegalArgumentException(
          String.format(
              "%dx%d reduced by %d is %dx%d (got %dx%d)",
              fullWidth, fullHeight, reduction, width, height, pixels.width(), pixels.height()));
    }
  }

  private static int reduced(int length, int reduction) {
    return (length - 1) / reduction + 1;
  }

  @Override
  public int width() {
    return pixels.width();
  }

  @Override
  public int height() {
    return pixels.height();
  }

  @Override
  public float luma(int x, int y) {
    return pixels.luma(x, y);
  }

  @Override
  public int rgb(int x, int y) {
    return pixels.rgb(x, y);
  }

  @Override
  public void lumaRow(int y, float[] luma) {
    pixels.lumaRow(y, luma);
  }

  @Override
  public void rgbRow(int y, int[] rgb) {
    pixels.rgbRow(y, rgb);
  }
}
