package org.hashmatch.hash.algorithm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.hashmatch.hash.HashAlgorithm;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ImageHashersTest {

  @Test
  void algorithms_anyTime_areTheseInThisOrder() {
    assertThat(ImageHashers.algorithms())
        .extracting(HashAlgorithm::id)
        .containsExactly(
            "pdq/1/256",
            "pdq-nn512/1/256",
            "phash/1/64",
            "phash/1/256",
            "dhash/1/64",
            "dhash/1/256",
            "dhash-vertical/1/64",
            "dhash-vertical/1/256",
            "ahash/1/64",
            "ahash/1/256",
            "whash/1/64",
            "blockhash/1/256");
  }

  @ParameterizedTest
  @MethodSource("algorithms")
  void of_everyAlgorithm_isItsHasher(HashAlgorithm algorithm) {
    assertThat(ImageHashers.of(algorithm).algorithm()).isEqualTo(algorithm);
    assertThat(ImageHashers.of(HashAlgorithm.parse(algorithm.id())).algorithm())
        .isEqualTo(algorithm);
  }

  static List<HashAlgorithm> algorithms() {
    return ImageHashers.algorithms();
  }

  @ParameterizedTest
  @ValueSource(strings = {"phash/2/64", "phash/1/128", "whash/1/256", "colorhash/1/64"})
  void of_algorithmWithoutHasher_isRefused(String id) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ImageHashers.of(HashAlgorithm.parse(id)))
        .withMessage("no hasher for algorithm " + id);
  }
}
