package org.hashmatch.hash.image;

/**
 * Where the samples of an interleaved picture lie: pixel x of row y begins at {@code y * rowStride
 * + x * pixelStride}, and red, green and blue lie at their offsets from there.
 *
 * @param pixelStride bytes from one pixel to the next, 1 or more
 * @param rowStride bytes from one row to the next
 * @param red offset of red, 0..pixelStride - 1
 * @param green offset of green, 0..pixelStride - 1
 * @param blue offset of blue, 0..pixelStride - 1
 * @param alpha offset of alpha, 0..pixelStride - 1, or {@link #OPAQUE}
 */
public record ByteLayout(int pixelStride, int rowStride, int red, int green, int blue, int alpha) {

  /** The {@link #alpha} of a layout without one. */
  public static final int OPAQUE = -1;

  /**
   * Checks the offsets.
   *
   * @param pixelStride as above
   * @param rowStride as above
   * @param red as above
   * @param green as above
   * @param blue as above
   * @param alpha as above
   * @throws IllegalArgumentException if the pixel stride is less than 1 or an offset is outside the
   *     pixel
   */
  public ByteLayout {
    if (pixelStride < 1) {
      throw new IllegalArgumentException(
          "pixel stride must be 1 or more (got " + pixelStride + ")");
    }
    checkOffset("red", red, pixelStride);
    checkOffset("green", green, pixelStride);
    checkOffset("blue", blue, pixelStride);
    if (alpha != OPAQUE) {
      checkOffset("alpha", alpha, pixelStride);
    }
  }

  /**
   * A layout without alpha.
   *
   * @param pixelStride as above
   * @param rowStride as above
   * @param red as above
   * @param green as above
   * @param blue as above
   * @throws IllegalArgumentException if the pixel stride is less than 1 or an offset is outside the
   *     pixel
   */
  public ByteLayout(int pixelStride, int rowStride, int red, int green, int blue) {
    this(pixelStride, rowStride, red, green, blue, OPAQUE);
  }

  /**
   * Whether all three colours are one and the same sample: then its value is the luma as it is.
   *
   * @return whether the offsets are equal
   */
  public boolean isGrey() {
    return red == green && green == blue;
  }

  private static void checkOffset(String band, int offset, int pixelStride) {
    if (offset < 0 || offset >= pixelStride) {
      throw new IllegalArgumentException(
          "offset of " + band + " must be 0.." + (pixelStride - 1) + " (got " + offset + ")");
    }
  }
}
