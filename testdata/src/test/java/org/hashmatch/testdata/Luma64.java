package org.hashmatch.testdata;

import java.util.Arrays;
import java.util.BitSet;

/** A picture's brightness averaged into 64 by 64 boxes, 0..255: what PDQ looks at, nearly. */
public final class Luma64 {

  private static final int SIDE = 64;
  private static final int WAVES = 16;

  private final double[][] rows = new double[SIDE][SIDE];

  public Luma64(int width, int height, int[] rgb) {
    int[][] counts = new int[SIDE][SIDE];
    for (int i = 0; i < rgb.length; i++) {
      int row = i / width * SIDE / height;
      int column = i % width * SIDE / width;
      rows[row][column] += luma(rgb[i]);
      counts[row][column]++;
    }
    for (int i = 0; i < SIDE * SIDE; i++) {
      rows[i / SIDE][i % SIDE] /= Math.max(1, counts[i / SIDE][i % SIDE]);
    }
  }

  private static double luma(int rgb) {
    return 0.299 * ((rgb >> 16) & 255) + 0.587 * ((rgb >> 8) & 255) + 0.114 * (rgb & 255);
  }

  /** PDQ's quality, not cut at 100. */
  public int quality() {
    int sum = 0;
    for (int i = 0; i < SIDE; i++) {
      for (int k = 1; k < SIDE; k++) {
        sum += percent(rows[i][k] - rows[i][k - 1]) + percent(rows[k][i] - rows[k - 1][i]);
      }
    }
    return sum / 90;
  }

  private static int percent(double difference) {
    return Math.abs((int) (difference * 100 / 255));
  }

  /** PDQ's idea of a hash, by the textbook: which of 16 by 16 slow waves exceed the median. */
  public BitSet fingerprint() {
    double[] waves = new double[WAVES * WAVES];
    for (int i = 0; i < waves.length; i++) {
      waves[i] = wave(1 + i / WAVES, 1 + i % WAVES);
    }
    double[] sorted = waves.clone();
    Arrays.sort(sorted);
    BitSet bits = new BitSet();
    for (int i = 0; i < waves.length; i++) {
      bits.set(i, waves[i] > sorted[waves.length / 2 - 1]);
    }
    return bits;
  }

  private double wave(int down, int across) {
    double sum = 0;
    for (int y = 0; y < SIDE; y++) {
      double line = 0;
      for (int x = 0; x < SIDE; x++) {
        line += rows[y][x] * cosine(across, x);
      }
      sum += line * cosine(down, y);
    }
    return sum;
  }

  private static double cosine(int frequency, int place) {
    return COSINES[frequency * (2 * place + 1) % (4 * SIDE)];
  }

  private static final double[] COSINES = cosines();

  private static double[] cosines() {
    double[] cosines = new double[4 * SIDE];
    for (int i = 0; i < cosines.length; i++) {
      cosines[i] = Math.cos(Math.PI * i / (2 * SIDE));
    }
    return cosines;
  }
}
