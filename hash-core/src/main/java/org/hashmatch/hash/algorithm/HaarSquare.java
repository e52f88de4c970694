package org.hashmatch.hash.algorithm;

/**
 * The Haar wavelet transform of a square, in place, with every sum rounded as PyWavelets rounds it.
 *
 * <p>A level turns each four neighbours into their mean (doubled) at the upper left and three
 * differences; the next level works on the means, which then stand twice as far apart.
 */
final class HaarSquare {

  private static final double HALF_ROOT = StrictMath.sqrt(0.5);

  private final int side;
  private final double[] values;

  /** A square of a power of two; the array is used, not copied. */
  HaarSquare(int side, double[] values) {
    this.side = side;
    this.values = values;
  }

  /** What is left at the upper left after {@link #forward}: the mean, times the side. */
  double mean() {
    return values[0];
  }

  void replaceMean(double mean) {
    values[0] = mean;
  }

  /** Transforms level by level, until one mean is left. */
  void forward() {
    for (int step = 1; step < side; step *= 2) {
      level(step, true);
    }
  }

  /** Undoes {@link #forward}, but for rounding. */
  void inverse() {
    for (int step = side / 2; step > 0; step /= 2) {
      level(step, false);
    }
  }

  private void level(int step, boolean forward) {
    for (int y = 0; y < side; y += 2 * step) {
      for (int x = 0; x < side; x += 2 * step) {
        int upper = y * side + x;
        int lower = upper + step * side;
        if (forward) {
          pair(upper, lower);
          pair(upper + step, lower + step);
          pair(upper, upper + step);
          pair(lower, lower + step);
        } else {
          pair(upper, upper + step);
          pair(lower, lower + step);
          pair(upper, lower);
          pair(upper + step, lower + step);
        }
      }
    }
  }

  /** Sum and difference; its own inverse. */
  private void pair(int first, int second) {
    double a = HALF_ROOT * values[first];
    double b = HALF_ROOT * values[second];
    values[first] = a + b;
    values[second] = a - b;
  }
}
