package org.hashmatch.index;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.hashmatch.hash.HashAlgorithm;
import org.hashmatch.hash.ImageHash;

/**
 * Hashes with the statistics of PDQ's: signs of the low frequencies of synthetic scenes (a shaded
 * ground, overlapping ellipses and rectangles of all sizes, some noise), exactly half of them set.
 * Three in ten are near duplicates of one of a few scenes, one in fifty is of a scene with nothing
 * on it.
 */
public final class RealisticHashes {

  private static final int SIDE = 64;
  private static final int FREQUENCIES = 16;
  private static final int SCENES_REPEATED = 20;
  private static final double[][] DCT = dct();

  private final long seed;
  private final SplittableRandom random;

  public RealisticHashes(long seed) {
    this.seed = seed;
    this.random = new SplittableRandom(seed);
  }

  public ImageHash next() {
    double kind = random.nextDouble();
    if (kind < 0.30) {
      return nearDuplicate();
    }
    int shapes = kind < 0.32 ? 0 : 6 + (int) (60 * square(random.nextDouble()));
    return hash(spectrum(scene(random, shapes)));
  }

  private ImageHash nearDuplicate() {
    long sceneSeed = seed + 1 + random.nextInt(SCENES_REPEATED);
    double[][] spectrum = spectrum(scene(new SplittableRandom(sceneSeed), 30));
    double strength = 0.02 + 0.5 * square(random.nextDouble());
    for (int u = 0; u < FREQUENCIES; u++) {
      for (int v = 0; v < FREQUENCIES; v++) {
        spectrum[u][v] += strength * gauss() * (8 + 120.0 / (1 + u + v));
      }
    }
    return hash(spectrum);
  }

  private double gauss() {
    double sum = 0;
    for (int i = 0; i < 4; i++) {
      sum += random.nextDouble() - 0.5;
    }
    return sum * Math.sqrt(3);
  }

  private static double[][] scene(SplittableRandom random, int shapes) {
    double[][] scene = new double[SIDE][SIDE];
    double ground = 255 * random.nextDouble();
    double slopeX = 6 * random.nextDouble() - 3;
    double slopeY = 6 * random.nextDouble() - 3;
    fill(scene, (x, y) -> ground + slopeX * x + slopeY * y);
    for (int i = 0; i < shapes; i++) {
      drawShape(scene, random);
    }
    fill(scene, (x, y) -> scene[y][x] + 8 * random.nextDouble() - 4);
    return scene;
  }

  private static void drawShape(double[][] scene, SplittableRandom random) {
    // Radii with density r^-3 between 1.5 and 40, as the sizes of things in photographs have.
    double radius = 1.5 / Math.sqrt(1 - 0.9986 * random.nextDouble());
    double aspect = 0.4 + 1.2 * random.nextDouble();
    double angle = Math.PI * random.nextDouble();
    double cos = Math.cos(angle) / radius;
    double sin = Math.sin(angle) / radius;
    double centreX = 80 * random.nextDouble() - 8;
    double centreY = 80 * random.nextDouble() - 8;
    double grey = 255 * random.nextDouble();
    boolean ellipse = random.nextBoolean();
    int reach = (int) (3 * radius);
    for (int y = Math.max(0, (int) centreY - reach); y < Math.min(SIDE, centreY + reach); y++) {
      for (int x = Math.max(0, (int) centreX - reach); x < Math.min(SIDE, centreX + reach); x++) {
        double a = Math.abs((x - centreX) * cos + (y - centreY) * sin);
        double b = Math.abs((y - centreY) * cos - (x - centreX) * sin) / aspect;
        if (ellipse ? a * a + b * b <= 1 : Math.max(a, b) <= 1) {
          scene[y][x] = grey;
        }
      }
    }
  }

  private static double[][] spectrum(double[][] scene) {
    double[][] rows = new double[FREQUENCIES][SIDE];
    double[][] spectrum = new double[FREQUENCIES][FREQUENCIES];
    fill(rows, (x, u) -> dot(DCT[u], column(scene, x)));
    fill(spectrum, (v, u) -> dot(DCT[v], rows[u]));
    return spectrum;
  }

  private static ImageHash hash(double[][] spectrum) {
    double[] values = Arrays.stream(spectrum).flatMapToDouble(Arrays::stream).toArray();
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    double median = sorted[values.length / 2 - 1];
    long[] words = new long[4];
    for (int i = 0; i < values.length; i++) {
      words[i / Long.SIZE] |= (values[i] > median ? 1L : 0L) << i;
    }
    return ImageHash.of(HashAlgorithm.PDQ, words);
  }

  private static double[][] dct() {
    double[][] dct = new double[FREQUENCIES][SIDE];
    fill(dct, (j, i) -> Math.cos(Math.PI / 128 * (i + 1) * (2 * j + 1)));
    return dct;
  }

  private interface Pixel {
    double at(int x, int y);
  }

  private static void fill(double[][] plane, Pixel pixel) {
    for (int y = 0; y < plane.length; y++) {
      for (int x = 0; x < plane[y].length; x++) {
        plane[y][x] = pixel.at(x, y);
      }
    }
  }

  private static double[] column(double[][] plane, int x) {
    double[] column = new double[plane.length];
    Arrays.setAll(column, y -> plane[y][x]);
    return column;
  }

  private static double dot(double[] a, double[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += a[i] * b[i];
    }
    return sum;
  }

  private static double square(double x) {
    return x * x;
  }
}
