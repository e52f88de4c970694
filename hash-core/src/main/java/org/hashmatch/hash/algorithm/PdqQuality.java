package org.hashmatch.hash.algorithm;

import org.hashmatch.hash.Quality;
import org.hashmatch.hash.image.LuminancePlane;

/** PDQ's quality: how much brightness changes between neighbours of the 64x64 grid. */
final class PdqQuality {

  /** Brings the sum for an ordinary photograph to about 100; the reference's constant. */
  private static final int DIVISOR = 90;

  private PdqQuality() {}

  static Quality of(LuminancePlane grid) {
    int sum = 0;
    for (int row = 0; row < grid.rows(); row++) {
      for (int column = 0; column < grid.columns(); column++) {
        float value = grid.at(row, column);
        if (row + 1 < grid.rows()) {
          sum += difference(value, grid.at(row + 1, column));
        }
        if (column + 1 < grid.columns()) {
          sum += difference(value, grid.at(row, column + 1));
        }
      }
    }
    return new Quality(Math.min(100, sum / DIVISOR));
  }

  /** In percent of full brightness, each difference truncated on its own, as in the reference. */
  private static int difference(float u, float v) {
    return Math.abs((int) ((u - v) * 100 / 255));
  }
}
