package org.hashmatch.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.hashmatch.bank.PictureHasher;
import org.hashmatch.bank.exchange.HashLine;
import org.hashmatch.hash.ImageHashes;
import org.hashmatch.hash.UnscreenableException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code hash FILE...} */
@Command(
    name = "hash",
    description = {
      "Prints a line for each picture, in the order given: hash,quality,file.",
      "A file that cannot be hashed gets a line on standard error, and the rest goes on."
    },
    mixinStandardHelpOptions = true)
final class HashCommand implements Callable<Integer> {

  @Mixin private final DecoderChoice decoder = new DecoderChoice();

  @Option(
      names = "--profile",
      paramLabel = "full|nn512",
      description =
          "PDQ of all pixels (the default), or after the C++ command line's resize to 512x512.")
  private Profile profile = Profile.FULL;

  @Parameters(paramLabel = "FILE", arity = "1..*", description = "Pictures.")
  private final List<Path> files = new ArrayList<>();

  @Mixin private final Console console = new Console();

  /** A file's hashes, or why there are none. */
  private record Hashed(Path file, @Nullable ImageHashes hashes, String problem) {}

  @Override
  public Integer call() {
    PrintWriter out = console.out();
    PrintWriter err = console.err();
    PictureHasher hasher = Hashers.of(decoder.load(console), profile.algorithm());
    ExitCode exit = new ExitCode();
    Parallel.inOrder(
        files.iterator(),
        file -> hash(hasher, file),
        hashed -> {
          exit.include(print(hashed, out, err));
          return !out.checkError();
        });
    return exit.worst();
  }

  private static Hashed hash(PictureHasher hasher, Path file) {
    try {
      return new Hashed(file, hasher.hash(PictureFile.read(file)).untrusted(), "");
    } catch (UnscreenableException e) {
      return new Hashed(file, null, String.valueOf(e.getMessage()));
    }
  }

  private static int print(Hashed hashed, PrintWriter out, PrintWriter err) {
    ImageHashes hashes = hashed.hashes();
    String name = hashed.file().toString();
    if (hashes == null) {
      err.println(HashLine.onOneLine(name) + ": " + hashed.problem());
      return ExitCode.UNSCREENABLE;
    }
    out.println(new HashLine(hashes.original(), hashes.quality(), name).toText());
    return ExitCode.CLEAR;
  }
}
