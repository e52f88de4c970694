package org.hashmatch.hash;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ValuesTest {

  @Test
  void algorithmParse_itsOwnId_isReadBack() {
    assertThat(HashAlgorithm.parse("pdq/1/256")).isEqualTo(HashAlgorithm.PDQ);
    assertThat(HashAlgorithm.parse(HashAlgorithm.PDQ_NN512.id()))
        .isEqualTo(HashAlgorithm.PDQ_NN512);
    assertThat(HashAlgorithm.PDQ.words()).isEqualTo(4);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "pdq",
        "pdq/1",
        "pdq/0/256",
        "PDQ/1/256",
        "pdq/1/100",
        "pdq/1/2048",
        "pdq/1/256 ",
        "/1/256"
      })
  void algorithmParse_malformed_isRefused(String id) {
    assertThatThrownBy(() -> HashAlgorithm.parse(id)).isInstanceOf(IllegalArgumentException.class);
  }

  @ParameterizedTest
  @CsvSource({"0,64", "-1,64", "1,0", "1,63", "1,1088"})
  void algorithm_outOfRange_namesTheValue(int version, int bits) {
    assertThatThrownBy(() -> new HashAlgorithm("x", version, bits))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("got " + (version < 1 ? version : bits));
  }

  @ParameterizedTest
  @ValueSource(ints = {-1, 101, 1668183408})
  void quality_outOfRange_namesTheValue(int value) {
    assertThatThrownBy(() -> new Quality(value))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("quality must be 0..100 (got " + value + ")");
  }

  @Test
  void quality_atTheFloor_isNotBelowIt() {
    assertThat(new Quality(49).isBelow(Quality.DEFAULT_FLOOR)).isTrue();
    assertThat(new Quality(50).isBelow(Quality.DEFAULT_FLOOR)).isFalse();
    assertThat(Quality.NONE).isLessThan(Quality.FULL).hasToString("0");
  }

  @Test
  void imageHashes_notEight_areRefused() {
    ImageHash hash = ImageHash.of(HashAlgorithm.PDQ, 1, 2, 3, 4);

    assertThatThrownBy(() -> new ImageHashes(Quality.FULL, List.of(hash)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("a picture has 8 hashes (got 1)");
  }

  @Test
  void imageHashes_ofTwoAlgorithms_areRefused() {
    List<ImageHash> hashes =
        new ArrayList<>(Collections.nCopies(8, ImageHash.of(HashAlgorithm.PDQ, 1, 2, 3, 4)));
    hashes.set(7, ImageHash.of(HashAlgorithm.PDQ_NN512, 1, 2, 3, 4));

    assertThatThrownBy(() -> new ImageHashes(Quality.FULL, hashes))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("pdq/1/256 and pdq-nn512/1/256");
  }

  @Test
  void dihedral_namesAndOrder_areTheReferences() {
    assertThat(Dihedral.values())
        .extracting(Dihedral::label)
        .containsExactly(
            "original",
            "rotate90",
            "rotate180",
            "rotate270",
            "flipx",
            "flipy",
            "flipplus1",
            "flipminus1");
  }
}
