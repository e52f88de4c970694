package org.hashmatch.eval.attack;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * That no pixel of any attack changes unnoticed, and that none depends on the processor. If a line
 * differs on purpose, its pack's version and {@link Edit#VERSION} must rise; {@link Fingerprints}
 * writes the new lines.
 */
final class FingerprintsTest {

  @Test
  void attacks_ofOnePicture_haveThePixelsTheyAlwaysHad() throws IOException {
    assertThat(Fingerprints.lines()).isEqualTo(pinned());
  }

  /** OpenCV without its code for AVX-512 and AVX2, and Java's first compiler only. */
  @Test
  void attacks_withoutAvx2_haveTheSamePixels() throws Exception {
    assertThat(elsewhere("AVX512-SKX,AVX2,FP16", "-XX:TieredStopAtLevel=1")).isEqualTo(pinned());
  }

  /** OpenCV with nothing but SSE3, libjpeg without any. */
  @Test
  void attacks_withSse3Only_haveTheSamePixels() throws Exception {
    assertThat(elsewhere("AVX512-SKX,AVX2,FP16,AVX,SSE4.2,SSE4.1", "-XX:UseAVX=0"))
        .isEqualTo(pinned());
  }

  private static List<String> pinned() throws IOException {
    try (InputStream in = FingerprintsTest.class.getResourceAsStream("fingerprints.txt")) {
      return in == null ? List.of() : new String(in.readAllBytes(), UTF_8).lines().toList();
    }
  }

  private static List<String> elsewhere(String disabled, String option) throws Exception {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(
        List.of(
            "-cp",
            System.getProperty("java.class.path"),
            "--enable-native-access=ALL-UNNAMED",
            "-XX:+IgnoreUnrecognizedVMOptions",
            option));
    command.add(Fingerprints.class.getName());
    ProcessBuilder builder =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT);
    builder.environment().putAll(Map.of("OPENCV_CPU_DISABLE", disabled, "JSIMD_FORCENONE", "1"));
    Process process = builder.start();
    List<String> lines =
        new String(process.getInputStream().readAllBytes(), UTF_8).lines().toList();
    assertThat(process.waitFor()).isZero();
    return lines;
  }
}
