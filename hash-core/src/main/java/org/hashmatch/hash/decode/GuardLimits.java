package org.hashmatch.hash.decode;

/**
 * The most that the guard lets through to a decoder.
 *
 * @param maxBytes bytes of the file
 * @param maxSide pixels a side
 * @param maxPixels width times height
 * @param maxScans passes over a JPEG's pixels; each may cost as much as a picture
 * @param maxScanPixels pixels times scans of a JPEG
 * @param maxFrames frames of an animation that are looked at
 * @param maxFramePixels pixels of all frames of an animation that are decoded for that
 */
public record GuardLimits(
    long maxBytes,
    int maxSide,
    long maxPixels,
    int maxScans,
    long maxScanPixels,
    int maxFrames,
    long maxFramePixels) {

  /**
   * 20 MiB, 65,535 pixels a side, 40 million pixels, 100 scans, 400 million pixels times scans, 8
   * frames, 40 million pixels of frames: every camera's picture and the longest screenshot pass, a
   * decompression bomb does not. Memory follows the pixels; the side is what the widest header
   * field of JPEG and GIF can say.
   */
  public static final GuardLimits DEFAULT =
      new GuardLimits(20L << 20, 65_535, 40_000_000, 100, 400_000_000, 8, 40_000_000);

  /** The largest {@link #maxFrames}. */
  public static final int MOST_FRAMES = 8;

  /**
   * Checks the limits.
   *
   * @param maxBytes as above
   * @param maxSide as above
   * @param maxPixels as above
   * @param maxScans as above
   * @param maxScanPixels as above
   * @param maxFrames as above
   * @param maxFramePixels as above
   * @throws IllegalArgumentException if a limit is less than 1, or maxFrames more than {@link
   *     #MOST_FRAMES}
   */
  public GuardLimits {
    check("maxBytes", maxBytes);
    check("maxSide", maxSide);
    check("maxPixels", maxPixels);
    check("maxScans", maxScans);
    check("maxScanPixels", maxScanPixels);
    check("maxFrames", maxFrames);
    check("maxFramePixels", maxFramePixels);
    if (maxFrames > MOST_FRAMES) {
      throw new IllegalArgumentException(
          "maxFrames must be 1.." + MOST_FRAMES + " (got " + maxFrames + ")");
    }
  }

  private static void check(String name, long limit) {
    if (limit < 1) {
      throw new IllegalArgumentException(name + " must be 1 or more (got " + limit + ")");
    }
  }

  /**
   * The same limits but for {@link #maxBytes}.
   *
   * @param limit the new one
   * @return the limits
   * @throws IllegalArgumentException if it is out of its range
   */
  public GuardLimits withMaxBytes(long limit) {
    return new GuardLimits(
        limit, maxSide, maxPixels, maxScans, maxScanPixels, maxFrames, maxFramePixels);
  }

  /**
   * The same limits but for {@link #maxSide}.
   *
   * @param limit the new one
   * @return the limits
   * @throws IllegalArgumentException if it is out of its range
   */
  public GuardLimits withMaxSide(int limit) {
    return new GuardLimits(
        maxBytes, limit, maxPixels, maxScans, maxScanPixels, maxFrames, maxFramePixels);
  }

  /**
   * The same limits but for {@link #maxPixels}.
   *
   * @param limit the new one
   * @return the limits
   * @throws IllegalArgumentException if it is out of its range
   */
  public GuardLimits withMaxPixels(long limit) {
    return new GuardLimits(
        maxBytes, maxSide, limit, maxScans, maxScanPixels, maxFrames, maxFramePixels);
  }

  /**
   * The same limits but for {@link #maxScans}.
   *
   * @param limit the new one
   * @return the limits
   * @throws IllegalArgumentException if it is out of its range
   */
  public GuardLimits withMaxScans(int limit) {
    return new GuardLimits(
        maxBytes, maxSide, maxPixels, limit, maxScanPixels, maxFrames, maxFramePixels);
  }

  /**
   * The same limits but for {@link #maxScanPixels}.
   *
   * @param limit the new one
   * @return the limits
   * @throws IllegalArgumentException if it is out of its range
   */
  public GuardLimits withMaxScanPixels(long limit) {
    return new GuardLimits(
        maxBytes, maxSide, maxPixels, maxScans, limit, maxFrames, maxFramePixels);
  }

  /**
   * The same limits but for {@link #maxFrames}.
   *
   * @param limit the new one
   * @return the limits
   * @throws IllegalArgumentException if it is out of its range
   */
  public GuardLimits withMaxFrames(int limit) {
    return new GuardLimits(
        maxBytes, maxSide, maxPixels, maxScans, maxScanPixels, limit, maxFramePixels);
  }

  /**
   * The same limits but for {@link #maxFramePixels}.
   *
   * @param limit the new one
   * @return the limits
   * @throws IllegalArgumentException if it is out of its range
   */
  public GuardLimits withMaxFramePixels(long limit) {
    return new GuardLimits(maxBytes, maxSide, maxPixels, maxScans, maxScanPixels, maxFrames, limit);
  }
}
