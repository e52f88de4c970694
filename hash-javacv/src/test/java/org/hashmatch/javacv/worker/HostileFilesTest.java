package org.hashmatch.javacv.worker;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.io.File;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hashmatch.hash.UnscreenableException;
import org.hashmatch.hash.UnscreenableReason;
import org.hashmatch.hash.decode.Completeness;
import org.hashmatch.hash.decode.ImageFormat;
import org.hashmatch.testdata.HostileFile;
import org.hashmatch.testdata.HostileFile.Expected;
import org.hashmatch.testdata.SharedData;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

/** The whole corpus of hostile files through the default way of an upload. */
class HostileFilesTest {

  private static final long MAX_WORKER_BYTES = 400_000_000;

  /** Twice the promise of 2.5 s: a machine that runs tests may be busy with others. */
  private static final long MAX_NANOS = 5_000_000_000L;

  private final ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  /** What came of a file: a reason, or hashed if there is none; maybe in part. */
  private record Outcome(
      HostileFile file,
      Optional<UnscreenableReason> reason,
      boolean partial,
      long nanos,
      long hostBytes) {

    boolean isHashed() {
      return reason.isEmpty();
    }

    /** Whether it can be clear, if it matches nothing. */
    boolean isHashedWhole() {
      return isHashed() && !partial;
    }

    boolean is(UnscreenableReason wanted) {
      return reason.filter(wanted::equals).isPresent();
    }

    @Override
    public String toString() {
      return file.name() + " " + reason.map(Enum::name).orElse(partial ? "partial" : "hashed");
    }
  }

  @Test
  void hashToMatch_corpus_isBoundedAndAsExpected() throws Exception {
    Optional<Path> folder = SharedData.folder("badinput");
    Assumptions.assumeTrue(folder.isPresent(), SharedData.ABSENT);
    List<Outcome> outcomes = new ArrayList<>();
    long workerBytes;
    try (IsolatedHasher hasher =
            IsolatedHasher.builder().workers(1).classPath(withoutFfmpeg()).start();
        PeakMemory memory = PeakMemory.ofChildren()) {
      for (HostileFile file : HostileFile.readAll(folder.orElseThrow())) {
        outcomes.add(outcome(hasher, file));
      }
      workerBytes = memory.peakBytes();
    }
    report(outcomes, workerBytes);

    assertThat(outcomes).hasSizeGreaterThan(3000);
    assertThat(outcomes).allMatch(o -> o.nanos() < MAX_NANOS);
    assertThat(workerBytes).isLessThan(MAX_WORKER_BYTES);
    assertThat(having(outcomes, Expected.DECODES)).allMatch(Outcome::isHashed);
    assertThat(having(outcomes, Expected.REJECT_FORMAT).stream().filter(Outcome::isHashedWhole))
        .hasSizeLessThanOrEqualTo(openedByNewerJdks());
    assertThat(having(outcomes, Expected.REJECT_LIMIT))
        .allMatch(o -> o.is(UnscreenableReason.TOO_LARGE) || isOfNoFormatOfOurs(o));
    assertThat(outcomes).allMatch(o -> o.hostBytes() <= 4L * o.file().bytes().length + 2_000_000);
    List<Outcome> damaged = refusedByOpenCvOnly(outcomes);
    assertThat(damaged).hasSizeGreaterThan(70);
    assertThat(damaged.stream().filter(Outcome::isHashed).count())
        .isGreaterThanOrEqualTo(damaged.size() * 85L / 100);
  }

  /**
   * The corpus says what JDK 17's readers refuse; those of newer JDKs open a few damaged JPEG files
   * more.
   */
  private static int openedByNewerJdks() {
    return Runtime.version().feature() == 17 ? 0 : 12;
  }

  /** As the program is; those who said what must come of AVIF files had no FFmpeg either. */
  private static String withoutFfmpeg() {
    return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
        .filter(path -> !new File(path).getName().startsWith("ffmpeg"))
        .collect(Collectors.joining(File.pathSeparator));
  }

  private Outcome outcome(IsolatedHasher hasher, HostileFile file) {
    byte[] bytes = file.bytes();
    long allocated = threads.getCurrentThreadAllocatedBytes();
    long start = System.nanoTime();
    Optional<UnscreenableReason> reason = Optional.empty();
    boolean partial = false;
    try {
      partial = hasher.hashToMatch(bytes).completeness() == Completeness.PARTIAL;
    } catch (UnscreenableException e) {
      reason = Optional.of(e.reason());
    }
    long nanos = System.nanoTime() - start;
    long hostBytes = threads.getCurrentThreadAllocatedBytes() - allocated;
    return new Outcome(file, reason, partial, nanos, hostBytes);
  }

  private static List<Outcome> having(List<Outcome> outcomes, Expected expected) {
    return outcomes.stream().filter(o -> o.file().expected() == expected).toList();
  }

  private static List<Outcome> refusedByOpenCvOnly(List<Outcome> outcomes) {
    return outcomes.stream()
        .filter(o -> o.file().format().equals("jpeg"))
        .filter(o -> !o.file().openedByOpenCv() && o.file().openedByOthers())
        .toList();
  }

  /** Of formats that nothing decodes, the size is not asked for. */
  private static boolean isOfNoFormatOfOurs(Outcome outcome) {
    return ImageFormat.detect(outcome.file().bytes())
        .filter(format -> format != ImageFormat.JPEG_2000)
        .isEmpty();
  }

  private static void report(List<Outcome> outcomes, long workerBytes) {
    long[] nanos = outcomes.stream().mapToLong(Outcome::nanos).sorted().toArray();
    List<Outcome> damaged = refusedByOpenCvOnly(outcomes);
    System.out.printf(
        Locale.ROOT,
        "%d hostile files: median %.2f ms, p99 %.1f ms, longest %.0f ms; worker at most %d MB;"
            + " %d of %d JPEG files hashed that OpenCV refuses and another opens; lost %s; slowest %s%n",
        nanos.length,
        nanos[nanos.length / 2] / 1e6,
        nanos[nanos.length * 99 / 100] / 1e6,
        Arrays.stream(nanos).max().orElse(0) / 1e6,
        workerBytes / 1_000_000,
        damaged.stream().filter(Outcome::isHashed).count(),
        damaged.size(),
        outcomes.stream()
            .filter(
                o ->
                    o.is(UnscreenableReason.TIMED_OUT)
                        || o.is(UnscreenableReason.OUT_OF_MEMORY)
                        || o.is(UnscreenableReason.WORKER_LOST))
            .toList(),
        outcomes.stream()
            .sorted((a, b) -> Long.compare(b.nanos(), a.nanos()))
            .limit(8)
            .map(o -> o + " " + o.nanos() / 1_000_000 + " ms")
            .toList());
  }
}
