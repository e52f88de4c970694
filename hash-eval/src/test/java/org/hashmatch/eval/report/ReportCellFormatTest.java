package org.hashmatch.eval.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ReportCellFormatTest {

  @ParameterizedTest
  @CsvSource({
    "BARE_PERCENT, 0.436111, 43.6",
    "BARE_PERCENT, 1.000000, 100",
    "BARE_PERCENT, 0.000000, 0",
    "BARE_PERCENT, 0.999999, > 99.9",
    "BARE_PERCENT, 0.000001, < 0.1",
    "POINTS, 0.031, +3.1",
    "POINTS, -0.031, −3.1",
    "POINTS, 0, 0.0",
    "COUNT, 1340000, '1,340,000'",
    "COUNT, 970149.3, '970,149'",
    "COUNT, 0.25, 0.25",
    "COUNT, 7, 7",
    "RATE, 0, 0",
    "RATE, 0.000000746, 7.5_×_10⁻⁷",
    "RATE, 9.99E-7, 1.0_×_10⁻⁶",
    "RATE, 1, 1.0",
    "PROBABILITY, 0.0002, < 0.001",
    "PROBABILITY, 0.04, 0.040",
    "FIGURE, 0.123456, 0.123",
    "FIGURE, 128.000000, 128.0",
    "FIGURE, -0.5, −0.500",
    "FIGURE, 0.00001234, 1.2_×_10⁻⁵",
    "TEXT, 0.500000, 0.500000",
    "FIGURE, abc, abc",
    "COUNT, 1E999999999, 1E999999999",
    "FIGURE, '', –",
  })
  void cell_isShown_rounded(CellFormat format, String cell, String shown) {
    assertThat(format.show(cell)).isEqualTo(shown.replace('_', '\u00A0'));
  }
}
