package org.hashmatch.hash.algorithm;

import java.util.Arrays;

/**
 * PDQ's cosine transform: the 16x16 coefficients of frequencies 1..16 (without the mean) of the
 * 64x64 grid, row frequency major.
 *
 * <p>All arithmetic is in float with each sum formed from low to high index, because the
 * reference's bits depend on it. Scratch: not for several threads.
 */
final class PdqTransform {

  /** Coefficients along an axis. */
  static final int SIZE = 16;

  private static final int GRID = 64;

  /** Frequency major; and the same turned round. */
  private static final float[] COSINES = cosines();

  private static final float[] COSINES_BY_SAMPLE = turnedRound(COSINES);

  private final float[] half = new float[SIZE * GRID];

  /**
   * Transforms the columns, then the rows. The innermost loops run along a row of results, so that
   * they become vector instructions and yet every single sum keeps its order.
   */
  void apply(float[] grid, float[] coefficients) {
    multiply(COSINES, grid, half, GRID, GRID);
    multiply(half, COSINES_BY_SAMPLE, coefficients, GRID, SIZE);
  }

  /** A matrix of 16 rows times one of {@code inner} rows and {@code columns} columns. */
  private static void multiply(float[] a, float[] b, float[] product, int inner, int columns) {
    Arrays.fill(product, 0);
    for (int i = 0; i < SIZE; i++) {
      for (int k = 0; k < inner; k++) {
        addMultiple(a[i * inner + k], b, k * columns, product, i * columns, columns);
      }
    }
  }

  private static void addMultiple(
      float factor, float[] from, int fromStart, float[] to, int toStart, int length) {
    for (int j = 0; j < length; j++) {
      to[toStart + j] += factor * from[fromStart + j];
    }
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

  private static float[] turnedRound(float[] cosines) {
    float[] turned = new float[cosines.length];
    for (int i = 0; i < SIZE; i++) {
      for (int j = 0; j < GRID; j++) {
        turned[j * SIZE + i] = cosines[i * GRID + j];
      }
    }
    return turned;
  }
}
