package org.hashmatch.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.hashmatch.hash.HashedImage;
import org.hashmatch.hash.algorithm.PdqHasher;
import org.hashmatch.hash.image.PixelImage;
import org.hashmatch.testdata.scene.Scene;
import org.hashmatch.testdata.scene.SceneKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The baseline does the same work: without that, a ratio to it would say nothing. */
class PlainPdqTest {

  @ParameterizedTest
  @EnumSource(SceneKind.class)
  void hash_ofEveryScene_equalsTheHashers(SceneKind kind) {
    assertEqual(320, 240, Scene.of(kind, 2).draw(320, 240));
  }

  @ParameterizedTest
  @CsvSource({
    "64, 64",
    "63, 65",
    "65, 63",
    "128, 128",
    "129, 257",
    "300, 200",
    "512, 512",
    "333, 777",
    "1024, 768"
  })
  void hash_ofAnySize_equalsTheHashers(int width, int height) {
    assertEqual(width, height, Scene.of(SceneKind.VALLEY, 1).draw(width, height));
  }

  @ParameterizedTest
  @CsvSource({"1, 1", "4, 4", "4, 700", "700, 4", "5, 5", "5, 131", "1500, 7"})
  void hash_ofTinyAndNarrowNoise_equalsTheHashers(int width, int height) {
    assertEqual(width, height, noise(width, height));
  }

  @Test
  void hash_ofFlatPictures_equalsTheHashers() {
    Stream.of(0, 0xff808080, 0xffffffff)
        .forEach(
            colour -> {
              int[] flat = new int[200 * 150];
              Arrays.fill(flat, colour);
              assertEqual(200, 150, flat);
            });
  }

  private static int[] noise(int width, int height) {
    return new SplittableRandom(7).ints((long) width * height).toArray();
  }

  private static void assertEqual(int width, int height, int[] argb) {
    PlainPdq.Result plain = PlainPdq.hash(width, height, argb);
    HashedImage hashed = PdqHasher.full().hash(PixelImage.argb(width, height, argb));
    assertThat(plain.hash().toHex())
        .as("%dx%d", width, height)
        .isEqualTo(hashed.untrusted().original().toHex());
    assertThat(plain.quality()).isEqualTo(hashed.quality());
  }
}
