package org.hashmatch.index.internal;

/** The SplitMix64 generator, as a function of its state: the same bits on every JDK. */
public final class SplitMix {

  /** Odd and nearest to 2^64 / golden ratio: the step from one state to the next. */
  public static final long STEP = 0x9E3779B97F4A7C15L;

  private SplitMix() {}

  /**
   * The output of the generator whose state is this. A bijection that spreads every bit.
   *
   * @param state any number
   * @return the output
   */
  public static long mix(long state) {
    long z = state + STEP;
    z = (z ^ z >>> 30) * 0xBF58476D1CE4E5B9L;
    z = (z ^ z >>> 27) * 0x94D049BB133111EBL;
    return z ^ z >>> 31;
  }
}
