package org.hashmatch.bank.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import org.hashmatch.hash.HashAlgorithm;
import org.hashmatch.hash.Quality;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HashLineTest {

  private static final String HEX =
      "f8f8f0cee0f4a84f06370a22038f63f0b36e2ed596621e1d33e6b39c4e9c9b22";

  @Test
  void parse_threeFields_isReadAndWrittenBack() {
    String text = HEX + ",87,a folder/with, commas.jpg";
    HashLine line = HashLine.parse(HashAlgorithm.PDQ, text);

    assertThat(line.hash().toHex()).isEqualTo(HEX);
    assertThat(line.quality()).isEqualTo(new Quality(87));
    assertThat(line.name()).isEqualTo("a folder/with, commas.jpg");
    assertThat(line.toText()).isEqualTo(text);
  }

  @Test
  void parse_twoFields_hasNoName() {
    assertThat(HashLine.parse(HashAlgorithm.PDQ, HEX + ",0").name()).isEmpty();
  }

  @Test
  void toText_nameWithLineBreak_staysOneLine() {
    HashLine line = HashLine.parse(HashAlgorithm.PDQ, HEX + ",1,x\n" + HEX + ",100,y");

    assertThat(line.toText()).doesNotContain("\n").contains("x\\u000a");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "hello;must be hash,quality,name (got no comma)",
        "abc,100,x;hash must be 64 hex digits (got 3 characters)",
        "HEX,,x;quality must be a whole number in 0..100",
        "HEX,-1,x;quality must be a whole number in 0..100",
        "HEX,1.5,x;quality must be a whole number in 0..100",
        "HEX, 50,x;quality must be a whole number in 0..100",
        "HEX,101,x;quality must be 0..100 (got 101)",
        "HEX,99999999999,x;quality must be a whole number in 0..100",
        "norm=HEX,128,x;hash must be 64 hex digits (got 69 characters)"
      })
  void parse_malformed_namesFieldAndBound(String text, String message) {
    assertThatThrownBy(() -> HashLine.parse(HashAlgorithm.PDQ, text.replace("HEX", HEX)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(message);
  }

  @Test
  void readAll_badRowsAmongGood_namesTheirLinesAndReadsTheRest() throws IOException {
    String text = "\ufeff" + HEX + ",100,a\r\n\r\nbroken\r\n" + HEX + ",100,b\n" + HEX + ",100";
    List<String> names = new ArrayList<>();
    List<String> problems = new ArrayList<>();

    HashLine.readAll(
        HashAlgorithm.PDQ,
        new BufferedReader(new StringReader(text)),
        (number, line) -> names.add(number + line.name()),
        malformed -> problems.add(malformed.toString()));

    assertThat(names).containsExactly("1a", "4b", "5");
    assertThat(problems).containsExactly("line 3: must be hash,quality,name (got no comma)");
  }
}
