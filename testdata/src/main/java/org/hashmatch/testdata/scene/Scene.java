package org.hashmatch.testdata.scene;

import java.util.stream.IntStream;

/**
 * A picture that can be drawn at any size: a kind of scene, laid out by a seed.
 *
 * <p>The same scene, width and height give the same pixels on every JVM. Scenes of different kinds
 * or seeds are pictures apart, each rich enough in features for a PDQ quality of 100. Two sizes of
 * one shape show the same thing; a wider shape shows more of it to the right.
 *
 * <p>Safe for threads. Drawing costs one to three microseconds a pixel, shared by all processors.
 *
 * @param kind what it shows
 * @param seed how it is laid out; any number
 */
public record Scene(SceneKind kind, long seed) {

  private static final int MOST_PIXELS = 1 << 26;

  /** How strong the grain of the film is; the fine noise that every photograph has. */
  private static final double GRAIN = 0.02;

  /** Where a pixel is sampled, from its corner: four places that share no row and no column. */
  private static final double[][] SAMPLES = {
    {0.375, 0.125}, {0.875, 0.375}, {0.125, 0.625}, {0.625, 0.875}
  };

  /**
   * A scene.
   *
   * @param kind what it shows
   * @param seed how it is laid out; any number
   * @return the scene
   */
  public static Scene of(SceneKind kind, long seed) {
    return new Scene(kind, seed);
  }

  /**
   * Draws the scene.
   *
   * @param width in pixels, at most 1.8 times the height
   * @param height in pixels
   * @return the pixels, rows from the top, each from the left, as 0xFFRRGGBB
   * @throws IllegalArgumentException if a side is less than 1, the picture is wider than 1.8 times
   *     its height, or there are more than 2^26 pixels
   */
  public int[] draw(int width, int height) {
    checkSize(width, height);
    Painter painter = kind.lay(seed);
    Noise grain = new Noise(seed);
    int[] argb = new int[width * height];
    IntStream pixels = IntStream.range(0, argb.length).parallel();
    pixels.forEach(i -> argb[i] = pixel(painter, grain, i % width, i / width, height));
    return argb;
  }

  private static int pixel(Painter painter, Noise grain, int x, int y, int height) {
    return sample(painter, x, y, height).plus(GRAIN * (grain.cell(x, y) - 0.5)).argb();
  }

  private static Rgb sample(Painter painter, int x, int y, int height) {
    Rgb sum = Rgb.BLACK;
    for (double[] sample : SAMPLES) {
      sum = sum.plus(painter.colour((x + sample[0]) / height, (y + sample[1]) / height));
    }
    return sum.times(1.0 / SAMPLES.length);
  }

  private static void checkSize(int width, int height) {
    if (width < 1 || height < 1 || (long) width * height > MOST_PIXELS) {
      throw new IllegalArgumentException(
          "size must be 1x1 to " + MOST_PIXELS + " pixels (got " + width + "x" + height + ")");
    }
    if (width > Painter.WIDTH * height) {
      throw new IllegalArgumentException(
          "width must be at most 1.8 times the height (got " + width + "x" + height + ")");
    }
  }
}
