package org.hashmatch.hash.image;

/**
 * The one check that every view over a caller's array needs: that all its pixels are in the array.
 */
final class Extent {

  private Extent() {}

  static void check(int width, int height, int pixelStride, int rowStride, int length) {
    checkSides(width, height);
    if (rowStride < (long) width * pixelStride) {
      throw new IllegalArgumentException(
          "row stride must be at least " + (long) width * pixelStride + " (got " + rowStride + ")");
    }
    long needed = (height - 1L) * rowStride + (long) width * pixelStride;
    if (length < needed) {
      throw new IllegalArgumentException(
          width
              + "x"
              + height
              + " picture needs "
              + needed
              + " array elements (got "
              + length
              + ")");
    }
  }

  static void checkSides(int width, int height) {
    if (width < 1 || height < 1) {
      throw new IllegalArgumentException(
          "picture sides must be 1 or more (got " + width + "x" + height + ")");
    }
  }
}
