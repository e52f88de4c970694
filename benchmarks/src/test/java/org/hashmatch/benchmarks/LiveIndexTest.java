package org.hashmatch.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

final class LiveIndexTest {

  @Test
  void run_smallIndex_seesEveryChangeAndTellsEveryPhase() throws Exception {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    LiveIndex.run(100_000, 1, new PrintStream(out, true, StandardCharsets.UTF_8));
    assertThat(out.toString(StandardCharsets.UTF_8).lines())
        .hasSize(5 * 2 + 3 * 2)
        .filteredOn(line -> line.contains("median"))
        .hasSize(5 + 3 * 2)
        .allMatch(line -> line.matches("  (searches|adds    |removals) +[1-9].*"));
  }
}
