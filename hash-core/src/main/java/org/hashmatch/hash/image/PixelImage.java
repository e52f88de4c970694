package org.hashmatch.hash.image;

import java.nio.ByteBuffer;

/**
 * A picture's pixels in memory, 8 bits a sample, rows from top to bottom, as a decoder left them:
 * no orientation applied, no colour management, alpha ignored but for {@link #overWhite()} and
 * {@link #argbRow}.
 *
 * <p>A picture is a view: the array given to a factory is neither copied nor changed, and must not
 * change while the picture is in use. Then it is safe for any number of threads.
 */
public sealed interface PixelImage
    permits AlphaImage, GreyImage, NearestNeighbourImage, OverWhiteImage, ReducedImage {

  /**
   * The width.
   *
   * @return pixels a row, 1 or more
   */
  int width();

  /**
   * The height.
   *
   * @return rows, 1 or more
   */
  int height();

  /**
   * By how much each side was reduced while decoding: each pixel is about the mean of as many by as
   * many.
   *
   * @return 1 if these are all pixels
   */
  default int reduction() {
    return 1;
  }

  /**
   * The width of the whole picture.
   *
   * @return {@link #width()}, or what it was before the reduction
   */
  default int fullWidth() {
    return width();
  }

  /**
   * The height of the whole picture.
   *
   * @return {@link #height()}, or what it was before the reduction
   */
  default int fullHeight() {
    return height();
  }

  /**
   * One pixel's luma: {@code 0.299 R + 0.587 G + 0.114 B} in float arithmetic, from left to right;
   * a grey picture's value as it is.
   *
   * @param x column, 0 at the left
   * @param y row, 0 at the top
   * @return 0..255, not rounded
   * @throws IndexOutOfBoundsException if it is outside the picture's array
   */
  float luma(int x, int y);

  /**
   * One pixel's colours; of a grey picture all three are its value.
   *
   * @param x column, 0 at the left
   * @param y row, 0 at the top
   * @return {@code 0x00RRGGBB}
   * @throws IndexOutOfBoundsException if it is outside the picture's array
   */
  int rgb(int x, int y);

  /**
   * Writes one row's {@linkplain #luma luma}.
   *
   * @param y row, 0 at the top
   * @param luma where to write, from index 0; at least {@link #width()} long
   * @throws IndexOutOfBoundsException if there is no such row, or the array is too short
   */
  void lumaRow(int y, float[] luma);

  /**
   * Writes one row's {@linkplain #rgb colours}.
   *
   * @param y row, 0 at the top
   * @param rgb where to write, from index 0; at least {@link #width()} long
   * @throws IndexOutOfBoundsException if there is no such row, or the array is too short
   */
  void rgbRow(int y, int[] rgb);

  /**
   * Writes one row's colours with their opacity, which is not multiplied into them. Only a picture
   * of {@link #argb(int, int, int[])} or {@link #interleaved(int, int, ByteLayout, byte[])} can say
   * that a pixel is transparent; a view of it that changes size or background cannot.
   *
   * @param y row, 0 at the top
   * @param argb where to write {@code 0xAARRGGBB}, from index 0; at least {@link #width()} long
   * @throws IndexOutOfBoundsException if there is no such row, or the array is too short
   */
  default void argbRow(int y, int[] argb) {
    rgbRow(y, argb);
    for (int x = 0; x < width(); x++) {
      argb[x] |= 0xff000000;
    }
  }

  /**
   * This picture as viewers show it where it is transparent: over a white page, each sample {@code
   * (c * a + 255 * (255 - a)) / 255}, rounded.
   *
   * @return a view of this picture; this very picture if no pixel is transparent
   */
  default PixelImage overWhite() {
    return this;
  }

  /**
   * A picture of packed pixels, {@code 0xAARRGGBB} each, rows without gaps. The alpha byte counts
   * in {@link #overWhite()} and {@link #argbRow} only.
   *
   * @param width pixels a row
   * @param height rows
   * @param pixels at least width * height values, not copied
   * @return the view
   * @throws IllegalArgumentException if a side is less than 1 or the array is too short
   */
  static PixelImage argb(int width, int height, int[] pixels) {
    return new ArgbImage(width, height, pixels);
  }

  /**
   * A picture of one byte a pixel, 0 black to 255 white.
   *
   * @param width pixels a row
   * @param height rows
   * @param rowStride bytes from one row to the next, width or more
   * @param samples the bytes, not copied
   * @return the view
   * @throws IllegalArgumentException if a side is less than 1, the stride too small or the array
   *     too short
   */
  static PixelImage grey(int width, int height, int rowStride, byte[] samples) {
    return new GreyImage(width, height, rowStride, samples);
  }

  /**
   * A picture of blue, green, red: OpenCV's order.
   *
   * @param width pixels a row
   * @param height rows
   * @param rowStride bytes from one row to the next, 3 * width or more
   * @param samples the bytes, not copied
   * @return the view
   * @throws IllegalArgumentException if a side is less than 1, the stride too small or the array
   *     too short
   */
  static PixelImage bgr(int width, int height, int rowStride, byte[] samples) {
    return interleaved(width, height, new ByteLayout(3, rowStride, 2, 1, 0), samples);
  }

  /**
   * A picture of bytes in any interleaved order.
   *
   * @param width pixels a row
   * @param height rows
   * @param layout where a pixel's red, green and blue lie
   * @param samples the bytes, not copied
   * @return the view
   * @throws IllegalArgumentException if a side is less than 1, the row stride too small or the
   *     array too short
   */
  static PixelImage interleaved(int width, int height, ByteLayout layout, byte[] samples) {
    return new InterleavedImage(width, height, layout, ByteBuffer.wrap(samples));
  }

  /**
   * A picture of bytes in any interleaved order in a buffer, direct ones included: a native
   * decoder's memory. It must stay valid as long as the view is used.
   *
   * @param width pixels a row
   * @param height rows
   * @param layout where a pixel's red, green and blue lie
   * @param samples the bytes from the buffer's position on, not copied; the buffer's position and
   *     limit may be changed afterwards
   * @return the view
   * @throws IllegalArgumentException if a side is less than 1, the row stride too small or fewer
   *     bytes remain than are needed
   */
  static PixelImage interleaved(int width, int height, ByteLayout layout, ByteBuffer samples) {
    return new InterleavedImage(width, height, layout, samples.slice());
  }

  /**
   * A picture that was reduced while decoding, as JPEG decoders can in the frequency domain.
   *
   * @param pixels the reduced pixels: as many a row as {@code fullWidth / reduction}, rounded up,
   *     and as many rows as {@code fullHeight / reduction}, rounded up
   * @param fullWidth pixels a row of the whole picture
   * @param fullHeight rows of the whole picture
   * @param reduction by how much each side was reduced, 1 or more
   * @return the view
   * @throws IllegalArgumentException if the sizes do not fit each other
   */
  static PixelImage reduced(PixelImage pixels, int fullWidth, int fullHeight, int reduction) {
    return new ReducedImage(pixels, fullWidth, fullHeight, reduction);
  }

  /**
   * This picture resized to a grid by taking the nearest sample up and to the left, {@code floor(i
   * * from / to)}, on both axes independently: aspect ratio is not kept. What CImg's default resize
   * does.
   *
   * @param newWidth pixels a row of the result
   * @param newHeight rows of the result
   * @return a view of this picture
   * @throws IllegalArgumentException if a side is less than 1
   */
  default PixelImage nearestNeighbour(int newWidth, int newHeight) {
    return new NearestNeighbourImage(this, newWidth, newHeight);
  }
}
