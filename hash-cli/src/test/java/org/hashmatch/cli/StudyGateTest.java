package org.hashmatch.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A small study whose tables are kept: whatever moves a hash, an edit or a figure is noticed, byte
 * for byte. {@code -Dhashmatch.renew=true} writes them anew, for a change that was meant.
 */
class StudyGateTest {

  private static final Path KEPT =
      Cli.ROOT.resolve("hash-cli/src/test/resources/org/hashmatch/cli/study-gate");

  private static final List<String> PICTURES =
      List.of("beach-01.jpg", "lake-02.jpg", "wall-02.png", "leaves-01.jpg");

  private static final List<String> TABLES =
      List.of("summary", "recall", "radii", "distances", "edits", "templates", "comparisons");

  @TempDir private Path folder;

  private Path study(String out) throws IOException {
    Path images = Files.createDirectories(folder.resolve("images"));
    for (String name : PICTURES) {
      Files.copy(
          Cli.image("known/" + name), images.resolve(name), StandardCopyOption.REPLACE_EXISTING);
    }
    Cli run =
        Cli.run(
            "study",
            "--images",
            images,
            "--hashers",
            "pdq,pdq:dihedral,phash256",
            "--packs",
            "core",
            "--fpr",
            "0.01",
            "--resamples",
            "999",
            "--out",
            folder.resolve(out));
    assertThat(run.err()).isEmpty();
    assertThat(run.code()).isZero();
    return folder.resolve(out);
  }

  @Test
  void study_ofTheProjectsPictures_saysWhatItSaidBefore() throws IOException {
    Path out = study("out");
    if (Boolean.getBoolean("hashmatch.renew")) {
      Files.createDirectories(KEPT);
      for (String table : TABLES) {
        Files.copy(
            out.resolve(table + ".csv"),
            KEPT.resolve(table + ".csv"),
            StandardCopyOption.REPLACE_EXISTING);
      }
    }
    for (String table : TABLES) {
      assertThat(out.resolve(table + ".csv"))
          .as(table)
          .hasSameTextualContentAs(KEPT.resolve(table + ".csv"))
          .hasSameBinaryContentAs(KEPT.resolve(table + ".csv"));
    }
  }
}
