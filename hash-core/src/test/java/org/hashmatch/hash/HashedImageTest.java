package org.hashmatch.hash;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Collections;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HashedImageTest {

  @Test
  void trusted_goodPicture_isItsHashes() throws UnscreenableException {
    HashedImage image = new HashedImage(64, 64, 1, hashes(50, 1));

    assertThat(image.trusted()).isSameAs(image.untrusted());
  }

  @ParameterizedTest
  @CsvSource({
    "63,900,100,1,TOO_SMALL: 63x900 pixels (at least 64 a side)",
    "900,5,100,1,TOO_SMALL: 900x5 pixels (at least 64 a side)",
    "900,900,49,1,FEATURELESS: quality 49 (floor 50)",
    "900,900,100,0,FEATURELESS: all bits of its hash are equal",
    "900,900,100,-1,FEATURELESS: all bits of its hash are equal",
  })
  void trusted_pictureWhoseBitsMeanLittle_saysWhy(
      int width, int height, int quality, long word, String message) {
    HashedImage image = new HashedImage(width, height, 1, hashes(quality, word));

    assertThatThrownBy(image::trusted)
        .isInstanceOf(UnscreenableException.class)
        .hasMessage(message);
    assertThat(image.untrusted().original().word(0)).isEqualTo(word);
  }

  @Test
  void trusted_ownFloor_isTheBound() throws UnscreenableException {
    HashedImage image = new HashedImage(64, 64, 1, hashes(30, 1));

    assertThat(image.trusted(new Quality(30)).quality().value()).isEqualTo(30);
    assertThatThrownBy(() -> image.trusted(new Quality(31)))
        .hasMessage("FEATURELESS: quality 30 (floor 31)");
  }

  @ParameterizedTest
  @CsvSource({"0,1,1", "1,-1,1", "1,1,0"})
  void constructor_numberBelowOne_isRefused(int width, int height, int reduction) {
    assertThatThrownBy(() -> new HashedImage(width, height, reduction, hashes(1, 1)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("got " + width + "x" + height + ", " + reduction);
  }

  private static ImageHashes hashes(int quality, long word) {
    ImageHash hash = ImageHash.of(HashAlgorithm.PDQ, word, word, word, word);
    return word == 1
        ? new ImageHashes(
            new Quality(quality),
            Collections.nCopies(8, ImageHash.of(HashAlgorithm.PDQ, 1, 0, 0, 0)))
        : new ImageHashes(new Quality(quality), Collections.nCopies(8, hash));
  }
}
