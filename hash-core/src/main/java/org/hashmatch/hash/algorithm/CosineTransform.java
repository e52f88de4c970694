package org.hashmatch.hash.algorithm;

/**
 * The discrete cosine transform of second kind, not normalised, of 32 or 64 values: {@code y[k] = 2
 * sum x[j] cos(pi k (2j + 1) / 2n)}, equal to SciPy's to the last bit.
 *
 * <p>Reusable, not safe for threads.
 */
final class CosineTransform {

  /*
   * The last bit matters: half of a symmetric picture's coefficients are zero, and the bits of its pHash say which of
   * these came out as 1e-14. SciPy's transform is pocketfft's, so the sums are formed as there:
   *
   * 1. The values are paired into the spectrum of a real signal: x[0], then x[2j] + x[2j-1] and x[2j] - x[2j-1] as real
   *    and imaginary part of frequency j, at last x[n-1]; the two ends doubled.
   * 2. An inverse real Fourier transform splits this spectrum into those of the signal's 4 phases (the samples 0, 4, 8...,
   *    1, 5, 9..., and so on), these again, until each phase is one sample. 32 is 2 * 4 * 4, split by two first.
   * 3. The samples k and n-k are turned into each other by the angle of frequency k / 4n.
   *
   * A spectrum of m values is laid out as re 0, re 1, im 1, re 2, im 2, ..., re m/2.
   *
   * [1] Swarztrauber, "Vectorizing the FFTs", in: Parallel Computations, Academic Press 1982 (step 2).
   * [2] Swarztrauber, "Symmetric FFTs", Mathematics of Computation 47, 1986 (steps 1 and 3).
   */

  private static final double SQRT_2 = StrictMath.sqrt(2);

  private final int n;
  private final UnitRoots roots;
  private final UnitRoots quarterRoots;
  private double[] in;
  private double[] out;

  /** For lines of n values, 32 or 64. */
  CosineTransform(int n) {
    this.n = n;
    this.roots = new UnitRoots(n, 3 * n / 8);
    this.quarterRoots = new UnitRoots(4 * n, n);
    this.in = new double[n];
    this.out = new double[n];
  }

  /** Transforms n values at {@code start, start + step, ...} in place. */
  void transform(double[] values, int start, int step) {
    pair(values, start, step);
    int count = 1;
    if (Integer.numberOfTrailingZeros(n) % 2 == 1) {
      halve(n / 2);
      count = 2;
    }
    for (; count < n; count *= 4) {
      quarter(n / count / 4, count);
    }
    unpair(values, start, step);
  }

  private void pair(double[] values, int start, int step) {
    in[0] = 2 * values[start];
    for (int j = 1; j < n - 1; j += 2) {
      double odd = values[start + j * step];
      double even = values[start + (j + 1) * step];
      in[j] = even + odd;
      in[j + 1] = even - odd;
    }
    in[n - 1] = 2 * values[start + (n - 1) * step];
  }

  /** Splits the whole spectrum into those of its two phases, of {@code part} values each. */
  private void halve(int part) {
    out[0] = in[0] + in[2 * part - 1];
    out[part] = in[0] - in[2 * part - 1];
    for (int f = 1; f < part / 2; f++) {
      int i = 2 * f;
      int mirror = 2 * (part - f);
      out[i - 1] = in[i - 1] + in[mirror - 1];
      out[i] = in[i] - in[mirror];
      turn(part + i, f, in[i - 1] - in[mirror - 1], in[i] + in[mirror]);
    }
    out[part - 1] = 2 * in[part - 1];
    out[2 * part - 1] = -2 * in[part];
    swap();
  }

  /** Splits {@code count} spectra into those of their four phases, of {@code part} values each. */
  private void quarter(int part, int count) {
    for (int k = 0; k < count; k++) {
      int from = 4 * part * k;
      int to = part * k;
      quarterConstant(part, from, to, part * count);
      for (int f = 1; f < (part + 1) / 2; f++) {
        quarterFrequency(part, from, to, count, f);
      }
      if (part % 2 == 0) {
        quarterHighest(part, from, to, part * count);
      }
    }
    swap();
  }

  private void quarterConstant(int part, int from, int to, int phase) {
    double sum = in[from] + in[from + 4 * part - 1];
    double difference = in[from] - in[from + 4 * part - 1];
    double real = 2 * in[from + 2 * part - 1];
    double imaginary = 2 * in[from + 2 * part];
    out[to] = sum + real;
    out[to + phase] = difference - imaginary;
    out[to + 2 * phase] = sum - real;
    out[to + 3 * phase] = difference + imaginary;
  }

  /** Frequency f of the phases comes of the four that alias to it, two of them mirrored. */
  private void quarterFrequency(int part, int from, int to, int count, int f) {
    int a = from + 2 * f;
    int b = from + 2 * (part - f);
    int c = from + 2 * (part + f);
    int d = from + 2 * (2 * part - f);
    double realSum = in[a - 1] + in[d - 1];
    double realDifference = in[a - 1] - in[d - 1];
    double imaginarySum = in[a] + in[d];
    double imaginaryDifference = in[a] - in[d];
    double innerRealSum = in[c - 1] + in[b - 1];
    double innerRealDifference = in[c - 1] - in[b - 1];
    double innerImaginarySum = in[c] + in[b];
    double innerImaginaryDifference = in[c] - in[b];
    int i = to + 2 * f;
    int phase = part * count;
    int turn = count * f;
    out[i - 1] = realSum + innerRealSum;
    out[i] = imaginaryDifference + innerImaginaryDifference;
    turn(i + phase, turn, realDifference - innerImaginarySum, imaginarySum + innerRealDifference);
    turn(
        i + 2 * phase,
        2 * turn,
        realSum - innerRealSum,
        imaginaryDifference - innerImaginaryDifference);
    turn(
        i + 3 * phase,
        3 * turn,
        realDifference + innerImaginarySum,
        imaginarySum - innerRealDifference);
  }

  private void quarterHighest(int part, int from, int to, int phase) {
    int last = to + part - 1;
    double realSum = in[from + part - 1] + in[from + 3 * part - 1];
    double realDifference = in[from + part - 1] - in[from + 3 * part - 1];
    double imaginarySum = in[from + 3 * part] + in[from + part];
    double imaginaryDifference = in[from + 3 * part] - in[from + part];
    out[last] = 2 * realSum;
    out[last + phase] = SQRT_2 * (realDifference - imaginarySum);
    out[last + 2 * phase] = 2 * imaginaryDifference;
    out[last + 3 * phase] = -SQRT_2 * (realDifference + imaginarySum);
  }

  /** Writes a complex number turned by the angle of root k. */
  private void turn(int to, int k, double real, double imaginary) {
    double cosine = roots.cosine(k);
    double sine = roots.sine(k);
    out[to] = cosine * imaginary + sine * real;
    out[to - 1] = cosine * real - sine * imaginary;
  }

  private void swap() {
    double[] swapped = in;
    in = out;
    out = swapped;
  }

  private void unpair(double[] values, int start, int step) {
    values[start] = in[0];
    for (int k = 1; k < n / 2; k++) {
      double cosine = quarterRoots.cosine(k);
      double mirrorCosine = quarterRoots.cosine(n - k);
      double sum = cosine * in[n - k] + mirrorCosine * in[k];
      double difference = cosine * in[k] - mirrorCosine * in[n - k];
      values[start + k * step] = 0.5 * (sum + difference);
      values[start + (n - k) * step] = 0.5 * (sum - difference);
    }
    values[start + n / 2 * step] = in[n / 2] * quarterRoots.cosine(n / 2);
  }
}
