package org.hashmatch.hash.algorithm;

/**
 * The points {@code e^(2 pi i k / n)} on the unit circle, n a power of two and k up to 3/8 n, with
 * the last bit as pocketfft has it: each is the product of a coarse step and a fine one, and sine
 * and cosine are only taken of up to an eighth of the circle.
 */
final class UnitRoots {

  private final double[] cosines;
  private final double[] sines;

  /** The points {@code k = 0..last}. */
  UnitRoots(int n, int last) {
    this.cosines = new double[last + 1];
    this.sines = new double[last + 1];
    int steps = fineSteps(n);
    for (int k = 0; k <= last; k++) {
      set(k, direct(n, k - k % steps), direct(n, k % steps));
    }
  }

  private void set(int k, Point coarse, Point fine) {
    cosines[k] = fine.cosine() * coarse.cosine() - fine.sine() * coarse.sine();
    sines[k] = fine.cosine() * coarse.sine() + fine.sine() * coarse.cosine();
  }

  double cosine(int k) {
    return cosines[k];
  }

  double sine(int k) {
    return sines[k];
  }

  /** The smallest power of two, at least two, whose square covers half the circle. */
  private static int fineSteps(int n) {
    int steps = 2;
    while (steps * steps < (n + 2) / 2) {
      steps *= 2;
    }
    return steps;
  }

  private record Point(double cosine, double sine) {
    /** Of an angle given in 1/8n of the circle; StrictMath, so that every machine has the same. */
    static Point of(int n, int angle) {
      double radians = angle * (Math.PI / 4 / n);
      return new Point(StrictMath.cos(radians), StrictMath.sin(radians));
    }
  }

  private static Point direct(int n, int k) {
    int angle = 8 * k;
    if (angle < n) {
      return Point.of(n, angle);
    }
    Point mirrored = Point.of(n, Math.abs(2 * n - angle));
    return new Point(angle > 2 * n ? -mirrored.sine() : mirrored.sine(), mirrored.cosine());
  }
}
