package org.hashmatch.hash.image;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.hashmatch.testdata.ConformanceKit;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The pipeline against the reference's steps, written plainly over whole planes: equal to the last
 * bit.
 */
class ReferenceTentFilterTest {

  @ParameterizedTest
  @CsvSource({
    "1,1",
    "5,5",
    "5,300",
    "300,5",
    "63,64",
    "64,65",
    "127,128",
    "128,127",
    "129,129",
    "255,257",
    "256,256",
    "384,385",
    "511,513",
    "640,480",
    "1000,37",
    "37,1000",
    "1600,1004"
  })
  void shrink_anySize_equalsThePlainForm(int width, int height) {
    long seed = 31L * width + height;
    byte[] samples = new byte[3 * width * height];
    new Random(seed).nextBytes(samples);
    PixelImage image = PixelImage.bgr(width, height, 3 * width, samples);

    float[] shrunk = new float[64 * 64];
    new ReferenceTentFilter().shrink(image, shrunk);
    float[][] plain = boxed(image, 4);

    for (int row = 0; row < 64; row++) {
      for (int column = 0; column < 64; column++) {
        int y = (int) ((row + 0.5) * height / 64);
        int x = (int) ((column + 0.5) * width / 64);
        assertThat(shrunk[row * 64 + column])
            .as("seed %d, cell %d,%d", seed, row, column)
            .isEqualTo(plain[y][x]);
      }
    }
  }

  @ParameterizedTest
  @CsvSource({
    "luma, 0", "box1, 1", "box2, 2", "box3, 3", "box4, 4",
  })
  void plainForm_boxesOfTheKit_areEqual(String step, int boxes) {
    for (String file : List.of("lake-255x257.pgm", "forest-384x385.ppm")) {
      float[][] plane = boxed(KitImage.of(file), boxes);

      assertThat(ConformanceKit.rows("pdq-steps.csv"))
          .filteredOn(row -> row.of("file").equals(file) && row.of("step").equals(step))
          .hasSize(9)
          .allSatisfy(
              row -> assertThat(at(plane, row)).isEqualTo(Float.parseFloat(row.of("value"))));
    }
  }

  private static float at(float[][] plane, ConformanceKit.Row row) {
    return plane[Integer.parseInt(row.of("row"))][Integer.parseInt(row.of("column"))];
  }

  private static float[][] luma(PixelImage image) {
    float[][] plane = new float[image.height()][image.width()];
    for (int y = 0; y < image.height(); y++) {
      image.lumaRow(y, plane[y]);
    }
    return plane;
  }

  /** The first so many boxes: along rows, columns, rows, columns. */
  private static float[][] boxed(PixelImage image, int boxes) {
    float[][] plane = luma(image);
    for (int box = 0; box < boxes; box++) {
      boxRows(plane);
      plane = transposed(plane);
    }
    return boxes % 2 == 0 ? plane : transposed(plane);
  }

  private static void boxRows(float[][] plane) {
    for (float[] row : plane) {
      System.arraycopy(box(row, (row.length + 127) / 128), 0, row, 0, row.length);
    }
  }

  /** The reference's four phases, one after the other. */
  private static float[] box(float[] in, int window) {
    float[] out = new float[in.length];
    int half = (window + 2) / 2;
    int left = 0;
    int right = 0;
    int to = 0;
    float sum = 0;
    int count = 0;
    for (int i = 0; i < half - 1; i++) {
      sum += in[right++];
      count++;
    }
    for (int i = 0; i < window - half + 1; i++) {
      sum += in[right++];
      count++;
      out[to++] = sum / count;
    }
    for (int i = 0; i < in.length - window; i++) {
      sum += in[right++];
      sum -= in[left++];
      out[to++] = sum / count;
    }
    for (int i = 0; i < half - 1; i++) {
      sum -= in[left++];
      count--;
      out[to++] = sum / count;
    }
    return out;
  }

  private static float[][] transposed(float[][] plane) {
    float[][] transposed = new float[plane[0].length][plane.length];
    for (int y = 0; y < plane.length; y++) {
      for (int x = 0; x < plane[y].length; x++) {
        transposed[x][y] = plane[y][x];
      }
    }
    return transposed;
  }
}
