package org.hashmatch.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.concurrent.Callable;
import org.hashmatch.bank.BankPolicy;
import org.hashmatch.bank.OneLine;
import org.hashmatch.hash.Dihedral;
import org.hashmatch.hash.HashAlgorithm;
import org.hashmatch.hash.ImageHashes;
import org.hashmatch.hash.Quality;
import org.hashmatch.hash.UnscreenableException;
import org.hashmatch.hash.view.PictureHasher;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code compare A B} */
@Command(
    name = "compare",
    description =
        "Says how far two pictures are apart, as they are and however the first is turned.",
    mixinStandardHelpOptions = true)
final class CompareCommand implements Callable<Integer> {

  @Mixin private final HasherChoice hashing = new HasherChoice();

  @Parameters(index = "0", paramLabel = "A", description = "A picture.")
  private @Nullable Path first;

  @Parameters(index = "1", paramLabel = "B", description = "Another.")
  private @Nullable Path second;

  @Mixin private final Console console = new Console();

  @Override
  public Integer call() throws IOException {
    PrintWriter err = console.err();
    HasherChoice.Request request =
        new HasherChoice.Request(HashAlgorithm.PDQ, HasherChoice.Isolation.NONE, true);
    try (OpenHasher open = hashing.open(console, request, 1)) {
      ImageHashes a = hash(open.hasher(), Required.of(first), err);
      ImageHashes b = hash(open.hasher(), Required.of(second), err);
      return a == null || b == null ? ExitCode.UNSCREENABLE : print(a, b, console.out());
    }
  }

  private @Nullable ImageHashes hash(PictureHasher hasher, Path file, PrintWriter err) {
    try {
      return hasher
          .hashToMatch(PictureFile.read(file, hashing.limits().maxBytes()))
          .stored()
          .trusted(Quality.NONE);
    } catch (UnscreenableException e) {
      err.println(OneLine.of(file.toString()) + ": " + e.getMessage());
      return null;
    }
  }

  private static int print(ImageHashes a, ImageHashes b, PrintWriter out) {
    int radius = BankPolicy.DEFAULT.radius(HashAlgorithm.PDQ);
    Dihedral nearest =
        Arrays.stream(Dihedral.values())
            .min(Comparator.comparingInt(dihedral -> a.of(dihedral).distance(b.original())))
            .orElseThrow();
    int distance = a.of(nearest).distance(b.original());
    boolean featureless =
        a.quality().isBelow(Quality.DEFAULT_FLOOR) || b.quality().isBelow(Quality.DEFAULT_FLOOR);
    out.println("algorithm  " + HashAlgorithm.PDQ);
    out.println(
        "quality    "
            + a.quality()
            + " and "
            + b.quality()
            + " (floor "
            + Quality.DEFAULT_FLOOR
            + ")");
    out.println(
        "distance   "
            + a.original().distance(b.original())
            + " as they are (radius "
            + radius
            + ")");
    out.println("nearest    " + distance + " with the first one as " + nearest.label());
    if (featureless) {
      out.println("FEATURELESS: a hash below the quality floor means nothing");
      return ExitCode.UNSCREENABLE;
    }
    boolean match = distance <= radius;
    out.println(match ? "MATCH" : "NO MATCH");
    return match ? ExitCode.MATCHED : ExitCode.CLEAR;
  }
}
