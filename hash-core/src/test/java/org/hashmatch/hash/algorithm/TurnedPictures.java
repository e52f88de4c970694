package org.hashmatch.hash.algorithm;

import org.hashmatch.hash.Dihedral;
import org.hashmatch.hash.image.PixelImage;
import org.hashmatch.testdata.scene.Scene;
import org.hashmatch.testdata.scene.SceneKind;

/** A picture whose pixels are really turned, as the documentation of {@link Dihedral} says. */
final class TurnedPictures {

  private final int width;
  private final int height;
  private final int[] pixels;

  TurnedPictures(int width, int height, int[] pixels) {
    this.width = width;
    this.height = height;
    this.pixels = pixels;
  }

  static TurnedPictures of(SceneKind kind, long seed, int width, int height) {
    return new TurnedPictures(width, height, Scene.of(kind, seed).draw(width, height));
  }

  PixelImage turned(Dihedral dihedral) {
    return switch (dihedral) {
      case ORIGINAL, ROTATE180, FLIPX, FLIPY -> filled(dihedral, width, height);
      case ROTATE90, ROTATE270, FLIPPLUS1, FLIPMINUS1 -> filled(dihedral, height, width);
    };
  }

  private PixelImage filled(Dihedral dihedral, int newWidth, int newHeight) {
    int[] turned = new int[pixels.length];
    for (int y = 0; y < newHeight; y++) {
      for (int x = 0; x < newWidth; x++) {
        turned[y * newWidth + x] = pixels[from(dihedral, x, y)];
      }
    }
    return PixelImage.argb(newWidth, newHeight, turned);
  }

  private int from(Dihedral dihedral, int x, int y) {
    int right = width - 1;
    int bottom = height - 1;
    return switch (dihedral) {
      case ORIGINAL -> y * width + x;
      case ROTATE90 -> x * width + right - y;
      case ROTATE180 -> (bottom - y) * width + right - x;
      case ROTATE270 -> (bottom - x) * width + y;
      case FLIPX -> (bottom - y) * width + x;
      case FLIPY -> y * width + right - x;
      case FLIPPLUS1 -> x * width + y;
      case FLIPMINUS1 -> (bottom - x) * width + right - y;
    };
  }
}
