package org.hashmatch.hash.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whole-number sums against the reference's steps in double, and against its own floats. */
class TentFilterTest {

  @ParameterizedTest
  @CsvSource({
    "1,1",
    "2,3",
    "5,300",
    "300,5",
    "63,64",
    "64,65",
    "127,128",
    "129,130",
    "255,257",
    "256,256",
    "384,385",
    "511,513",
    "640,480",
    "1000,37",
    "37,1000",
    "2100,1604"
  })
  void shrink_anySize_isTheExactMean(int width, int height) {
    long seed = 31L * width + height;
    byte[] samples = random(seed, 3 * width * height);
    PixelImage image = PixelImage.bgr(width, height, 3 * width, samples);

    double[][] exact = exact(image);
    float[] grid = shrink(image);
    float[] reference = new float[grid.length];
    new ReferenceTentFilter().shrink(image, reference);
    for (int i = 0; i < grid.length; i++) {
      double expected =
          exact[ReferenceTentFilter.centre(i / 64, height)][
              ReferenceTentFilter.centre(i % 64, width)];
      assertThat((double) grid[i])
          .as("seed %d, cell %d", seed, i)
          .isCloseTo(expected, within(1e-5))
          .isCloseTo(reference[i], within(0.01));
    }
  }

  @Test
  void shrink_everyLayoutOfTheSamePixels_givesTheSameFloats() {
    int width = 203;
    int height = 150;
    byte[] bgr = random(7, 3 * width * height);
    int[] argb = new int[width * height];
    byte[] rgba = new byte[(4 * width + 5) * height];
    for (int i = 0; i < argb.length; i++) {
      int at = i / width * (4 * width + 5) + i % width * 4;
      for (int band = 0; band < 3; band++) {
        argb[i] |= (bgr[3 * i + band] & 0xff) << (8 * band);
        rgba[at + 2 - band] = bgr[3 * i + band];
      }
    }
    float[] expected = shrink(PixelImage.bgr(width, height, 3 * width, bgr));

    PixelImage packed = PixelImage.argb(width, height, argb);
    assertThat(shrink(packed)).isEqualTo(expected);
    assertThat(shrink(packed.nearestNeighbour(width, height))).isEqualTo(expected);
    ByteLayout layout = new ByteLayout(4, 4 * width + 5, 0, 1, 2);
    assertThat(shrink(PixelImage.interleaved(width, height, layout, rgba))).isEqualTo(expected);
    ByteBuffer direct =
        ByteBuffer.allocateDirect(rgba.length + 3).position(3).put(rgba).position(3);
    assertThat(shrink(PixelImage.interleaved(width, height, layout, direct))).isEqualTo(expected);
    ByteBuffer heap = ByteBuffer.allocate(rgba.length + 3).position(3).put(rgba).position(3);
    assertThat(shrink(PixelImage.interleaved(width, height, layout, heap))).isEqualTo(expected);
  }

  @Test
  void shrink_greyAsColour_givesTheSameFloats() {
    int width = 131;
    byte[] grey = random(8, width * 77);
    byte[] bgr = new byte[3 * grey.length];
    for (int i = 0; i < bgr.length; i++) {
      bgr[i] = grey[i / 3];
    }

    assertThat(shrink(PixelImage.grey(width, 77, width, grey)))
        .isEqualTo(shrink(PixelImage.bgr(width, 77, 3 * width, bgr)));
  }

  /** White everywhere is the largest sum there is, and weights above a lane's capacity. */
  @ParameterizedTest
  @CsvSource({"7,65535", "65535,7", "3000,3000", "40000,300"})
  void shrink_whiteOfAnySize_staysWhite(int width, int height) {
    byte[] white = new byte[width * height];
    Arrays.fill(white, (byte) 255);
    float[] expected = new float[64 * 64];
    Arrays.fill(expected, 255);

    assertThat(shrink(PixelImage.grey(width, height, width, white)))
        .usingComparatorWithPrecision(1e-4f)
        .containsExactly(expected);
  }

