package org.hashmatch.testdata.draw;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The committed pictures of the conformance kit against what the generator draws now. */
class CommittedPlanesTest {

  private static final Path COMMITTED = Path.of("conformance");

  @Test
  void main_intoAFolder_drawsExactlyTheCommittedFiles(@TempDir Path folder) throws IOException {
    DrawPlanes.main(folder.toString());

    List<String> drawn = pictures(folder);
    assertThat(drawn).isEqualTo(pictures(COMMITTED)).hasSize(27);
    for (String file : drawn) {
      assertThat(folder.resolve(file)).hasSameBinaryContentAs(COMMITTED.resolve(file));
    }
  }

  @Test
  void main_withoutFolder_isRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(DrawPlanes::main)
        .withMessage("one argument: the folder (got 0)");
  }

  private static List<String> pictures(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .map(file -> String.valueOf(file.getFileName()))
          .filter(file -> file.matches(".*\\.p[gp]m"))
          .sorted()
          .toList();
    }
  }
}
