package org.hashmatch.hash.algorithm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.hashmatch.hash.Dihedral;
import org.hashmatch.hash.ImageHash;
import org.hashmatch.hash.image.PixelImage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class PdqAnalysisTest {

  private final PixelImage image = noise();
  private final PdqAnalysis analysis = PdqHasher.full().analyse(image);

  @Test
  void hashed_isWhatHashGives() {
    assertThat(analysis.hashed()).isEqualTo(PdqHasher.full().hash(image));
  }

  @ParameterizedTest
  @EnumSource(Dihedral.class)
  void coefficients_ofEveryRendition_explainItsBits(Dihedral dihedral) {
    ImageHash hash = analysis.hashed().untrusted().of(dihedral);
    int medians = 0;
    for (int bit = 0; bit < 256; bit++) {
      float coefficient = analysis.coefficient(dihedral, bit);
      boolean set = (hash.word(bit / 64) >>> bit & 1) == 1;
      assertThat(coefficient > analysis.median(dihedral)).as("bit %d", bit).isEqualTo(set);
      assertThat(analysis.margin(dihedral, bit))
          .isEqualTo(Math.abs(coefficient - analysis.median(dihedral)));
      medians += analysis.margin(dihedral, bit) == 0 ? 1 : 0;
    }
    assertThat(medians).isEqualTo(1);
  }

  /** The definition of the transform, in double: bit 0 is frequency 1 both ways. */
  @Test
  void coefficient_isTheCosineTransformOfTheGrid() {
    for (int bit : new int[] {0, 1, 16, 255}) {
      double sum = 0;
      for (int row = 0; row < 64; row++) {
        for (int column = 0; column < 64; column++) {
          sum +=
              analysis.luma(row, column)
                  * Math.cos(Math.PI / 128 * (bit / 16 + 1) * (2 * row + 1))
                  * Math.cos(Math.PI / 128 * (bit % 16 + 1) * (2 * column + 1));
        }
      }
      assertThat((double) analysis.coefficient(Dihedral.ORIGINAL, bit))
          .isCloseTo(sum * 2 / 64, within(0.01));
    }
  }

  @Test
  void luma_ofAGridSizedPicture_isItsOwn() {
    byte[] samples = new byte[64 * 64];
    samples[64 * 3 + 5] = 77;

    PdqAnalysis own = PdqHasher.full().analyse(PixelImage.grey(64, 64, 64, samples));

    assertThat(own.luma(3, 5)).isEqualTo(77);
    assertThat(own.luma(5, 3)).isZero();
  }

  @ParameterizedTest
  @CsvSource({"-1,0", "0,-1", "64,0", "0,64"})
  void luma_outsideTheGrid_isRefused(int row, int column) {
    assertThatThrownBy(() -> analysis.luma(row, column))
        .isInstanceOf(IndexOutOfBoundsException.class);
  }

  @Test
  void coefficient_noSuchBit_isRefused() {
    assertThatThrownBy(() -> analysis.coefficient(Dihedral.ORIGINAL, 256))
        .isInstanceOf(IndexOutOfBoundsException.class);
    assertThatThrownBy(() -> analysis.margin(Dihedral.ROTATE90, -1))
        .isInstanceOf(IndexOutOfBoundsException.class);
  }

  @Test
  void analyse_tinyPicture_isRefused() {
    assertThatThrownBy(() -> PdqHasher.full().analyse(PixelImage.argb(4, 9, new int[36])))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("sides must be 5 or more (got 4x9)");
  }

  private static PixelImage noise() {
    Random random = new Random(3);
    int[] pixels = new int[200 * 150];
    for (int i = 0; i < pixels.length; i++) {
      pixels[i] = random.nextInt();
    }
    return PixelImage.argb(200, 150, pixels);
  }
}
