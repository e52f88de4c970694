package org.hashmatch.hash.decode;

import com.code_intelligence.jazzer.junit.DictionaryFile;
import com.code_intelligence.jazzer.junit.FuzzTest;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.provider.MethodSource;

/** The guard on bytes of any kind: over its seeds, or, in a fuzzing run, over millions of them. */
class ImageGuardFuzzTest {

  private static final FuzzCount COUNT = new FuzzCount();

  static Stream<byte[]> seeds() {
    return Stream.of(HeaderForm.values()).map(form -> form.file(form.soundBody()));
  }

  @MethodSource("seeds")
  @DictionaryFile(resourcePath = "headers.dict")
  @FuzzTest(maxDuration = "1m")
  void admit_anyBytes_isAnAnswer(byte[] file) {
    COUNT.add();
    GuardAnswer.check(file);
  }

  @AfterAll
  static void checkCount() {
    COUNT.checkIfFuzzing();
  }
}
