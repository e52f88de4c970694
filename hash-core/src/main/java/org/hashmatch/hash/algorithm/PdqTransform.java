package org.hashmatch.hash.algorithm;

import java.util.Arrays;
import org.hashmatch.hash.Dihedral;
import org.hashmatch.hash.image.LuminancePlane;

/**
 * PDQ's 16x16 coefficients: frequencies 1..16 (without the mean) of the 64x64 grid, row frequency
 * major.
 *
 * <p>All arithmetic is in float with sums formed from low to high index, because the reference's
 * bits depend on it.
 */
final class PdqTransform {

  private static final int GRID = 64;
  private static final int SIZE = 16;
  private static final float[] COSINES = cosines();

  private final float[] coefficients;

  private PdqTransform(float[] coefficients) {
    this.coefficients = coefficients;
  }

  /** Transforms the columns, then the rows. */
  static PdqTransform of(LuminancePlane grid) {
    float[] half = new float[SIZE * GRID];
    for (int i = 0; i < SIZE; i++) {
      for (int j = 0; j < GRID; j++) {
        float sum = 0;
        for (int k = 0; k < GRID; k++) {
          sum += COSINES[i * GRID + k] * grid.at(k, j);
        }
        half[i * GRID + j] = sum;
      }
    }
    float[] coefficients = new float[SIZE * SIZE];
    for (int i = 0; i < SIZE; i++) {
      for (int j = 0; j < SIZE; j++) {
        float sum = 0;
        for (int k = 0; k < GRID; k++) {
          sum += half[i * GRID + k] * COSINES[j * GRID + k];
        }
        coefficients[i * SIZE + j] = sum;
      }
    }
    return new PdqTransform(coefficients);
  }

  /** The coefficients of the turned picture: a transpose, a change of signs, or both. */
  PdqTransform turned(Dihedral dihedral) {
    float[] turned = new float[coefficients.length];
    for (int i = 0; i < SIZE; i++) {
      for (int j = 0; j < SIZE; j++) {
        int to = isTransposed(dihedral) ? j * SIZE + i : i * SIZE + j;
        turned[to] = sign(dihedral, i, j) * coefficients[i * SIZE + j];
      }
    }
    return new PdqTransform(turned);
  }

  private static boolean isTransposed(Dihedral dihedral) {
    return switch (dihedral) {
      case ROTATE90, ROTATE270, FLIPPLUS1, FLIPMINUS1 -> true;
      case ORIGINAL, ROTATE180, FLIPX, FLIPY -> false;
    };
  }

  /**
   * Mirroring an axis negates its odd cosines, which stand at even indexes because frequency 0 is
   * left out.
   */
  private static int sign(Dihedral dihedral, int i, int j) {
    return switch (dihedral) {
      case ORIGINAL, FLIPPLUS1 -> 1;
      case ROTATE90, FLIPY -> mirrored(j);
      case ROTATE270, FLIPX -> mirrored(i);
      case ROTATE180, FLIPMINUS1 -> mirrored(i) * mirrored(j);
    };
  }

  private static int mirrored(int index) {
    return index % 2 == 0 ? -1 : 1;
  }

  /**
   * Bit {@code 16 * i + j}, lowest word first: whether coefficient (i, j) is greater than the
   * median.
   */
  long[] bits() {
    float median = median();
    long[] words = new long[SIZE * SIZE / Long.SIZE];
    for (int k = 0; k < coefficients.length; k++) {
      if (coefficients[k] > median) {
        words[k / Long.SIZE] |= 1L << k;
      }
    }
    return words;
  }

  /**
   * The lower of the two middle values, as the reference's search finds it: 128 bits are set unless
   * values are equal.
   */
  private float median() {
    float[] sorted = coefficients.clone();
    Arrays.sort(sorted);
    return sorted[sorted.length / 2 - 1];
  }

  /**
   * Rounded to float in the same places as in the reference; StrictMath, so that every machine has
   * the same table.
   */
  private static float[] cosines() {
    float scale = (float) StrictMath.sqrt(2.0 / GRID);
    float[] cosines = new float[SIZE * GRID];
    for (int i = 0; i < SIZE; i++) {
      for (int j = 0; j < GRID; j++) {
        cosines[i * GRID + j] =
            (float) (scale * StrictMath.cos(Math.PI / 2 / GRID * (i + 1) * (2 * j + 1)));
      }
    }
    return cosines;
  }
}
