package org.hashmatch.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SegmentFilesTest {

  @TempDir private Path folder;

  @Test
  void run_smallIndex_tellsEveryStepAndLeavesNothing() throws Exception {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    SegmentFiles.run(10_000, folder, new PrintStream(out, true, StandardCharsets.UTF_8));
    assertThat(out.toString(StandardCharsets.UTF_8).lines())
        .hasSize(3 * 4 + 1)
        .anyMatch(line -> line.startsWith("open MAPPED"));
    assertThat(folder).isEmptyDirectory();
  }
}
