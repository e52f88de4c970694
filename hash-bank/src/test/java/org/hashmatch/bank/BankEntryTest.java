package org.hashmatch.bank;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Random;
import java.util.Set;
import org.hashmatch.hash.HashAlgorithm;
import org.hashmatch.hash.ImageHash;
import org.hashmatch.hash.Quality;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BankEntryTest {

  private static final ImageHash HASH = Pictures.randomHash(new Random(1));

  @Test
  void toString_anyEntry_showsNoHash() {
    assertThat(Pictures.entry("id", HASH).toString())
        .doesNotContain(HASH.toHex())
        .contains("ImageHash[pdq/1/256]");
  }

  @Test
  void withers_keepTheRest() {
    BankEntry entry =
        Pictures.entry("id", HASH).withLabels(Set.of("b", "a")).withOrigin("ngo", "case-1");

    assertThat(entry.labels()).containsExactly("a", "b");
    assertThat(entry.source()).isEqualTo("ngo");
    assertThat(entry.caseReference()).isEqualTo("case-1");
    assertThat(entry.hash()).isEqualTo(HASH);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "a\nb", "\u0000", "a\u0085b"})
  void id_emptyOrWithControlCharacters_isRefused(String id) {
    assertThatThrownBy(() -> Pictures.entry(id, HASH))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("entry id must have ");
  }

  @Test
  void texts_tooLong_nameTheBound() {
    BankEntry entry = Pictures.entry("id", HASH);
    assertThatThrownBy(() -> Pictures.entry("x".repeat(1001), HASH))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("entry id must have 1..1000 characters (got 1001)");
    assertThatThrownBy(() -> entry.withOrigin("x".repeat(201), ""))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("source must have 0..200 characters (got 201)");
    assertThatThrownBy(() -> entry.withLabels(Set.of("a,b")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("label must have no comma");
  }

  @Test
  void settings_outOfRange_nameTheBound() {
    assertThatThrownBy(() -> new BankPolicy(-1, Quality.FULL, MatchAction.BLOCK))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("radius must be 0..1024 (got -1)");
    assertThatThrownBy(
            () ->
                new BankSettings(
                    "b", HashAlgorithm.PDQ, new BankPolicy(257, Quality.FULL, MatchAction.BLOCK)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("radius must be 0..256 for pdq/1/256 (got 257)");
    assertThatThrownBy(() -> BankSettings.pdq(""))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("bank name must have 1..200 characters (got 0)");
  }
}
