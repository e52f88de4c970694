package org.hashmatch.hash.decode;

import java.util.Arrays;
import org.hashmatch.hash.image.PixelImage;

/**
 * What an animation shows: frames drawn one over the other, by the rules that GIF, APNG and WebP
 * share. Transparent black where nothing was drawn. Whatever of a frame lies outside is not drawn.
 *
 * <p>Holds an int a pixel, and as much again of the rectangle of a frame that is to be taken away
 * without a trace.
 */
final class Canvas {

  private static final int OPAQUE = 0xff;

  private final int width;
  private final int height;
  private final int[] pixels;
  private int[] saved = {};
  private Frame frame = Frame.UNREADABLE;
  private int left;
  private int top;
  private int right;
  private int bottom;
  private boolean seenThrough;

  Canvas(int width, int height) {
    this.width = width;
    this.height = height;
    pixels = new int[Math.multiplyExact(width, height)];
  }

  /** Takes the frame before away as it wants to be, and begins with the next. */
  void begin(Frame next) {
    dispose();
    frame = next;
    left = Math.min(width, next.x());
    top = Math.min(height, next.y());
    right = Math.min(width, next.x() + next.width());
    bottom = Math.min(height, next.y() + next.height());
    seenThrough = right - left < width || bottom - top < height;
    if (next.disposal() == Frame.Disposal.RESTORE) {
      save();
    }
  }

  private void dispose() {
    switch (frame.disposal()) {
      case KEEP -> {}
      case CLEAR -> clear();
      case RESTORE -> restore();
    }
  }

  private void clear() {
    for (int y = top; y < bottom; y++) {
      Arrays.fill(pixels, y * width + left, y * width + right, 0);
    }
  }

  private void save() {
    int length = right - left;
    int needed = length * (bottom - top);
    if (saved.length < needed) {
      saved = new int[needed];
    }
    for (int y = top; y < bottom; y++) {
      System.arraycopy(pixels, y * width + left, saved, (y - top) * length, length);
    }
  }

  private void restore() {
    int length = right - left;
    for (int y = top; y < bottom; y++) {
      System.arraycopy(saved, (y - top) * length, pixels, y * width + left, length);
    }
  }

  /**
   * Draws one row of the frame.
   *
   * @param row row of the frame, 0 at its top
   * @param argb {@code 0xAARRGGBB}, from the frame's left column on
   * @param count how many of them there are
   */
  void drawRow(int row, int[] argb, int count) {
    int y = frame.y() + row;
    int end = Math.min(right, left + count);
    if (y >= bottom) {
      return;
    }
    int start = y * width;
    if (frame.blended()) {
      seenThrough |= blend(argb, pixels, start + left, start + end);
    } else if (end > left) {
      System.arraycopy(argb, 0, pixels, start + left, end - left);
    }
  }

  private static boolean blend(int[] argb, int[] pixels, int from, int to) {
    int opaque = OPAQUE;
    for (int i = from; i < to; i++) {
      int pixel = argb[i - from];
      opaque &= pixel >>> 24;
      pixels[i] = over(pixel, pixels[i]);
    }
    return opaque != OPAQUE;
  }

  /**
   * A pixel over another, alpha not multiplied into the colours: the formula of the PNG and the
   * WebP specification, in whole numbers, rounded.
   */
  static int over(int pixel, int below) {
    int alpha = pixel >>> 24;
    int alphaBelow = below >>> 24;
    if (alpha == OPAQUE || (alphaBelow == 0 && alpha != 0)) {
      return pixel;
    }
    if (alpha == 0) {
      return below;
    }
    int weight = alpha * OPAQUE;
    int weightBelow = alphaBelow * (OPAQUE - alpha);
    if (alphaBelow == OPAQUE) {
      return mixed(pixel, weight, below, weightBelow, OPAQUE * OPAQUE);
    }
    return mixed(pixel, weight, below, weightBelow, weight + weightBelow);
  }

  /** Inlined where the sum is a constant, by which it divides several times as fast. */
  private static int mixed(int pixel, int weight, int below, int weightBelow, int sum) {
    int result = ((sum + OPAQUE / 2) / OPAQUE) << 24;
    for (int shift = 0; shift < 24; shift += 8) {
      int sample = ((pixel >> shift) & 0xff) * weight + ((below >> shift) & 0xff) * weightBelow;
      result |= ((sample + sum / 2) / sum) << shift;
    }
    return result;
  }

  /** Whether anything drawn before the frame may be seen beside it or through it. */
  boolean isSeenThrough() {
    return seenThrough;
  }

  /** The pixels; they change when the next frame is drawn. */
  PixelImage pixels() {
    return PixelImage.argb(width, height, pixels);
  }
}
