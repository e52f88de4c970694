package org.hashmatch.testdata.scene;

/** Steele, Lea and Flood's SplitMix64: a literal seed gives the same numbers everywhere. */
final class SplitMix {

  private long state;

  SplitMix(long seed) {
    this.state = seed;
  }

  /** Scatters the bits of a number; also the lattice hash of {@link Noise}. */
  static long scatter(long value) {
    long z = value;
    z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return z ^ (z >>> 31);
  }

  /** The upper 53 bits as a fraction, 0 inclusive to 1 exclusive. */
  static double fraction(long bits) {
    return (bits >>> 11) * 0x1.0p-53;
  }

  long next() {
    state += 0x9E3779B97F4A7C15L;
    return scatter(state);
  }

  double between(double low, double high) {
    return low + (high - low) * fraction(next());
  }

  int below(int bound) {
    return (int) between(0, bound);
  }

  boolean chance(double probability) {
    return fraction(next()) < probability;
  }

  Rgb pick(Rgb... colours) {
    return colours[below(colours.length)];
  }

  Noise noise() {
    return new Noise(next());
  }
}
