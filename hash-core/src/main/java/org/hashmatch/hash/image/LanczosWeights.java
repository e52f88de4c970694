package org.hashmatch.hash.image;

/**
 * By how much each sample of a line counts for each sample of the resampled line, in units of
 * 2^-22: the Lanczos window of three lobes, stretched when the line shrinks.
 *
 * <p>Reusable: {@link #fit} sets it for other lengths, and does nothing when they are the same.
 */
final class LanczosWeights {

  /** Of a weight of one: eight bits less than an int for the sample, two for the side lobes. */
  static final int PRECISION_BITS = 22;

  private static final int LOBES = 3;

  private int from;
  private int to;
  private int taps;
  private int[] starts = new int[0];
  private int[] ends = new int[0];
  private int[] weights = new int[0];
  private double[] window = new double[0];

  /** Sets the weights for lines of {@code from} samples that become {@code to} samples. */
  void fit(int newFrom, int newTo) {
    if (newFrom == from && newTo == to) {
      return;
    }
    double scale = (double) newFrom / newTo;
    double stretch = Math.max(1, scale);
    reserve(newTo, 2 * (int) Math.ceil(LOBES * stretch) + 1);
    from = newFrom;
    to = newTo;
    for (int i = 0; i < to; i++) {
      fill(i, (i + 0.5) * scale, stretch);
    }
  }

  private void reserve(int samples, int newTaps) {
    taps = newTaps;
    if (starts.length < samples) {
      starts = new int[samples];
      ends = new int[samples];
    }
    int size = Math.multiplyExact(samples, taps);
    weights = weights.length < size ? new int[size] : weights;
    window = window.length < taps ? new double[taps] : window;
  }

  private void fill(int i, double centre, double stretch) {
    double support = LOBES * stretch;
    int start = Math.max(0, (int) (centre - support + 0.5));
    int end = Math.min(from, (int) (centre + support + 0.5));
    double inverse = 1 / stretch;
    double sum = 0;
    for (int x = start; x < end; x++) {
      double weight = lanczos((x - centre + 0.5) * inverse);
      window[x - start] = weight;
      sum += weight;
    }
    for (int x = 0; x < end - start; x++) {
      weights[i * taps + x] = fixedPoint(window[x] / sum);
    }
    starts[i] = start;
    ends[i] = end;
  }

  private static double lanczos(double x) {
    return -LOBES <= x && x < LOBES ? sinc(x) * sinc(x / LOBES) : 0;
  }

  /** StrictMath, so that every machine has the same table. */
  private static double sinc(double x) {
    double angle = x * Math.PI;
    return x == 0 ? 1 : StrictMath.sin(angle) / angle;
  }

  private static int fixedPoint(double weight) {
    double scaled = weight * (1 << PRECISION_BITS);
    return (int) (scaled < 0 ? scaled - 0.5 : scaled + 0.5);
  }

  /** The first sample that counts for output {@code i}. */
  int start(int i) {
    return starts[i];
  }

  /** One behind the last sample that counts for output {@code i}. */
  int end(int i) {
    return ends[i];
  }

  /** The weight of sample {@code x} for output {@code i}, which it must count for. */
  int weight(int i, int x) {
    return weights[i * taps + x - starts[i]];
  }

  /** Sample by sample for output {@code i}, with one half added so that the sum rounds. */
  int weighted(int i, int[] samples) {
    int start = starts[i];
    int count = ends[i] - start;
    int offset = i * taps;
    int sum = 1 << (PRECISION_BITS - 1);
    for (int k = 0; k < count; k++) {
      sum += samples[start + k] * weights[offset + k];
    }
    return sum;
  }

  /** For how many outputs at most one sample counts. */
  int overlap() {
    int overlap = 0;
    for (int first = 0, last = 0; last < to; last++) {
      while (ends[first] <= starts[last]) {
        first++;
      }
      overlap = Math.max(overlap, last - first + 1);
    }
    return overlap;
  }

  long bytes() {
    return 4L * (starts.length + ends.length + weights.length) + 8L * window.length;
  }
}
