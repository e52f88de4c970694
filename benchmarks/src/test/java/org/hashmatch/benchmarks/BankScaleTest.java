package org.hashmatch.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class BankScaleTest {

  @TempDir private Path folder;

  /** So many that there is an index cache. */
  @Test
  void run_smallBank_tellsEveryStep() throws Exception {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    BankScale.run(
        20_500, folder, Optional.empty(), new PrintStream(out, true, StandardCharsets.UTF_8));
    assertThat(out.toString(StandardCharsets.UTF_8).lines())
        .hasSize(19)
        .anyMatch(line -> line.startsWith("  import of ndjson"))
        .anyMatch(line -> line.startsWith("  open from its cache"))
        .anyMatch(line -> line.startsWith("  NEAR  difference of medians"));
  }
}
