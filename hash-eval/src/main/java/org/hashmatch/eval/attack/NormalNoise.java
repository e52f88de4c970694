package org.hashmatch.eval.attack;

/**
 * Noise in whole numbers, about normal: each is the sum of four uniform numbers of 16 bits, so that
 * none is further than 3.5 deviations away. Integers throughout.
 */
final class NormalNoise {

  private static final int MEAN = 2 * 0xffff;

  /** Of the sum: four variances of 65536 * 65536 / 12. */
  private static final double SUM_SD = 37837.2;

  private static final int SHIFT = 24;

  private final long scale;
  private final Draws random;

  NormalNoise(double sd, Draws random) {
    this.scale = Math.round(sd / SUM_SD * (1 << SHIFT));
    this.random = random;
  }

  int next() {
    long bits = random.next();
    long sum = (bits & 0xffff) + (bits >>> 16 & 0xffff) + (bits >>> 32 & 0xffff) + (bits >>> 48);
    return (int) (((sum - MEAN) * scale + (1L << (SHIFT - 1))) >> SHIFT);
  }
}
