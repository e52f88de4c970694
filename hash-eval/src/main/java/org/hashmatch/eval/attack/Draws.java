package org.hashmatch.eval.attack;

import org.hashmatch.eval.SplitMix64;

/**
 * What a step of an attack leaves to chance. Drawn from ranges here because the JDK does not
 * promise that what it draws from a range stays the same.
 */
final class Draws {

  private final SplitMix64 numbers;

  Draws(long seed) {
    this.numbers = new SplitMix64(seed);
  }

  /** A seed from parts; the same characters cut elsewhere are another seed. */
  static long seed(long number, String... parts) {
    long seed = scatter(number);
    for (String part : parts) {
      seed = scatter(seed ^ part.length());
      for (int i = 0; i < part.length(); i++) {
        seed = scatter(seed ^ part.charAt(i));
      }
    }
    return seed;
  }

  private static long scatter(long value) {
    return new SplitMix64(value).next();
  }

  long next() {
    return numbers.next();
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
