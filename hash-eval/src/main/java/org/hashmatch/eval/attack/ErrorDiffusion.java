package org.hashmatch.eval.attack;

/** Floyd and Steinberg's dithering of a grey picture, row by row from the left. */
final class ErrorDiffusion {

  private final Picture grey;
  private final byte[] dithered;

  /** Errors in 1/16, with a column to spare at both ends. */
  private int[] errors;

  private int[] below;

  ErrorDiffusion(Picture grey) {
    this.grey = grey;
    this.dithered = new byte[grey.samples().length];
    this.errors = new int[grey.width() + 2];
    this.below = new int[grey.width() + 2];
  }

  Picture dithered() {
    for (int y = 0; y < grey.height(); y++) {
      for (int x = 0; x < grey.width(); x++) {
        pixel(x, y);
      }
      errors = below;
      below = new int[errors.length];
    }
    return new Picture(grey.width(), grey.height(), dithered);
  }

  private void pixel(int x, int y) {
    int at = Picture.CHANNELS * (y * grey.width() + x);
    int wanted = (grey.samples()[at] & 0xff) + (errors[x + 1] >> 4);
    boolean white = wanted >= 128;
    int error = wanted - (white ? 255 : 0);
    errors[x + 2] += 7 * error;
    below[x] += 3 * error;
    below[x + 1] += 5 * error;
    below[x + 2] += error;
    for (int channel = 0; channel < Picture.CHANNELS; channel++) {
      dithered[at + channel] = (byte) (white ? 255 : 0);
    }
  }
}
