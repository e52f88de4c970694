package org.hashmatch.javacv;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.hashmatch.hash.UnscreenableException;
import org.hashmatch.hash.view.InProcessHasher;
import org.hashmatch.testdata.TestImages;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** 20,000 pictures, damaged ones among them, in one process: its memory stays as it is. */
@Tag("exhaustive")
class NativeMemoryStressTest {

  private static final int WARM_UP = 6_000;
  private static final int DECODES = 20_000;
  private static final long MAX_GROWTH_KIB = 5 << 10;

  private static final Path STATUS = Path.of("/proc/self/status");

  @TempDir private Path folder;

  /** The process: prints its resident KiB after the warm-up and at the end. */
  static final class Decodes {

    public static void main(String[] args) throws Exception {
      InProcessHasher hasher = InProcessHasher.pdq(AvailableDecoder.load().decoder());
      List<byte[]> pictures =
          TestImages.all().stream()
              .filter(image -> image.file().matches("(known/.*-0[12]|uploads/broken/.*)\\..*"))
              .map(image -> image.bytes())
              .toList();
      decode(hasher, pictures, WARM_UP);
      long before = residentKib();
      decode(hasher, pictures, DECODES);
      System.out.println(before + " " + residentKib());
    }

    private static void decode(InProcessHasher hasher, List<byte[]> pictures, int times) {
      for (int i = 0; i < times; i++) {
        try {
          hasher.hashToMatch(pictures.get(i % pictures.size()));
        } catch (UnscreenableException e) {
          // As good as any: its memory must be freed as well.
        }
      }
    }

    private static long residentKib() throws IOException {
      return Files.readAllLines(STATUS).stream()
          .filter(line -> line.startsWith("VmRSS:"))
          .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
          .findFirst()
          .orElseThrow();
    }
  }

  /** With a heap that is resident from the start, what grows is native. */
  @Test
  void hashToMatch_manyTimes_leavesNativeMemoryFlat() throws Exception {
    Assumptions.assumeTrue(Files.exists(STATUS), "needs Linux");
    Path output = folder.resolve("resident.txt");
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xms96m",
                "-Xmx96m",
                "-XX:+AlwaysPreTouch",
                "-XX:+UseSerialGC",
                // Compiling goes on for long, and is no growth of what decoding holds.
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                Decodes.class.getName())
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .redirectOutput(output.toFile())
            .start();

    assertThat(process.waitFor(5, TimeUnit.MINUTES)).isTrue();
    String[] resident = Files.readString(output).strip().split(" ", 2);
    System.out.printf(
        "resident KiB after %d and %d decodes: %s%n",
        WARM_UP, WARM_UP + DECODES, String.join(", ", resident));
    assertThat(Long.parseLong(resident[1]) - Long.parseLong(resident[0]))
        .isLessThan(MAX_GROWTH_KIB);
  }
}
