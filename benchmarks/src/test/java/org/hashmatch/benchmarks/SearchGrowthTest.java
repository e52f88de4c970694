package org.hashmatch.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

final class SearchGrowthTest {

  @Test
  void run_smallIndex_printsARowForEachRadius() {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    SearchGrowth.run(new PrintStream(out, true, StandardCharsets.UTF_8), 10_000);
    assertThat(out.toString(StandardCharsets.UTF_8).lines())
        .hasSize(1 + 9)
        .anyMatch(line -> line.startsWith("   10000     31       272 "));
  }
}
