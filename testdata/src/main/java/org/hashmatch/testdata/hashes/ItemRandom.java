package org.hashmatch.testdata.hashes;

/**
 * The random numbers of one item: Steele, Lea and Flood's SplitMix64, begun at a scattered seed so
 * that neighbouring seeds have nothing in common.
 */
final class ItemRandom {

  private static final long STEP = 0x9E3779B97F4A7C15L;
  private static final double SQRT_3 = Math.sqrt(3);

  private long state;

  ItemRandom(long seed) {
    state = mix(seed);
  }

  /** The numbers of item i of a set. */
  static ItemRandom ofItem(long setSeed, long item) {
    return new ItemRandom(setSeed * STEP + 2 * item + 1);
  }

  /** What the n-th call of {@link #next} gives, without the calls before it. */
  static long nth(long seed, long n) {
    return mix(mix(seed) + n * STEP);
  }

  private static long mix(long state) {
    long z = state + STEP;
    z = (z ^ z >>> 30) * 0xBF58476D1CE4E5B9L;
    z = (z ^ z >>> 27) * 0x94D049BB133111EBL;
    return z ^ z >>> 31;
  }

  long next() {
    long number = mix(state);
    state += STEP;
    return number;
  }

  /** Uniform, 0 inclusive to 1 exclusive. */
  double fraction() {
    return (next() >>> 11) * 0x1.0p-53;
  }

  double between(double low, double high) {
    return low + (high - low) * fraction();
  }

  /** Uniform, 0 to bound - 1. */
  int below(int bound) {
    return (int) (bound * fraction());
  }

  boolean coin() {
    return next() < 0;
  }

  /** Nearly normal, mean 0 and variance 1: four uniform numbers summed. */
  double gauss() {
    return (fraction() + fraction() + fraction() + fraction() - 2) * SQRT_3;
  }
}
