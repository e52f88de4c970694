package org.hashmatch.bank;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class OneLineTest {

  @Test
  void text_withControls_showsThemInOneLine() {
    assertThat(OneLine.of("a\nCLEAR b\u001b[2J\u0085"))
        .isEqualTo("a\\u000aCLEAR b\\u001b[2J\\u0085");
  }

  @Test
  void text_withoutControls_staysAsItIs() {
    assertThat(OneLine.of("Müller, \\u0041 日本.jpg")).isEqualTo("Müller, \\u0041 日本.jpg");
  }
}
