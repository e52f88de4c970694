package org.hashmatch.hash.image;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Equality with Pillow is shown by the conformance kit, through the hashes. */
class LanczosResamplerTest {

  private final List<int[]> rows = new ArrayList<>();
  private final LanczosResampler resampler = new LanczosResampler(this::keep);

  private void keep(int y, int[] row) {
    assertThat(y).isEqualTo(rows.size());
    rows.add(row.clone());
  }

  private List<int[]> resize(int[][] picture, int columns, int height) {
    rows.clear();
    resampler.begin(picture[0].length, picture.length, columns, height);
    for (int[] row : picture) {
      resampler.add(row);
    }
    return rows.stream().map(row -> Arrays.copyOf(row, columns)).toList();
  }

  @ParameterizedTest
  @CsvSource({"1,1,8,8", "1,300,9,8", "300,1,8,9", "64,64,32,32", "1000,37,64,64", "7,5,300,200"})
  void add_flatPicture_staysFlatInEverySize(int width, int height, int columns, int newRows) {
    for (int grey : new int[] {0, 1, 128, 255}) {
      int[][] picture = new int[height][width];
      Arrays.stream(picture).forEach(row -> Arrays.fill(row, grey));
      List<int[]> resized = resize(picture, columns, newRows);

      assertThat(resized).hasSize(newRows);
      assertThat(resized).allSatisfy(row -> assertThat(row).containsOnly(grey));
    }
  }

  @Test
  void add_sameSize_changesNothing() {
    int[][] picture = noise(33, 17);

    assertThat(resize(picture, 33, 17)).containsExactly(picture);
  }

  /** Pillow's result; the lobes lead above white and below black, where they are cut. */
  @Test
  void add_anEdge_overshootsAndIsCut() {
    assertThat(resize(new int[][] {{0, 0, 0, 255, 255, 255}}, 12, 1).get(0))
        .containsExactly(0, 2, 7, 0, 0, 54, 201, 255, 255, 248, 253, 255);
    assertThat(resize(new int[][] {{50, 50, 50, 200, 200, 200, 50, 50, 50}}, 4, 1).get(0))
        .containsExactly(37, 159, 159, 37);
  }

  @Test
  void add_secondPictureAfterALargerOne_isAsByANewResampler() {
    int[][] small = noise(40, 30);
    List<int[]> fresh = resize(small, 9, 8);
    resize(noise(500, 400), 64, 64);

    assertThat(resize(small, 9, 8)).containsExactly(fresh.toArray(new int[0][]));
  }

  @Test
  void bytes_sameSizesAgain_doNotGrow() {
    resize(noise(500, 400), 64, 64);
    long bytes = resampler.bytes();
    resize(noise(500, 400), 64, 64);
    resize(noise(100, 80), 32, 32);

    assertThat(resampler.bytes()).isEqualTo(bytes);
  }

  private static int[][] noise(int width, int height) {
    Random random = new Random(31L * width + height);
    int[][] picture = new int[height][];
    Arrays.setAll(picture, y -> random.ints(width, 0, 256).toArray());
    return picture;
  }
}
