package org.hashmatch.cli;

import org.hashmatch.hash.decode.GuardLimits;
import picocli.CommandLine.Option;

/** The guard's limits, each an option. */
final class GuardChoice {

  private static final GuardLimits DEFAULT = GuardLimits.DEFAULT;

  @Option(
      names = "--max-bytes",
      paramLabel = "N",
      description = "Largest file. Without it: 20971520 (20 MiB).")
  private long maxBytes = DEFAULT.maxBytes();

  @Option(
      names = "--max-side",
      paramLabel = "N",
      description = "Longest side in pixels. Without it: 65535.")
  private int maxSide = DEFAULT.maxSide();

  @Option(
      names = "--max-pixels",
      paramLabel = "N",
      description = "Most pixels. Without it: 40000000.")
  private long maxPixels = DEFAULT.maxPixels();

  @Option(
      names = "--max-scans",
      paramLabel = "N",
      description = "Most scans of a JPEG. Without it: 100.")
  private int maxScans = DEFAULT.maxScans();

  @Option(
      names = "--max-scan-pixels",
      paramLabel = "N",
      description = "Most pixels times scans of a JPEG. Without it: 400000000.")
  private long maxScanPixels = DEFAULT.maxScanPixels();

  @Option(
      names = "--max-frames",
      paramLabel = "N",
      description = "Most frames of an animation that are looked at, 1 to 8. Without it: 8.")
  private int maxFrames = DEFAULT.maxFrames();

  @Option(
      names = "--max-frame-pixels",
      paramLabel = "N",
      description = "Most pixels of frames that are decoded for that. Without it: 40000000.")
  private long maxFramePixels = DEFAULT.maxFramePixels();

  /** Throws IllegalArgumentException, naming the value and its bound, if one is out of range. */
  GuardLimits limits() {
    return new GuardLimits(
        maxBytes, maxSide, maxPixels, maxScans, maxScanPixels, maxFrames, maxFramePixels);
  }
}
