package org.hashmatch.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.IntStream;
import org.hashmatch.testdata.hashes.HashRows;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class HashDataTest {

  @ParameterizedTest
  @CsvSource({
    "UNIFORM, 0",
    "ONE_CONSTANT_SUBSTRING, 1",
    "FOUR_CONSTANT_SUBSTRINGS, 4",
    "EIGHT_CONSTANT_SUBSTRINGS, 8"
  })
  void bank_withConstants_hasThemInSoManySubstrings(HashData data, int constants) {
    SubstringTable table = new SubstringTable(data.bank(500));

    assertThat(IntStream.range(0, SubstringTable.SUBSTRINGS).filter(i -> isConstant(table, i)))
        .hasSize(constants);
  }

  private static boolean isConstant(SubstringTable table, int substring) {
    return IntStream.range(1, table.rows())
        .allMatch(row -> table.substring(row, substring) == table.substring(0, substring));
  }

  @ParameterizedTest
  @EnumSource(names = {"FRESH", "NEAR", "COMPLEMENT"})
  void queries_ofEachKindOfData_areAsManyAsAskedFor(QuerySet set) {
    for (HashData data : HashData.values()) {
      assertThat(HashRows.count(data.queries(set, data.bank(20), 50))).as("%s", data).isEqualTo(50);
    }
  }

  @Test
  void queries_ofPictures_areRefusedForOtherData() {
    assertThat(HashData.REALISTIC.queries(QuerySet.HARD, new long[0], 5)).hasSize(20);
    assertThatThrownBy(() -> HashData.UNIFORM.queries(QuerySet.MIX, new long[0], 5))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("MIX queries are for REALISTIC data only (got UNIFORM)");
  }
}
