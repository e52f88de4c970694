package org.hashmatch.hash.decode;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hashmatch.hash.UnscreenableException;
import org.hashmatch.testdata.HostileFile;
import org.hashmatch.testdata.HostileFile.Expected;
import org.hashmatch.testdata.SharedData;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/** The guard over thousands of hostile and of sound files of other projects' test suites. */
class ImageGuardHostileFilesTest {

  @Test
  void admit_corpus_letsSoundFilesPassAndStopsThoseOverTheLimits() {
    Optional<Path> folder = SharedData.folder("badinput");
    Assumptions.assumeTrue(folder.isPresent(), SharedData.ABSENT);
    List<String> wrong = new ArrayList<>();
    List<HostileFile> files = HostileFile.readAll(folder.orElseThrow());
    for (HostileFile file : files) {
      Expected expected = file.expected();
      if (isAdmitted(file.bytes())
          ? expected == Expected.REJECT_LIMIT
          : expected == Expected.DECODES) {
        wrong.add(file.name());
      }
    }
    assertThat(wrong).isEmpty();
    assertThat(files).hasSizeGreaterThan(3000);
  }

  private static boolean isAdmitted(byte[] bytes) {
    try {
      return ImageGuard.withDefaults().admit(bytes).width() > 0;
    } catch (UnscreenableException e) {
      return false;
    }
  }
}
