package org.hashmatch.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.hashmatch.bank.OneLine;
import org.hashmatch.bank.exchange.HashLine;
import org.hashmatch.hash.Dihedral;
import org.hashmatch.hash.HashAlgorithm;
import org.hashmatch.hash.ImageHashes;
import org.hashmatch.hash.UnscreenableException;
import org.hashmatch.hash.decode.Completeness;
import org.hashmatch.hash.view.HashedPicture;
import org.hashmatch.hash.view.PictureHasher;
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
      "A line does not say which algorithm made it: look it up in banks of the same.",
      "A file that cannot be hashed gets a line on standard error, and the rest goes on."
    },
    mixinStandardHelpOptions = true)
final class HashCommand implements Callable<Integer> {

  @Mixin private final HasherChoice hashing = new HasherChoice();

  @Option(
      names = "--algorithm",
      converter = Algorithms.Converter.class,
      completionCandidates = Algorithms.Ids.class,
      paramLabel = "NAME",
      description = {
        "What makes the hashes. Without it: pdq, of all pixels; pdq-nn512 is PDQ after the C++ command line's resize.",
        "One of ${COMPLETION-CANDIDATES}; shorter where clear, as phash/64."
      })
  private HashAlgorithm algorithm = HashAlgorithm.PDQ;

  @Option(
      names = "--all-dihedral",
      description = {
        "Print eight lines a picture, one for each way to turn or mirror it: hash,quality,file,view.",
        "To readers of such lists the view is part of the name."
      })
  private boolean allDihedral;

  @Parameters(paramLabel = "FILE", arity = "1..*", description = "Pictures.")
  private final List<Path> files = new ArrayList<>();

  @Mixin private final Console console = new Console();

  /** A file's hashes, and why there are none or only those of a part. */
  private record Hashed(Path file, @Nullable ImageHashes hashes, String problem) {}

  @Override
  public Integer call() throws IOException {
    PrintWriter out = console.out();
    PrintWriter err = console.err();
    HasherChoice.Request request =
        new HasherChoice.Request(algorithm, HasherChoice.Isolation.NONE, true);
    ExitCode exit = new ExitCode();
    try (OpenHasher open = hashing.open(console, request, files.size())) {
      Parallel.inOrder(
          files.iterator(),
          file -> hash(open.hasher(), file),
          hashed -> {
            exit.include(print(hashed, out, err));
            return !out.checkError();
          });
    }
    return exit.worst();
  }

  private Hashed hash(PictureHasher hasher, Path file) {
    try {
      HashedPicture picture = hasher.hash(PictureFile.read(file, hashing.limits().maxBytes()));
      boolean partial = picture.completeness() == Completeness.PARTIAL;
      return new Hashed(
          file,
          picture.stored().untrusted(),
          partial ? "PARTIAL: only a part of it can be decoded" : "");
    } catch (UnscreenableException e) {
      return new Hashed(file, null, String.valueOf(e.getMessage()));
    }
  }

  private int print(Hashed hashed, PrintWriter out, PrintWriter err) {
    ImageHashes hashes = hashed.hashes();
    String name = hashed.file().toString();
    if (hashes != null) {
      print(hashes, name, out);
    }
    if (hashed.problem().isEmpty()) {
      return ExitCode.CLEAR;
    }
    err.println(OneLine.of(name) + ": " + hashed.problem());
    return ExitCode.UNSCREENABLE;
  }

  private void print(ImageHashes hashes, String name, PrintWriter out) {
    if (allDihedral) {
      for (Dihedral dihedral : Dihedral.values()) {
        String view = name + "," + dihedral.label();
        out.println(new HashLine(hashes.of(dihedral), hashes.quality(), view).toText());
      }
    } else {
      out.println(new HashLine(hashes.original(), hashes.quality(), name).toText());
    }
  }
}
