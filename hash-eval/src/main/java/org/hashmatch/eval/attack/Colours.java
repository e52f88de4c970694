package org.hashmatch.eval.attack;

/** Colours as {@code 0xRRGGBB}. */
final class Colours {

  static final int WHITE = 0xffffff;

  private Colours() {}

  static int any(Draws random) {
    return random.below(WHITE + 1);
  }

  static int grey(int value) {
    return value * 0x010101;
  }

  static int of(Draws random, int... choices) {
    return choices[random.below(choices.length)];
  }
}
