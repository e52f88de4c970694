package org.hashmatch.eval.attack;

/** Numbers as whole multiples of 1/4096: the same on every processor. */
final class Fixed {

  static final int BITS = 12;
  static final int ONE = 1 << BITS;

  private Fixed() {}

  /** The nearest whole number; halves go up. */
  static int round(int parts) {
    return (parts + ONE / 2) >> BITS;
  }
}
