package org.hashmatch.testdata.draw;

import org.hashmatch.testdata.scene.Scene;

/** Pixels, and the edits that people make to pictures before they upload them again. */
final class Picture {

  /** The steps of the web-safe palette: six levels of each colour, 216 colours. */
  static final int PALETTE_STEP = 51;

  private static final int[] THRESHOLDS = {0, 8, 2, 10, 12, 4, 14, 6, 3, 11, 1, 9, 15, 7, 13, 5};

  private final int width;
  private final int height;
  private final int[] argb;

  private Picture(int width, int height, int[] argb) {
    this.width = width;
    this.height = height;
    this.argb = argb;
  }

  /** What colour a place has. */
  @FunctionalInterface
  interface Pixels {
    int at(int x, int y);
  }

  static Picture of(Scene scene, int width, int height) {
    return new Picture(width, height, scene.draw(width, height));
  }

  static Picture flat(int width, int height, int rgb) {
    return of(width, height, (x, y) -> 0xff000000 | rgb);
  }

  /** Asked for its pixels row by row, each from the left. */
  static Picture of(int width, int height, Pixels pixels) {
    int[] argb = new int[width * height];
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        argb[y * width + x] = pixels.at(x, y);
      }
    }
    return new Picture(width, height, argb);
  }

  int width() {
    return width;
  }

  int height() {
    return height;
  }

  int at(int x, int y) {
    return argb[y * width + x];
  }

  /** One colour of a pixel, 0..255: 0 for red, 1 for green, 2 for blue. */
  int channel(int x, int y, int index) {
    return (at(x, y) >> (16 - 8 * index)) & 255;
  }

  Picture mirrored() {
    return of(width, height, (x, y) -> at(width - 1 - x, y));
  }

  /** Turned by quarters, clockwise. */
  Picture turned(int quarters) {
    Picture turned = this;
    for (int i = 0; i < quarters; i++) {
      turned = turned.transposed().mirrored();
    }
    return turned;
  }

  private Picture transposed() {
    return of(height, width, (x, y) -> at(y, x));
  }

  Picture grey() {
    return of(width, height, (x, y) -> rgb(luma(x, y), luma(x, y), luma(x, y)));
  }

  private int luma(int x, int y) {
    return (299 * channel(x, y, 0) + 587 * channel(x, y, 1) + 114 * channel(x, y, 2) + 500) / 1000;
  }

  /** Brought down to the 216 colours of the web-safe palette by ordered dithering. */
  Picture dithered() {
    return of(width, height, (x, y) -> rgb(step(x, y, 0), step(x, y, 1), step(x, y, 2)));
  }

  private int step(int x, int y, int index) {
    double threshold = (THRESHOLDS[(y & 3) * 4 + (x & 3)] + 0.5) / 16;
    return PALETTE_STEP * (int) (channel(x, y, index) / (double) PALETTE_STEP + threshold);
  }

  /** Resampled by a triangle as wide as a pixel of the coarser side: bilinear when enlarged. */
  Picture resized(int newWidth, int newHeight) {
    return across(newWidth).transposed().across(newHeight).transposed();
  }

  private Picture across(int newWidth) {
    double scale = (double) width / newWidth;
    double reach = Math.max(1, scale);
    return of(newWidth, height, (x, y) -> weighted((x + 0.5) * scale - 0.5, y, reach));
  }

  private int weighted(double middle, int y, double reach) {
    double[] sum = new double[3];
    double weights = 0;
    for (int x = (int) Math.ceil(middle - reach); x <= middle + reach; x++) {
      double weight = 1 - Math.abs(x - middle) / reach;
      weights += weight;
      for (int i = 0; i < 3; i++) {
        sum[i] += weight * channel(Math.max(0, Math.min(width - 1, x)), y, i);
      }
    }
    return rgb(rounded(sum[0] / weights), rounded(sum[1] / weights), rounded(sum[2] / weights));
  }

  private static int rounded(double value) {
    return (int) (value + 0.5);
  }

  private static int rgb(int red, int green, int blue) {
    return 0xff000000 | (red << 16) | (green << 8) | blue;
  }
}
