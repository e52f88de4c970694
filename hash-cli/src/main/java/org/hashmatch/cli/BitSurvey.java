package org.hashmatch.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hashmatch.eval.BitStatistics;
import org.hashmatch.hash.HashAlgorithm;
import org.hashmatch.hash.ImageHash;
import org.hashmatch.hash.UnscreenableException;
import org.hashmatch.hash.algorithm.ImageHasher;
import org.hashmatch.hash.decode.DecodedImage;
import org.hashmatch.hash.decode.ImageDecoder;
import org.hashmatch.hash.decode.ImageGuard;
import org.hashmatch.hash.image.PixelImage;

/** A run over many pictures, each decoded once for several algorithms, and what came of it. */
final class BitSurvey {

  private static final int MIN_PICTURES = 2;

  private final ImageGuard guard = ImageGuard.withDefaults();
  private final ImageDecoder decoder;
  private final List<Path> files;
  private final List<Count> counts;

  /** Takes what became of each file, in their order. */
  @FunctionalInterface
  interface Sink {

    /** Takes one; the problem is empty if the file could be looked at. */
    void accept(Path file, String problem);
  }

  /**
   * How one algorithm used its bits.
   *
   * @param counted pictures that were
   * @param leftOut files that were not: not to be looked at, too small, or featureless
   * @param statistics empty if fewer than two were counted
   */
  record Result(
      HashAlgorithm algorithm, int counted, int leftOut, Optional<BitStatistics> statistics) {

    boolean isEnough() {
      return counted >= MIN_PICTURES;
    }
  }

  /** A picture's hashes in the order of the hashers, or why there are none. */
  private record Surveyed(Path file, List<Optional<ImageHash>> hashes, String problem) {}

  /** One algorithm's hashes so far; filled by one thread. */
  private static final class Count {

    private final ImageHasher hasher;
    private final BitStatistics.Builder builder;
    private int counted;

    Count(ImageHasher hasher) {
      this.hasher = hasher;
      this.builder = BitStatistics.builder(hasher.algorithm());
    }

    void add(ImageHash hash) {
      builder.add(hash);
      counted++;
    }

    Result result(int files) {
      return new Result(
          hasher.algorithm(),
          counted,
          files - counted,
          counted < MIN_PICTURES ? Optional.empty() : Optional.of(builder.build()));
    }
  }

  BitSurvey(ImageDecoder decoder, List<ImageHasher> hashers, List<Path> files) {
    this.decoder = decoder;
    this.files = files;
    this.counts = hashers.stream().map(Count::new).toList();
  }

  void run(Sink sink) {
    Parallel.inOrder(
        files.iterator(),
        this::survey,
        surveyed -> {
          for (int i = 0; i < surveyed.hashes().size(); i++) {
            surveyed.hashes().get(i).ifPresent(counts.get(i)::add);
          }
          sink.accept(surveyed.file(), surveyed.problem());
          return true;
        });
  }

  private Surveyed survey(Path file) {
    try (DecodedImage decoded =
        decoder.decode(guard.admit(PictureFile.read(file, guard.limits().maxBytes())))) {
      List<Optional<ImageHash>> hashes = new ArrayList<>();
      for (Count count : counts) {
        hashes.add(trusted(count.hasher, decoded.pixels()));
      }
      return new Surveyed(file, hashes, "");
    } catch (UnscreenableException e) {
      return new Surveyed(file, List.of(), String.valueOf(e.getMessage()));
    }
  }

  /**
   * Empty for what no bank would take: the bits of such a picture are not the algorithm's doing.
   */
  private static Optional<ImageHash> trusted(ImageHasher hasher, PixelImage pixels) {
    try {
      return Optional.of(hasher.hash(pixels).trusted().original());
    } catch (UnscreenableException e) {
      return Optional.empty();
    }
  }

  List<Result> results() {
    return counts.stream().map(count -> count.result(files.size())).toList();
  }
}
