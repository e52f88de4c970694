package org.hashmatch.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.hashmatch.bank.Decision;
import org.hashmatch.bank.OneLine;
import org.hashmatch.bank.Screener;
import org.hashmatch.bank.Upload;
import org.hashmatch.hash.UnscreenableException;

/** A run over many files, and what came of it. */
final class Screening {

  private final Screener screener;
  private final List<Path> files;
  private final long maxBytes;
  private final Map<String, Integer> counts = new TreeMap<>();
  private final ExitCode exit = new ExitCode();
  private long nanos;

  /** Takes the decisions in the order of the files. */
  @FunctionalInterface
  interface Sink {

    /** Takes one; false ends the run. */
    boolean accept(Path file, Decision decision);
  }

  private record Screened(Path file, Decision decision) {}

  Screening(Screener screener, List<Path> files, long maxBytes) {
    this.screener = screener;
    this.files = files;
    this.maxBytes = maxBytes;
  }

  int total() {
    return files.size();
  }

  void run(Sink sink) {
    long start = System.nanoTime();
    Parallel.inOrder(
        files.iterator(),
        file -> new Screened(file, decideUnchecked(file)),
        screened -> {
          counts.merge(screened.decision().word(), 1, Integer::sum);
          exit.include(ExitCode.of(screened.decision()));
          return sink.accept(screened.file(), screened.decision());
        });
    nanos = System.nanoTime() - start;
  }

  private Decision decideUnchecked(Path file) {
    try {
      return decide(screener, file, maxBytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The decision on a file, one that cannot be read included. */
  static Decision decide(Screener screener, Path file, long maxBytes) throws IOException {
    try {
      byte[] bytes = PictureFile.read(file, maxBytes);
      return screener.screen(new Upload(OneLine.of(file.toString()), bytes)).decision();
    } catch (UnscreenableException e) {
      return new Decision.Unscreenable(e.reason(), e.detail());
    }
  }

  int exitCode() {
    return exit.worst();
  }

  /** For example {@code 52 pictures: 30 BLOCK, 14 CLEAR, 8 UNSCREENABLE; 12.3 ms a picture}. */
  String summary() {
    int total = counts.values().stream().mapToInt(Integer::intValue).sum();
    String each =
        String.join(
            ", ", counts.entrySet().stream().map(e -> e.getValue() + " " + e.getKey()).toList());
    return String.format(
        Locale.ROOT,
        "%d pictures: %s; %.1f ms a picture",
        total,
        each,
        nanos / 1e6 / Math.max(1, total));
  }
}
