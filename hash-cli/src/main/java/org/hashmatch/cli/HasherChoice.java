package org.hashmatch.cli;

import java.io.IOException;
import java.time.Duration;
import org.hashmatch.hash.HashAlgorithm;
import org.hashmatch.hash.decode.GuardLimits;
import org.hashmatch.hash.decode.ImageGuard;
import org.hashmatch.hash.view.InProcessHasher;
import org.hashmatch.javacv.worker.IsolatedHasher;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** How pictures become hashes, for every command that hashes them. */
final class HasherChoice {

  /** Where pictures are decoded and hashed. */
  enum Isolation {
    /** In child processes, which may be killed. */
    PROCESS,
    /** In this process. */
    NONE
  }

  @Mixin private final DecoderChoice decoder = new DecoderChoice();

  @Mixin private final GuardChoice guard = new GuardChoice();

  @Option(
      names = "--isolation",
      paramLabel = "process|none",
      description = {
        "Whether pictures are decoded in processes of their own, which cannot harm this one.",
        "Without it: process for screen, bank add and demo, none for hash and compare."
      })
  private @Nullable Isolation isolation;

  @Option(
      names = "--deadline",
      paramLabel = "MILLIS",
      description = "How long a picture may take, with --isolation process. Without it: 2000.")
  private long deadlineMillis = 2000;

  @Option(
      names = "--max-worker-bytes",
      paramLabel = "N",
      description = "How large such a process may grow. Without it: 360000000.")
  private long maxWorkerBytes = 360_000_000;

  GuardLimits limits() {
    return guard.limits();
  }

  /**
   * Puts guard, decoder and hasher together.
   *
   * @param pictures how many there will be, if that is known: no more processes are started
   */
  OpenHasher open(Console console, Request request, int pictures) throws IOException {
    Isolation chosen = isolation == null ? request.isolation() : isolation;
    return switch (chosen) {
      case NONE -> OpenHasher.of(inProcess(console, request));
      case PROCESS -> OpenHasher.of(isolated(console, request, pictures));
    };
  }

  /**
   * What a command wants unless it is told otherwise.
   *
   * @param allPixels whether pictures that are looked up are decoded in full too
   */
  record Request(HashAlgorithm algorithm, Isolation isolation, boolean allPixels) {}

  private InProcessHasher inProcess(Console console, Request request) {
    InProcessHasher hasher =
        new InProcessHasher(
            new ImageGuard(limits()),
            decoder.load(console),
            Algorithms.hasher(request.algorithm()));
    return request.allPixels() ? hasher.withAllPixels() : hasher;
  }

  private IsolatedHasher isolated(Console console, Request request, int pictures)
      throws IOException {
    int processors = Runtime.getRuntime().availableProcessors();
    IsolatedHasher hasher =
        IsolatedHasher.builder()
            .algorithm(request.algorithm())
            .limits(limits())
            .allPixels(request.allPixels())
            .decoder(decoder.forWorkers())
            .deadline(Duration.ofMillis(deadlineMillis))
            .maxWorkerBytes(maxWorkerBytes)
            .workers(Math.max(1, Math.min(pictures, processors)))
            .start();
    hasher.problem().ifPresent(problem -> decoder.report(console, problem));
    return hasher;
  }
}
