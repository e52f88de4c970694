package org.hashmatch.hash.algorithm;

import java.util.Arrays;

/**
 * The 256 coefficients of a picture as it is or mirrored along one or both axes, their median, and
 * the bits that follow.
 *
 * <p>Mirroring an axis negates its odd cosines, which stand at even indexes because frequency 0 is
 * left out.
 *
 * <p>Scratch: not for several threads.
 */
final class PdqSpectrum {

  private static final int SIZE = PdqTransform.SIZE;

  private final boolean rowsMirrored;
  private final boolean columnsMirrored;
  private final float[] values = new float[SIZE * SIZE];
  private final float[] sorted = new float[SIZE * SIZE];

  PdqSpectrum(boolean rowsMirrored, boolean columnsMirrored) {
    this.rowsMirrored = rowsMirrored;
    this.columnsMirrored = columnsMirrored;
  }

  /** Takes over the coefficients of the picture as it is, and mirrors them. */
  void set(float[] coefficients) {
    for (int k = 0; k < values.length; k++) {
      values[k] = sign(k / SIZE, k % SIZE) * coefficients[k];
    }
    sort();
  }

  /** Takes over the coefficients of the mirrored picture. */
  void setMirrored(float[] coefficients) {
    System.arraycopy(coefficients, 0, values, 0, values.length);
    sort();
  }

  private void sort() {
    System.arraycopy(values, 0, sorted, 0, values.length);
    Arrays.sort(sorted);
  }

  private float sign(int i, int j) {
    return (rowsMirrored && i % 2 == 0) != (columnsMirrored && j % 2 == 0) ? -1 : 1;
  }

  /**
   * The lower of the two middle values, as the reference's search finds it: 128 bits are set unless
   * values are equal.
   */
  float median() {
    return sorted[sorted.length / 2 - 1];
  }

  /** From the median to the next greater value: less than that moves no bit. */
  float gap() {
    return sorted[sorted.length / 2] - median();
  }

  /** The coefficient of bit {@code 16 * i + j}. */
  float value(int bit, boolean transposed) {
    return values[transposed ? transposed(bit) : bit];
  }

  /**
   * Writes the bits, lowest word first: whether coefficient (i, j) is greater than the median.
   *
   * @param transposed whether the picture is to be transposed as well
   * @param words takes 256 bits
   */
  void bits(boolean transposed, long[] words) {
    float median = median();
    Arrays.fill(words, 0);
    for (int bit = 0; bit < values.length; bit++) {
      long one = value(bit, transposed) > median ? 1 : 0;
      words[bit / Long.SIZE] |= one << bit;
    }
  }

  private static int transposed(int bit) {
    return bit % SIZE * SIZE + bit / SIZE;
  }
}
