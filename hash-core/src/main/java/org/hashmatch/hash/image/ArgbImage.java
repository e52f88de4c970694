package org.hashmatch.hash.image;

/** Packed pixels, {@code 0xAARRGGBB}. */
@SuppressWarnings("ArrayRecordComponent") // a view over the caller's array, never compared
record ArgbImage(int width, int height, int[] pixels) implements PixelImage {

  ArgbImage {
    Extent.check(width, height, 1, width, pixels.length);
  }

  @Override
  public void lumaRow(int y, float[] luma) {
    int start = y * width;
    for (int x = 0; x < width; x++) {
      int pixel = pixels[start + x];
      luma[x] = Luma.of(pixel >> 16 & 0xff, pixel >> 8 & 0xff, pixel & 0xff);
    }
  }

  @Override
  public void rgbRow(int y, int[] rgb) {
    int start = y * width;
    for (int x = 0; x < width; x++) {
      rgb[x] = pixels[start + x] & 0xffffff;
    }
  }
}
