package org.hashmatch.hash.image;

/** A picture whose pixels may say how opaque they are. */
sealed interface AlphaImage extends PixelImage permits ArgbImage, InterleavedImage {

  /** One pixel, {@code 0xAARRGGBB}. */
  int argb(int x, int y);

  /** Whether all pixels are opaque by their layout, without a look at them. */
  boolean hasNoAlpha();

  @Override
  default PixelImage overWhite() {
    return isOpaque() ? this : new OverWhiteImage(this);
  }

  private boolean isOpaque() {
    if (hasNoAlpha()) {
      return true;
    }
    for (int y = 0; y < height(); y++) {
      for (int x = 0; x < width(); x++) {
        if (argb(x, y) >>> 24 != 0xff) {
          return false;
        }
      }
    }
    return true;
  }
}
