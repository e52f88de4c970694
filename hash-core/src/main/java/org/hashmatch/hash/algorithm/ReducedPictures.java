package org.hashmatch.hash.algorithm;

import org.hashmatch.hash.image.PixelImage;

/** The one check that every hasher owes: not to hash a reduced picture as if it were whole. */
final class ReducedPictures {

  private ReducedPictures() {}

  static void check(PixelImage image, ImageHasher hasher) {
    boolean whole = image.reduction() == 1;
    if (!whole && Math.min(image.width(), image.height()) < hasher.sufficientSide()) {
      throw new IllegalArgumentException(
          String.format(
              "%s cannot hash a picture reduced by %d to %dx%d",
              hasher.algorithm(), image.reduction(), image.width(), image.height()));
    }
  }
}
