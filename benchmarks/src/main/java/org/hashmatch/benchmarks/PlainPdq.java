package org.hashmatch.benchmarks;

import org.hashmatch.hash.HashAlgorithm;
import org.hashmatch.hash.ImageHash;
import org.hashmatch.hash.Quality;

/**
 * PDQ step by step over whole planes, as its reference is written: the baseline of {@link
 * PdqHashBenchmark}.
 *
 * <p>A port of ThreatExchange, {@code pdq/cpp} at commit baefb4ed, that keeps its loops: all luma,
 * then rows, columns, rows and columns filtered one after the other with running sums, then one
 * sample for each cell. It takes eight bytes a pixel and makes one hash; {@code PdqHasher} makes
 * eight. The test beside this class compares both, bit for bit.
 */
final class PlainPdq {

  private static final int GRID = 64;
  private static final int SIZE = 16;
  private static final int MIN_SIDE = 5;

  /** Two boxes after each other weigh like a tent. */
  private static final int REPETITIONS = 2;

  private static final float[][] COSINES = cosines();

  /** The hash of the picture as it lies, and its quality. */
  record Result(ImageHash hash, Quality quality) {}

  private PlainPdq() {}

  /** Hashes packed pixels, {@code 0xAARRGGBB} each, rows without gaps. */
  static Result hash(int width, int height, int[] argb) {
    if (width < MIN_SIDE || height < MIN_SIDE) {
      return new Result(ImageHash.of(HashAlgorithm.PDQ, new long[4]), Quality.NONE);
    }
    float[] luma = luma(argb);
    if (width != GRID || height != GRID) {
      filter(luma, width, height);
    }
    float[][] grid = decimate(luma, width, height);
    return new Result(
        ImageHash.of(HashAlgorithm.PDQ, bits(transform(grid))), new Quality(quality(grid)));
  }

  private static float[] luma(int[] argb) {
    float[] luma = new float[argb.length];
    for (int i = 0; i < argb.length; i++) {
      int pixel = argb[i];
      luma[i] =
          0.299f * (pixel >> 16 & 0xff) + 0.587f * (pixel >> 8 & 0xff) + 0.114f * (pixel & 0xff);
    }
    return luma;
  }

  private static void filter(float[] plane, int width, int height) {
    float[] other = new float[plane.length];
    for (int repetition = 0; repetition < REPETITIONS; repetition++) {
      for (int row = 0; row < height; row++) {
        box(plane, other, row * width, width, 1, boxWidth(width));
      }
      for (int column = 0; column < width; column++) {
        box(other, plane, column, height, width, boxWidth(height));
      }
    }
  }

  private static int boxWidth(int samples) {
    return (samples + 127) / 128;
  }

  /** The moving average of {@code samples} values that begin at {@code start}. */
  private static void box(float[] in, float[] out, int start, int samples, int stride, int width) {
    int lead = (width + 2) / 2 - 1;
    int left = start;
    int right = start;
    int to = start;
    float sum = 0;
    for (int i = 0; i < lead; i++) {
      sum += in[right];
      right += stride;
    }
    for (int i = lead; i < width; i++) {
      sum += in[right];
      out[to] = sum / (i + 1);
      right += stride;
      to += stride;
    }
    for (int i = width; i < samples; i++) {
      sum += in[right];
      sum -= in[left];
      out[to] = sum / width;
      left += stride;
      right += stride;
      to += stride;
    }
    for (int i = 0; i < lead; i++) {
      sum -= in[left];
      out[to] = sum / (width - 1 - i);
      left += stride;
      to += stride;
    }
  }

  private static float[][] decimate(float[] plane, int width, int height) {
    float[][] grid = new float[GRID][GRID];
    for (int i = 0; i < GRID; i++) {
      int row = (int) ((i + 0.5) * height / GRID);
      for (int j = 0; j < GRID; j++) {
        int column = (int) ((j + 0.5) * width / GRID);
        grid[i][j] = plane[row * width + column];
      }
    }
    return grid;
  }

  private static int quality(float[][] grid) {
    int sum = 0;
    for (int i = 0; i < GRID - 1; i++) {
      for (int j = 0; j < GRID; j++) {
        sum += Math.abs((int) ((grid[i][j] - grid[i + 1][j]) * 100 / 255));
      }
    }
    for (int i = 0; i < GRID; i++) {
      for (int j = 0; j < GRID - 1; j++) {
        sum += Math.abs((int) ((grid[i][j] - grid[i][j + 1]) * 100 / 255));
      }
    }
    return Math.min(100, sum / 90);
  }

  /** Columns, then rows, each a product of matrices. */
  private static float[] transform(float[][] grid) {
    float[][] half = new float[SIZE][GRID];
    for (int i = 0; i < SIZE; i++) {
      for (int j = 0; j < GRID; j++) {
        float sum = 0;
        for (int k = 0; k < GRID; k++) {
          sum += COSINES[i][k] * grid[k][j];
        }
        half[i][j] = sum;
      }
    }
    float[] coefficients = new float[SIZE * SIZE];
    for (int i = 0; i < SIZE; i++) {
      for (int j = 0; j < SIZE; j++) {
        float sum = 0;
        for (int k = 0; k < GRID; k++) {
          sum += half[i][k] * COSINES[j][k];
        }
        coefficients[i * SIZE + j] = sum;
      }
    }
    return coefficients;
  }

  private static float[][] cosines() {
    float scale = (float) Math.sqrt(2.0 / GRID);
    float[][] cosines = new float[SIZE][GRID];
    for (int i = 0; i < SIZE; i++) {
      for (int j = 0; j < GRID; j++) {
        cosines[i][j] = (float) (scale * Math.cos(Math.PI / 2 / GRID * (i + 1) * (2 * j + 1)));
      }
    }
    return cosines;
  }

  private static long[] bits(float[] coefficients) {
    float median = median(coefficients);
    long[] words = new long[coefficients.length / Long.SIZE];
    for (int k = 0; k < coefficients.length; k++) {
      if (coefficients[k] > median) {
        words[k / Long.SIZE] |= 1L << k;
      }
    }
    return words;
  }

  /**
   * Torben Mogensen's median, which neither sorts nor copies: narrows a range of values until half
   * of them lie on each side. The lower of the two middle values.
   */
  private static float median(float[] values) {
    float low = values[0];
    float high = values[0];
    for (float value : values) {
      low = Math.min(low, value);
      high = Math.max(high, value);
    }
    int half = (values.length + 1) / 2;
    while (true) {
      Split split = Split.at((low + high) / 2, values);
      if (split.less > half) {
        high = split.greatestBelow;
      } else if (split.greater > half) {
        low = split.leastAbove;
      } else {
        return split.middle(half);
      }
    }
  }

  /** How many values lie on each side of a guess, and those that lie closest to it. */
  private record Split(
      float guess, int less, int equal, int greater, float greatestBelow, float leastAbove) {

    static Split at(float guess, float[] values) {
      int less = 0;
      int greater = 0;
      float greatestBelow = Float.NEGATIVE_INFINITY;
      float leastAbove = Float.POSITIVE_INFINITY;
      for (float value : values) {
        if (value < guess) {
          less++;
          greatestBelow = Math.max(greatestBelow, value);
        } else if (value > guess) {
          greater++;
          leastAbove = Math.min(leastAbove, value);
        }
      }
      int equal = values.length - less - greater;
      return new Split(guess, less, equal, greater, greatestBelow, leastAbove);
    }

    float middle(int half) {
      if (less >= half) {
        return greatestBelow;
      }
      return less + equal >= half ? guess : leastAbove;
    }
  }
}
