package org.hashmatch.hash.image;

/** The one formula for brightness, so that every layout gives the same floats. */
final class Luma {

  private Luma() {}

  /**
   * Rec. 601 weights in float, summed from left to right as PDQ's reference does: the order decides
   * the last bit.
   */
  static float of(int red, int green, int blue) {
    return 0.299f * red + 0.587f * green + 0.114f * blue;
  }
}
