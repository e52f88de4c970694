package org.hashmatch.bank.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TimesTest {

  @Test
  void iso_whatInstantWrites_isReadAsInstantReadsIt() throws Exception {
    Random random = new Random(1);
    for (int i = 0; i < 20_000; i++) {
      Instant at =
          Instant.ofEpochMilli(random.nextLong(-62_167_219_200_000L, 253_402_300_799_999L));
      Instant whole = at.minusMillis(Math.floorMod(at.toEpochMilli(), 1000L));
      assertThat(Times.iso("ts", at.toString())).isEqualTo(at);
      assertThat(Times.iso("ts", whole.toString())).isEqualTo(whole);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "2026-03-02T08:00:00+01:00, 2026-03-02T07:00:00Z",
    "2026-03-02T08:00:00+0100, 2026-03-02T07:00:00Z",
    "2026-03-02T08:00:00.1239Z, 2026-03-02T08:00:00.123Z",
    "2024-02-29T00:00:00Z, 2024-02-29T00:00:00Z",
    "+12026-03-02T08:00:00Z, +12026-03-02T08:00:00Z"
  })
  void iso_otherForms_areRead(String text, String meant) throws Exception {
    assertThat(Times.iso("ts", text)).isEqualTo(Instant.parse(meant));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "Z",
        "2026-02-29T08:00:00Z",
        "2026-13-01T08:00:00Z",
        "2026-03-02T25:00:00Z",
        "2026-03-02T08:60:00Z",
        "2026-03-02 08:00:00Z",
        "2026-03-02T08:00:00",
        "2026-03-02T08:00:0aZ"
      })
  void iso_noTime_isAFaultOfTheRow(String text) {
    assertThatThrownBy(() -> Times.iso("ts", text)).isInstanceOf(RowFault.class);
  }
}
