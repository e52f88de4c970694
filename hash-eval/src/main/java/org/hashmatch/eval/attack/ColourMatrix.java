package org.hashmatch.eval.attack;

/**
 * Each channel as a weighted sum of all three, in whole numbers: OpenCV's own transform is float
 * arithmetic, which processors may round differently.
 */
final class ColourMatrix {

  static final ColourMatrix SEPIA =
      new ColourMatrix(.131, .534, .272, .168, .686, .349, .189, .769, .393);
  static final ColourMatrix WARM = new ColourMatrix(.88, 0, 0, 0, 1, 0, 0, 0, 1.08);

  private static final double[] LUMA = {.114, .587, .299};

  private final int[] weights = new int[Picture.CHANNELS * Picture.CHANNELS];

  /** Rows give blue, green, red; columns weigh blue, green, red. */
  private ColourMatrix(double... rows) {
    for (int i = 0; i < weights.length; i++) {
      weights[i] = (int) Math.round(Fixed.ONE * rows[i]);
    }
  }

  /** Differences from luma multiplied. */
  static ColourMatrix saturation(double factor) {
    double[] rows = new double[Picture.CHANNELS * Picture.CHANNELS];
    for (int i = 0; i < rows.length; i++) {
      boolean itself = i % (Picture.CHANNELS + 1) == 0;
      rows[i] = (1 - factor) * LUMA[i % Picture.CHANNELS] + (itself ? factor : 0);
    }
    return new ColourMatrix(rows);
  }

  Picture apply(Picture picture) {
    byte[] from = picture.samples();
    return picture.mapped(
        (at, sample) -> {
          int channel = at % Picture.CHANNELS;
          int pixel = at - channel;
          int row = Picture.CHANNELS * channel;
          return Fixed.round(
              weights[row] * (from[pixel] & 0xff)
                  + weights[row + 1] * (from[pixel + 1] & 0xff)
                  + weights[row + 2] * (from[pixel + 2] & 0xff));
        });
  }
}
