package org.hashmatch.eval;

/**
 * A generator of pseudo-random numbers whose algorithm is written down, so that a seed gives the
 * same numbers on every machine and JDK. Not for secrets, and not for several threads at once.
 *
 * <p>Source: G. L. Steele Jr., D. Lea and C. H. Flood, Fast Splittable Pseudorandom Number
 * Generators, OOPSLA 2014; the constants of S. Vigna's splitmix64.c.
 */
public final class SplitMix64 {

  private static final long GAMMA = 0x9E37_79B9_7F4A_7C15L;

  private long state;

  /**
   * A generator at its beginning.
   *
   * @param seed any number
   */
  public SplitMix64(long seed) {
    this.state = seed;
  }

  /**
   * The next 64 bits.
   *
   * @return any number
   */
  public long next() {
    state += GAMMA;
    return mix(state);
  }

  /** Below the bound, which is 1 or more; uneven by less than bound / 2^32. */
  int next(int bound) {
    return (int) (((next() >>> 32) * bound) >>> 32);
  }

  /**
   * Scrambles: every bit of the value changes about half of the bits of the result.
   *
   * @param value any number
   * @return another for each
   */
  public static long mix(long value) {
    long z = (value ^ value >>> 30) * 0xBF58_476D_1CE4_E5B9L;
    z = (z ^ z >>> 27) * 0x94D0_49BB_1331_11EBL;
    return z ^ z >>> 31;
  }
}
