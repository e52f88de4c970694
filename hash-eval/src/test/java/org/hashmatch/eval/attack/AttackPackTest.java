package org.hashmatch.eval.attack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.NoSuchElementException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

final class AttackPackTest {

  private static final String HEADER = "hashmatch-attacks 1 mine 3\n";

  static Stream<AttackPack> packs() {
    return PackSteps.packs();
  }

  @Test
  void parse_commentsBlanksAndRanges_areRead() {
    AttackPack pack =
        AttackPack.parse(
            "\n# mine\n"
                + HEADER
                + "\ncrop\tcrop_10 crop area=0.1  place=corner # a comment\n"
                + "combo  both  mirror|jpeg quality=30..60\r\n");
    assertThat(pack.name()).isEqualTo("mine");
    assertThat(pack.version()).isEqualTo(3);
    assertThat(pack.groups()).containsExactly("crop", "combo");
    assertThat(pack.attack("both").steps())
        .containsExactly(Edit.parse("mirror"), Edit.parse("jpeg quality=30..60"));
    assertThat(pack.toText())
        .isEqualTo(
            HEADER
                + "crop  crop_10  crop area=0.1 place=corner\n"
                + "combo  both  mirror | jpeg quality=30..60\n");
  }

  @ParameterizedTest
  @MethodSource("packs")
  void toText_ofBuiltIns_readsBack(AttackPack pack) {
    assertThat(AttackPack.parse(pack.toText())).isEqualTo(pack);
    assertThat(pack.version()).isPositive();
  }

  @Test
  void builtIn_unknown_namesThoseThereAre() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> AttackPack.builtIn("other"))
        .withMessage("pack must be one of [core, messenger, local, capture, combo] (got other)");
  }

  @Test
  void attack_unknown_isNamed() {
    assertThatThrownBy(() -> AttackPack.builtIn("core").attack("other"))
        .isInstanceOf(NoSuchElementException.class)
        .hasMessage("pack core has no attack other");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "a b blur; line 2: blur needs sigma=",
        "a b blur sigma; line 2: parameter must be key=value (got sigma)",
        "a b blur sigma=1 sigma=2; line 2: sigma is given twice",
        "a b blur sigma=1 size=2; line 2: blur has no key size, only [sigma]",
        "a b mirror size=2; line 2: mirror has no key size, only []",
        "a b blur sigma=0.1; line 2: sigma must be 0.3..50 (got 0.1)",
        "a b blur sigma=1..60; line 2: sigma must be 0.3..50 (got 1..60)",
        "a b blur sigma=5..4; line 2: range must not end below its begin (got 5..4)",
        "a b blur sigma=1e3; line 2: not a number such as 12 or 0.5 (got 1e3)",
        "a b blur sigma=NaN; line 2: not a number such as 12 or 0.5 (got NaN)",
        "a b blur sigma=1..; line 2: not a number such as 12 or 0.5 (got )",
        "a b jpeg quality=80.5; line 2: quality must be a whole number (got 80.5)",
        "a b crop area=0.1 place=left; line 2: place must be one of [centre, corner] (got left)",
        "a b blur sigma=1 |; line 2: step must not be empty",
        "a b | mirror; line 2: step must not be empty",
        "a b; line 2: attack must be group, name and steps (got a b)",
        "A b mirror; line 2: group must match [a-z][a-z0-9-]* (got A)",
        "a /b mirror; line 2: name must match [A-Za-z0-9][A-Za-z0-9_.+-]* (got /b)",
      })
  void parse_badLine_isRefusedWithItsNumber(String line, String message) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> AttackPack.parse(HEADER + line + "\n"))
        .withMessage(message);
  }

  @Test
  void parse_unknownKind_listsTheKinds() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> AttackPack.parse(HEADER + "a b blurr sigma=1"))
        .withMessageStartingWith("line 2: kind must be one of [aspect, black-block, blur,")
        .withMessageEndingWith("(got blurr)");
  }

  @Test
  void parse_nameTwice_namesBothLines() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> AttackPack.parse(HEADER + "a b mirror\n\nc b flip\n"))
        .withMessage("line 4: attack b is in line 2 already");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "hashmatch-attack 1 mine 1; line 1: header must be \"hashmatch-attacks 1 name version\""
            + " (got hashmatch-attack 1 mine 1)",
        "hashmatch-attacks 1 mine; line 1: header must be \"hashmatch-attacks 1 name version\""
            + " (got hashmatch-attacks 1 mine)",
        "hashmatch-attacks 2 mine 1; line 1: format version must be 1 (got 2)",
        "hashmatch-attacks 1 mine x; line 1: pack version must be a number of 1 or more (got x)",
        "hashmatch-attacks 1 mine 0; line 1: pack version must be a number of 1 or more (got 0)",
        "hashmatch-attacks 1 Mine 1; line 1: pack name must match [a-z][a-z0-9-]* (got Mine)",
        "hashmatch-attacks 1 mine 1; pack mine must have at least one attack",
        "# nothing; line 1: header \"hashmatch-attacks 1 name version\" is missing",
      })
  void parse_badHeader_isRefused(String header, String message) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> AttackPack.parse(header))
        .withMessage(message);
  }

  @Test
  void constructor_nameTwice_isRefused() {
    Attack attack = new Attack("a", "b", List.of(Edit.parse("mirror")));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new AttackPack("mine", 1, List.of(attack, attack)))
        .withMessage("attack b is there twice");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new AttackPack("mine", 0, List.of(attack)))
        .withMessage("pack version must be 1 or more (got 0)");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Attack("a", "b", List.of()))
        .withMessage("b must have at least one step");
  }
}
