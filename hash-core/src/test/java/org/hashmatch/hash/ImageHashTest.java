package org.hashmatch.hash;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ImageHashTest {

  private static final String HEX =
      "f8f8f0cee0f4a84f06370a22038f63f0b36e2ed596621e1d33e6b39c4e9c9b22";

  @Test
  void parse_referenceText_keepsTheReferencesBitOrder() {
    ImageHash hash = ImageHash.parse(HashAlgorithm.PDQ, HEX);

    assertThat(hash.word(3)).isEqualTo(0xf8f8f0cee0f4a84fL);
    assertThat(hash.word(0)).isEqualTo(0x33e6b39c4e9c9b22L);
    assertThat(hash.toHex()).isEqualTo(HEX);
  }

  @Test
  void parse_upperCase_isTheSameHash() {
    assertThat(ImageHash.parse(HashAlgorithm.PDQ, HEX.toUpperCase(java.util.Locale.ROOT)))
        .isEqualTo(ImageHash.parse(HashAlgorithm.PDQ, HEX));
  }

  @Test
  void toHex_randomWords_isReadBack() {
    Random random = new Random(1);
    for (int i = 0; i < 1000; i++) {
      ImageHash hash = random(random);
      assertThat(ImageHash.parse(HashAlgorithm.PDQ, hash.toHex()))
          .isEqualTo(hash)
          .hasSameHashCodeAs(hash);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 32, 63, 65, 128})
  void parse_wrongLength_namesTheLengthAndTheBound(int length) {
    assertThatThrownBy(() -> ImageHash.parse(HashAlgorithm.PDQ, "0".repeat(length)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("hash must be 64 hex digits (got " + length + " characters)");
  }

  @ParameterizedTest
  @ValueSource(strings = {"g", " ", "-", "\u0661", "\uff11", "\n"})
  void parse_foreignCharacter_namesThePositionOnly(String character) {
    String text = HEX.substring(0, 10) + character + HEX.substring(11);

    assertThatThrownBy(() -> ImageHash.parse(HashAlgorithm.PDQ, text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("hash has a character that is no hex digit at position 11");
  }

  @Test
  void distance_ofFlippedBits_isTheirNumber() {
    Random random = new Random(2);
    for (int flips = 0; flips <= 256; flips++) {
      ImageHash hash = random(random);
      long[] words = words(hash);
      for (int bit = 0; bit < flips; bit++) {
        words[bit / 64] ^= 1L << bit;
      }
      assertThat(hash.distance(ImageHash.of(HashAlgorithm.PDQ, words))).isEqualTo(flips);
    }
  }

  @Test
  void distance_otherAlgorithm_isRefused() {
    ImageHash full = ImageHash.of(HashAlgorithm.PDQ, 1, 2, 3, 4);
    ImageHash nn512 = ImageHash.of(HashAlgorithm.PDQ_NN512, 1, 2, 3, 4);

    assertThat(full).isNotEqualTo(nn512);
    assertThatThrownBy(() -> full.distance(nn512))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("cannot compare a pdq/1/256 hash with a pdq-nn512/1/256 hash");
  }

  @Test
  void of_callersArrayChangesLater_hashDoesNot() {
    long[] words = {1, 2, 3, 4};
    ImageHash hash = ImageHash.of(HashAlgorithm.PDQ, words);
    words[0] = 99;

    assertThat(hash.word(0)).isEqualTo(1);
  }

  @Test
  void of_wrongNumberOfWords_isRefused() {
    assertThatThrownBy(() -> ImageHash.of(HashAlgorithm.PDQ, 1, 2, 3))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("pdq/1/256 hash must have 4 words (got 3)");
  }

  @Test
  void isTrivial_allBitsEqual_only() {
    assertThat(ImageHash.of(HashAlgorithm.PDQ, 0, 0, 0, 0).isTrivial()).isTrue();
    assertThat(ImageHash.of(HashAlgorithm.PDQ, -1, -1, -1, -1).isTrivial()).isTrue();
    assertThat(ImageHash.of(HashAlgorithm.PDQ, 0, 0, 0, 1).isTrivial()).isFalse();
  }

  @Test
  void toString_anyHash_showsNoBits() {
    assertThat(ImageHash.parse(HashAlgorithm.PDQ, HEX)).hasToString("ImageHash[pdq/1/256]");
  }

  private static ImageHash random(Random random) {
    return ImageHash.of(
        HashAlgorithm.PDQ,
        random.nextLong(),
        random.nextLong(),
        random.nextLong(),
        random.nextLong());
  }

  private static long[] words(ImageHash hash) {
    return new long[] {hash.word(0), hash.word(1), hash.word(2), hash.word(3)};
  }
}
