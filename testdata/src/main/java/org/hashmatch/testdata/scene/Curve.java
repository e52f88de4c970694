package org.hashmatch.testdata.scene;

/** Curves over 0..1. */
final class Curve {

  private Curve() {}

  static double clamp(double value) {
    return Math.max(0, Math.min(1, value));
  }

  static double line(double from, double to, double part) {
    return from + (to - from) * part;
  }

  static double ease(double part) {
    return part * part * (3 - 2 * part);
  }

  /** 0 up to an edge, 1 from the other one, and smooth in between; the edges may fall. */
  static double step(double zeroAt, double oneAt, double value) {
    return ease(clamp((value - zeroAt) / (oneAt - zeroAt)));
  }

  static double wave(double turns) {
    return StrictMath.sin(2 * StrictMath.PI * turns);
  }

  /** The part after the point, for patterns that repeat. */
  static double repeat(double value) {
    return value - Math.floor(value);
  }
}
