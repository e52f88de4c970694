package org.hashmatch.testdata.scene;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.zip.CRC32;
import org.hashmatch.testdata.Luma64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class SceneTest {

  private static final int WIDTH = 96;
  private static final int HEIGHT = 72;

  @ParameterizedTest
  @CsvSource({
    "VALLEY, 127725693",
    "LAKE, 3515599722",
    "BEACH, 2240154358",
    "FOREST, 409267210",
    "LEAVES, 349326388",
    "WALL, 3924208583",
    "FACADE, 2797618988",
    "SKYLINE, 866266779",
    "SHELF, 2178432847",
    "STILL_LIFE, 45319443"
  })
  void draw_anyJvm_givesThesePixels(SceneKind kind, long checksum) {
    assertThat(checksum(Scene.of(kind, 42).draw(WIDTH, HEIGHT))).isEqualTo(checksum);
  }

  @ParameterizedTest
  @EnumSource
  void draw_anySeed_isRichInFeatures(SceneKind kind) {
    for (long seed = 100; seed < 104; seed++) {
      assertThat(luma(Scene.of(kind, seed)).quality()).as("seed %d", seed).isGreaterThan(130);
    }
  }

  @Test
  void draw_twoScenes_areFarApart() {
    List<Scene> scenes = new ArrayList<>();
    for (SceneKind kind : SceneKind.values()) {
      for (long seed = 200; seed < 204; seed++) {
        scenes.add(Scene.of(kind, seed));
      }
    }
    List<BitSet> fingerprints = scenes.stream().map(s -> luma(s).fingerprint()).toList();
    for (int i = 0; i < scenes.size(); i++) {
      for (int k = 0; k < i; k++) {
        BitSet difference = (BitSet) fingerprints.get(i).clone();
        difference.xor(fingerprints.get(k));
        // PDQ's authors match up to 31; strangers lie around 128.
        assertThat(difference.cardinality())
            .as("%s and %s", scenes.get(i), scenes.get(k))
            .isGreaterThan(80);
      }
    }
  }

  @Test
  void draw_twoSizes_showTheSame() {
    Scene scene = Scene.of(SceneKind.WALL, 7);
    BitSet difference = new Luma64(320, 240, scene.draw(320, 240)).fingerprint();
    difference.xor(new Luma64(640, 480, scene.draw(640, 480)).fingerprint());
    assertThat(difference.cardinality()).isLessThan(16);
  }

  @Test
  void draw_anyPixel_isOpaque() {
    assertThat(Arrays.stream(Scene.of(SceneKind.LAKE, -1).draw(40, 30)))
        .allMatch(argb -> argb >>> 24 == 0xff);
  }

  @Test
  void draw_widestShape_isFilled() {
    assertThat(Scene.of(SceneKind.SHELF, 9).draw(180, 100)).hasSize(18_000);
  }

  @ParameterizedTest
  @CsvSource({"0, 10", "10, 0", "-4, 4", "10000, 10000"})
  void draw_impossibleSize_isRefused(int width, int height) {
    Scene scene = Scene.of(SceneKind.LAKE, 1);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> scene.draw(width, height))
        .withMessageStartingWith("size must be")
        .withMessageContaining(width + "x" + height);
  }

  @ParameterizedTest
  @ValueSource(ints = {181, 400})
  void draw_tooWide_isRefused(int width) {
    Scene scene = Scene.of(SceneKind.LAKE, 1);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> scene.draw(width, 100))
        .withMessage("width must be at most 1.8 times the height (got " + width + "x100)");
  }

  private static Luma64 luma(Scene scene) {
    return new Luma64(2 * WIDTH, 2 * HEIGHT, scene.draw(2 * WIDTH, 2 * HEIGHT));
  }

  private static long checksum(int[] argb) {
    CRC32 checksum = new CRC32();
    for (int pixel : argb) {
      checksum.update(pixel >> 16);
      checksum.update(pixel >> 8);
      checksum.update(pixel);
    }
    return checksum.getValue();
  }
}
