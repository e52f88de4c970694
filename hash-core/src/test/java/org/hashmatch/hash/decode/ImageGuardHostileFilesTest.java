package org.hashmatch.hash.decode;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hashmatch.hash.UnscreenableException;
import org.hashmatch.testdata.SharedData;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/** The guard over thousands of hostile and of sound files of other projects' test suites. */
class ImageGuardHostileFilesTest {

  @Test
  void admit_corpus_letsSoundFilesPassAndStopsThoseOverTheLimits() throws IOException {
    Optional<Path> folder = SharedData.folder("badinput");
    Assumptions.assumeTrue(folder.isPresent(), SharedData.ABSENT);
    Path corpus = folder.orElseThrow();
    List<String> wrong = new ArrayList<>();
    List<String> rows = Files.readAllLines(corpus.resolve("manifest.csv"));
    int checked = 0;
    for (String row : rows.subList(1, rows.size())) {
      String file = row.substring(0, row.indexOf(','));
      boolean admitted = isAdmitted(Files.readAllBytes(corpus.resolve(file)));
      boolean isWrong = admitted ? row.contains(",reject-limit,") : row.contains(",decodes,");
      if (isWrong) {
        wrong.add(file);
      }
      checked++;
    }
    assertThat(wrong).isEmpty();
    assertThat(checked).isGreaterThan(3000);
  }

  private static boolean isAdmitted(byte[] bytes) {
    try {
      return ImageGuard.withDefaults().admit(bytes).width() > 0;
    } catch (UnscreenableException e) {
      return false;
    }
  }
}
