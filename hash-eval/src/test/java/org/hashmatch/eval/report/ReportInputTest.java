package org.hashmatch.eval.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

final class ReportInputTest {

  private static final byte[] JPEG = {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF};

  @Test
  void facts_keep_theirOrder() {
    ReportFacts facts = ReportFacts.none().with("seed", "7").with("commit", "abc");

    assertThat(facts.facts())
        .containsExactly(new ReportFacts.Fact("seed", "7"), new ReportFacts.Fact("commit", "abc"));
  }

  @Test
  void facts_withoutNameOrTwice_areRefused() {
    ReportFacts facts = ReportFacts.none().with("seed", "7");

    assertThatIllegalArgumentException().isThrownBy(() -> facts.with(" ", "7"));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> facts.with("seed", "8"))
        .withMessageContaining("once");
  }

  @Test
  void thumbnail_ofOtherBytesOrSides_isRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Thumbnail("p", "g", "n", 1, 1, new byte[] {'G', 'I', 'F'}));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Thumbnail("p", "g", "n", 0, 1, JPEG))
        .withMessage("width must be 1..4096 (got 0)");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Thumbnail("p", "g", "n", 1, 5000, JPEG))
        .withMessage("height must be 1..4096 (got 5000)");
  }

  @Test
  void thumbnail_doesNotShare_itsBytes() {
    byte[] jpeg = JPEG.clone();
    Thumbnail thumbnail = new Thumbnail("p", "g", "n", 1, 1, jpeg);
    jpeg[2] = 0;

    assertThat(thumbnail.dataUri()).isEqualTo("data:image/jpeg;base64,/9j/");
    assertThat(thumbnail).hasToString("Thumbnail[p/g/n, 1 x 1]");
  }
}
