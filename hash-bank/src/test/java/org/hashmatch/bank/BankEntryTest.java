package org.hashmatch.bank;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Random;
import java.util.Set;
import org.hashmatch.hash.HashAlgorithm;
import org.hashmatch.hash.ImageHash;
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
  void toBuilder_changedInPart_keepsTheRest() {
    BankEntry entry =
        Pictures.entry("id", HASH).toBuilder()
            .labels(Set.of("b", "a"))
            .origin("ngo", "case-1")
            .build();

    assertThat(entry.labels()).containsExactly("a", "b");
    assertThat(entry.origins()).containsExactly(new Origin("ngo", "case-1"));
    assertThat(entry.hashes()).containsExactly(HASH);
    assertThat(entry.toBuilder().build()).isEqualTo(entry);
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
    assertThatThrownBy(() -> new Origin("x".repeat(201), ""))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("source must have 0..200 characters (got 201)");
    assertThatThrownBy(() -> entry.toBuilder().labels(Set.of("a,b")).build())
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("label must have no comma");
  }

  @Test
  void settings_outOfRange_nameTheBound() {
    for (int radius : new int[] {-1, 257}) {
      assertThatThrownBy(() -> BankPolicy.builder().radius(HashAlgorithm.PDQ, radius).build())
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessage("radius must be 0..256 for pdq/1/256 (got " + radius + ")");
    }
    assertThatThrownBy(() -> BankSettings.pdq(""))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("bank name must have 1..200 characters (got 0)");
  }
}
