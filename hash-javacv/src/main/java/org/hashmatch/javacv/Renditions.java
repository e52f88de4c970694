package org.hashmatch.javacv;

import org.bytedeco.opencv.global.opencv_core;
import org.bytedeco.opencv.opencv_core.Mat;
import org.hashmatch.hash.Dihedral;

/**
 * A picture's pixels laid down in the eight ways. Four are flips of the picture and four are flips
 * of its transpose, which is made once: it costs more than all the flips.
 */
final class Renditions {

  private static final int ROWS = 0;
  private static final int COLUMNS = 1;
  private static final int BOTH = -1;

  private final Mat pixels;
  private final Mat transposed = new Mat();
  private final Mat flipped = new Mat();

  Renditions(Mat pixels) {
    this.pixels = pixels;
    opencv_core.transpose(pixels, transposed);
  }

  /** One rendition, whose pixels are good until the next is asked for. */
  Mat of(Dihedral dihedral) {
    return switch (dihedral) {
      case ORIGINAL -> pixels;
      case ROTATE90 -> flip(transposed, ROWS);
      case ROTATE180 -> flip(pixels, BOTH);
      case ROTATE270 -> flip(transposed, COLUMNS);
      case FLIPX -> flip(pixels, ROWS);
      case FLIPY -> flip(pixels, COLUMNS);
      case FLIPPLUS1 -> transposed;
      case FLIPMINUS1 -> flip(transposed, BOTH);
    };
  }

  private Mat flip(Mat from, int axis) {
    opencv_core.flip(from, flipped, axis);
    return flipped;
  }
}
