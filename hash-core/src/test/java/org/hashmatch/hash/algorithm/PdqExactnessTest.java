package org.hashmatch.hash.algorithm;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.hashmatch.hash.Dihedral;
import org.hashmatch.hash.HashAlgorithm;
import org.hashmatch.hash.ImageHash;
import org.hashmatch.hash.ImageHashes;
import org.hashmatch.hash.image.PixelImage;
import org.hashmatch.hash.image.ReferenceTentFilter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The fast way gives the bits of the reference's own steps, above all where roundings decide them:
 * flat, symmetric and tiny pictures.
 */
class PdqExactnessTest {

  static Stream<PixelImage> pictures() {
    return IntStream.range(0, 240).mapToObj(PdqExactnessTest::picture);
  }

  @ParameterizedTest
  @MethodSource("pictures")
  void hash_anyPicture_equalsTheReferencesOwnSteps(PixelImage image) {
    float[] grid = new float[64 * 64];
    float[] coefficients = new float[256];
    new ReferenceTentFilter().shrink(image, grid);
    new PdqTransform().apply(grid, coefficients);
    PdqSpectra spectra = new PdqSpectra();
    spectra.set(coefficients);
    PdqQuality quality = new PdqQuality(0);
    quality.set(grid);

    ImageHashes hashes = PdqHasher.full().hash(image).untrusted();

    assertThat(hashes.quality()).isEqualTo(quality.value());
    assertThat(PdqHasher.full().quality(image)).isEqualTo(quality.value());
    for (Dihedral dihedral : Dihedral.values()) {
      long[] words = new long[4];
      spectra.bits(dihedral, words);
      assertThat(hashes.of(dihedral))
          .as("%s", dihedral)
          .isEqualTo(ImageHash.of(HashAlgorithm.PDQ, words));
    }
  }

  /** Not 64x64, which the reference does not filter. */
  private static PixelImage picture(int seed) {
    Random random = new Random(seed);
    int width = 5 + random.nextInt(seed % 3 == 0 ? 55 : 500);
    int height = 5 + random.nextInt(seed % 3 == 1 ? 55 : 500);
    byte[] samples = new byte[width * height];
    int base = random.nextInt(200);
    int contrast = 1 + random.nextInt(1 << (seed % 6));
    for (int i = 0; i < samples.length; i++) {
      int x = i % width;
      int y = i / width;
      int value =
          switch (seed % 5) {
            case 0 -> base;
            case 1 -> base + random.nextInt(contrast);
            case 2 -> base + contrast * Math.min(x, width - 1 - x) / width;
            case 3 -> base + ((x ^ y) & contrast);
            default -> x * y / (1 + contrast) & 0xff;
          };
      samples[i] = (byte) value;
    }
    return PixelImage.grey(width, height, width, samples);
  }
}
