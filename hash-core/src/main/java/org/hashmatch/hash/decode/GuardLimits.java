package org.hashmatch.hash.decode;

/**
 * The most that the guard lets through to a decoder.
 *
 * @param maxBytes bytes of the file, 1 or more
 * @param maxSide pixels a side, 1 or more
 * @param maxPixels width times height, 1 or more
 */
public record GuardLimits(long maxBytes, int maxSide, long maxPixels) {

  /**
   * 20 MiB, 65,535 pixels a side, 40 million pixels: every camera's picture and the longest
   * screenshot pass, a decompression bomb does not. Memory follows the pixels; the side is what the
   * widest header field of JPEG and GIF can say.
   */
  public static final GuardLimits DEFAULT = new GuardLimits(20L << 20, 65_535, 40_000_000);

  /**
   * Checks the limits.
   *
   * @param maxBytes as above
   * @param maxSide as above
   * @param maxPixels as above
   * @throws IllegalArgumentException if a limit is less than 1
   */
  public GuardLimits {
    check("maxBytes", maxBytes);
    check("maxSide", maxSide);
    check("maxPixels", maxPixels);
  }

  private static void check(String name, long limit) {
    if (limit < 1) {
      throw new IllegalArgumentException(name + " must be 1 or more (got " + limit + ")");
    }
  }
}
