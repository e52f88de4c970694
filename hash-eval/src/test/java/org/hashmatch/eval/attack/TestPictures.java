package org.hashmatch.eval.attack;

import java.util.Random;
import java.util.function.IntBinaryOperator;

/** Pictures on which one can see what an edit did. */
final class TestPictures {

  static final int WIDTH = 256;
  static final int HEIGHT = 192;

  /** What red is in {@link #markers()} and in {@link #negative()}. */
  static final int RED = 77;

  private TestPictures() {}

  /** Blue is the column, green the row: each pixel says where it comes from. */
  static Picture markers() {
    return drawn(WIDTH, HEIGHT, (x, y) -> RED << 16 | y << 8 | x);
  }

  /** Each sample 255 less what it is in the markers. */
  static Picture negative() {
    return drawn(WIDTH, HEIGHT, (x, y) -> ~(RED << 16 | y << 8 | x) & 0xffffff);
  }

  static Picture noise() {
    Random random = new Random(1);
    return drawn(WIDTH, HEIGHT, (x, y) -> random.nextInt(1 << 24));
  }

  static Picture flat(int width, int height, int rgb) {
    return drawn(width, height, (x, y) -> rgb);
  }

  static Picture grey(int width, int height, IntBinaryOperator value) {
    return drawn(width, height, (x, y) -> 0x010101 * value.applyAsInt(x, y));
  }

  static Picture drawn(int width, int height, IntBinaryOperator rgb) {
    byte[] samples = new byte[3 * width * height];
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        int colour = rgb.applyAsInt(x, y);
        for (int channel = 0; channel < 3; channel++) {
          samples[3 * (y * width + x) + channel] = (byte) (colour >> (8 * channel));
        }
      }
    }
    return Picture.bgr(width, height, samples);
  }

  static int blue(Picture picture, int x, int y) {
    return picture.pixels().rgb(x, y) & 0xff;
  }

  static int green(Picture picture, int x, int y) {
    return picture.pixels().rgb(x, y) >> 8 & 0xff;
  }

  static int red(Picture picture, int x, int y) {
    return picture.pixels().rgb(x, y) >> 16;
  }
}