  /** Samples that are means of what they stand for, of a picture with waves as short as cells. */
  @ParameterizedTest
  @CsvSource({"1024,2048,8", "1000,603,4", "515,700,2", "2051,2049,8"})
  void shrink_reducedPicture_isCloseToTheGridOfTheWhole(int width, int height, int reduction) {
    byte[] whole = new byte[width * height];
    for (int i = 0; i < whole.length; i++) {
      int row = i / width;
      double x = i % width * 64.0 / width;
      double y = row * 64.0 / height;
      whole[i] = (byte) (128 + 50 * Math.sin(x * 0.9 + 0.3 * y) + 50 * Math.cos(y * 0.8));
    }
    PixelImage pixels = means(whole, width, height, reduction);
    float[] expected = shrink(PixelImage.grey(width, height, width, whole));

    assertThat(
            largestDifference(
                expected, shrink(PixelImage.reduced(pixels, width, height, reduction))))
        .isLessThan(1.5f);
  }

  private static PixelImage means(byte[] whole, int width, int height, int reduction) {
    int columns = (width + reduction - 1) / reduction;
    int rows = (height + reduction - 1) / reduction;
    float[] sums = new float[columns * rows];
    int[] counts = new int[columns * rows];
    for (int i = 0; i < whole.length; i++) {
      int sample = i / width / reduction * columns + i % width / reduction;
      sums[sample] += whole[i] & 0xff;
      counts[sample]++;
    }
    byte[] means = new byte[columns * rows];
    for (int i = 0; i < means.length; i++) {
      means[i] = (byte) Math.round(sums[i] / counts[i]);
    }
    return PixelImage.grey(columns, rows, columns, means);
  }

  private static float largestDifference(float[] a, float[] b) {
    float largest = 0;
    for (int i = 0; i < a.length; i++) {
      largest = Math.max(largest, Math.abs(a[i] - b[i]));
    }
    return largest;
  }

  @Test
  void shrink_afterALargerPicture_isNotDisturbedByIt() {
    TentFilter filter = new TentFilter();
    float[] grid = new float[64 * 64];
    PixelImage small = PixelImage.grey(70, 90, 70, random(1, 70 * 90));
    filter.shrink(PixelImage.grey(700, 900, 700, random(2, 700 * 900)), grid);
    filter.shrink(PixelImage.argb(100, 100, new int[10_000]), grid);
    filter.shrink(small, grid);

    assertThat(grid).isEqualTo(shrink(small));
  }

  private static float[] shrink(PixelImage image) {
    float[] grid = new float[64 * 64];
    new TentFilter().shrink(image, grid);
    return grid;
  }

  private static byte[] random(long seed, int length) {
    byte[] bytes = new byte[length];
    new Random(seed).nextBytes(bytes);
    return bytes;
  }

  private static double[][] exact(PixelImage image) {
    double[][] plane = new double[image.height()][image.width()];
    for (int y = 0; y < plane.length; y++) {
      for (int x = 0; x < plane[y].length; x++) {
        int rgb = image.rgb(x, y);
        plane[y][x] = 0.299 * (rgb >> 16) + 0.587 * (rgb >> 8 & 0xff) + 0.114 * (rgb & 0xff);
      }
    }
    for (int repetition = 0; repetition < 2; repetition++) {
      plane = transposed(boxRows(transposed(boxRows(plane))));
    }
    return plane;
  }

  private static double[][] boxRows(double[][] plane) {
    return Arrays.stream(plane).map(TentFilterTest::box).toArray(double[][]::new);
  }

  /** The mean over the window's part inside the row. */
  private static double[] box(double[] in) {
    int window = ReferenceTentFilter.boxWidth(in.length);
    int half = (window + 2) / 2;
    double[] out = new double[in.length];
    for (int i = 0; i < in.length; i++) {
      int from = Math.max(0, i - (window - half));
      int to = Math.min(in.length, i + half);
      out[i] = Arrays.stream(in, from, to).sum() / (to - from);
    }
    return out;
  }

  private static double[][] transposed(double[][] plane) {
    double[][] transposed = new double[plane[0].length][plane.length];
    for (int y = 0; y < plane.length; y++) {
      for (int x = 0; x < plane[y].length; x++) {
        transposed[x][y] = plane[y][x];
      }
    }
    return transposed;
  }
}
