package org.hashmatch.testdata.hashes;

import java.util.Arrays;

/**
 * The 16x16 lowest frequencies of a picture, without those that are constant along a side: PDQ's
 * cosine transform, after a blur of 3x3 pixels in place of PDQ's filter.
 */
final class Spectrum {

  /*
   * A cosine of even frequency is symmetric about the picture's middle and one of odd frequency is
   * antisymmetric. So each side is folded first: pairs of opposite lines become their sum, in the
   * first half, and their difference, in the second. Then every frequency needs one half only.
   */

  private static final int SIDE = Canvas.SIDE;
  private static final int HALF = SIDE / 2;
  private static final int FREQUENCIES = 16;
  private static final float THIRD = 1f / 3;
  private static final float[] COSINES = new float[FREQUENCIES * HALF];

  static {
    for (int i = 0; i < FREQUENCIES; i++) {
      for (int j = 0; j < HALF; j++) {
        double angle = Math.PI / (2 * SIDE) * (i + 1) * (2 * j + 1);
        COSINES[i * HALF + j] = (float) (Math.sqrt(2.0 / SIDE) * StrictMath.cos(angle));
      }
    }
  }

  // By frequency down, then by frequency across.
  private final float[] coefficients = new float[FREQUENCIES * FREQUENCIES];

  private Spectrum() {}

  static Spectrum of(Canvas canvas) {
    float[] rows = transformDown(foldedDown(blurredDown(blurredAcross(canvas.pixels()))));
    foldAcross(rows);
    Spectrum spectrum = new Spectrum();
    for (int i = 0; i < spectrum.coefficients.length; i++) {
      spectrum.coefficients[i] = coefficient(rows, i / FREQUENCIES, i % FREQUENCIES);
    }
    return spectrum;
  }

  /** As if the picture had been edited: every frequency changes, the low ones most. */
  Spectrum disturbed(double strength, ItemRandom random) {
    for (int i = 0; i < coefficients.length; i++) {
      int frequency = i / FREQUENCIES + i % FREQUENCIES;
      coefficients[i] += (float) (strength * random.gauss() * (8 + 120.0 / (1 + frequency)));
    }
    return this;
  }

  /** Which frequencies are above the lower median: half of them, as no two are ever equal. */
  long[] hash() {
    float[] sorted = coefficients.clone();
    Arrays.sort(sorted);
    float median = sorted[sorted.length / 2 - 1];
    long[] words = new long[HashRows.WORDS];
    for (int i = 0; i < coefficients.length; i++) {
      words[i / Long.SIZE] |= (coefficients[i] > median ? 1L : 0L) << i;
    }
    return words;
  }

  private static float[] blurredAcross(float[] pixels) {
    float[] blurred = new float[pixels.length];
    for (int row = 0; row < pixels.length; row += SIDE) {
      int last = row + SIDE - 1;
      blurred[row] = (2 * pixels[row] + pixels[row + 1]) * THIRD;
      blurred[last] = (2 * pixels[last] + pixels[last - 1]) * THIRD;
      for (int i = row + 1; i < last; i++) {
        blurred[i] = (pixels[i - 1] + pixels[i] + pixels[i + 1]) * THIRD;
      }
    }
    return blurred;
  }

  private static float[] blurredDown(float[] pixels) {
    float[] blurred = new float[pixels.length];
    for (int y = 0; y < SIDE; y++) {
      int above = Math.max(y - 1, 0) * SIDE;
      int below = Math.min(y + 1, SIDE - 1) * SIDE;
      for (int x = 0; x < SIDE; x++) {
        blurred[y * SIDE + x] =
            (pixels[above + x] + pixels[y * SIDE + x] + pixels[below + x]) * THIRD;
      }
    }
    return blurred;
  }

  private static float[] foldedDown(float[] pixels) {
    float[] folded = new float[pixels.length];
    for (int y = 0; y < HALF; y++) {
      int top = y * SIDE;
      int bottom = (SIDE - 1 - y) * SIDE;
      for (int x = 0; x < SIDE; x++) {
        folded[top + x] = pixels[top + x] + pixels[bottom + x];
        folded[HALF * SIDE + top + x] = pixels[top + x] - pixels[bottom + x];
      }
    }
    return folded;
  }

  private static void foldAcross(float[] rows) {
    float[] row = new float[SIDE];
    for (int start = 0; start < rows.length; start += SIDE) {
      System.arraycopy(rows, start, row, 0, SIDE);
      for (int x = 0; x < HALF; x++) {
        rows[start + x] = row[x] + row[SIDE - 1 - x];
        rows[start + HALF + x] = row[x] - row[SIDE - 1 - x];
      }
    }
  }

  /** For each frequency down, a row of its strengths in each column. */
  private static float[] transformDown(float[] folded) {
    float[] rows = new float[FREQUENCIES * SIDE];
    for (int i = 0; i < FREQUENCIES; i++) {
      for (int y = 0; y < HALF; y += 4) {
        addRows(i * HALF + y, folded, (half(i) + y) * SIDE, rows, i * SIDE);
      }
    }
    return rows;
  }

  /** Four rows at a time, along the rows: so the loop is vectorised and touches the sum less. */
  private static void addRows(int cosine, float[] from, int start, float[] to, int toStart) {
    float first = COSINES[cosine];
    float second = COSINES[cosine + 1];
    float third = COSINES[cosine + 2];
    float fourth = COSINES[cosine + 3];
    for (int x = 0; x < SIDE; x++) {
      to[toStart + x] +=
          first * from[start + x]
              + second * from[start + SIDE + x]
              + third * from[start + 2 * SIDE + x]
              + fourth * from[start + 3 * SIDE + x];
    }
  }

  private static float coefficient(float[] rows, int down, int across) {
    int row = down * SIDE + half(across);
    int cosine = across * HALF;
    float even = 0;
    float odd = 0;
    for (int x = 0; x < HALF; x += 2) {
      even += COSINES[cosine + x] * rows[row + x];
      odd += COSINES[cosine + x + 1] * rows[row + x + 1];
    }
    return even + odd;
  }

  /** Frequencies are counted from 0 here, but the lowest, at 0, is one half-wave: it is odd. */
  private static int half(int frequency) {
    return frequency % 2 == 0 ? HALF : 0;
  }
}
