package org.hashmatch.hash.image;

/** Packed pixels, {@code 0xAARRGGBB}. */
final class ArgbImage implements PixelImage {

  private final int width;
  private final int height;
  private final int[] pixels;

  ArgbImage(int width, int height, int[] pixels) {
    Extent.check(width, height, 1, width, pixels.length);
    this.width = width;
    this.height = height;
    this.pixels = pixels;
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
    int start = y * width;
    for (int x = 0; x < width; x++) {
      int pixel = pixels[start + x];
      luma[x] = Luma.of(pixel >> 16 & 0xff, pixel >> 8 & 0xff, pixel & 0xff);
    }
  }
}
