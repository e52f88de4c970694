package org.hashmatch.eval.attack;

/**
 * Steele, Lea and Flood's SplitMix64: a seed gives the same numbers everywhere. Written here
 * because the JDK does not promise that what it draws from a range stays the same.
 */
final class SplitMix {

  private static final long GAMMA = 0x9E3779B97F4A7C15L;

  private long state;

  SplitMix(long seed) {
    this.state = seed;
  }

  /** A seed from parts; the same characters cut elsewhere are another seed. */
  static long seed(long number, String... parts) {
    long seed = scatter(number + GAMMA);
    for (String part : parts) {
      seed = scatter((seed ^ part.length()) + GAMMA);
      for (int i = 0; i < part.length(); i++) {
        seed = scatter((seed ^ part.charAt(i)) + GAMMA);
      }
    }
    return seed;
  }

  private static long scatter(long value) {
    long z = value;
    z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return z ^ (z >>> 31);
  }

  long next() {
    state += GAMMA;
    return scatter(state);
  }

  /** 0 inclusive to 1 exclusive. */
  double fraction() {
    return (next() >>> 11) * 0x1.0p-53;
  }

  /** Low inclusive to high exclusive. */
  double between(double low, double high) {
    return low + (high - low) * fraction();
  }

  /** 0 inclusive to bound exclusive. */
  int below(int bound) {
    return (int) (bound * fraction());
  }

  boolean coin() {
    return next() < 0;
  }
}
