package org.hashmatch.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.hashmatch.bank.exchange.HashLine;
import org.hashmatch.hash.Dihedral;
import org.hashmatch.hash.HashAlgorithm;
import org.hashmatch.hash.ImageHashes;
import org.hashmatch.hash.UnscreenableException;
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

  @Mixin private final DecoderChoice decoder = new DecoderChoice();

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

  /** A file's hashes, or why there are none. */
  private record Hashed(Path file, @Nullable ImageHashes hashes, String problem) {}

  @Override
  public Integer call() {
    PrintWriter out = console.out();
    PrintWriter err = console.err();
    PictureHasher hasher = Hashers.of(decoder.load(console), algorithm);
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
      return new Hashed(file, hasher.hash(PictureFile.read(file)).stored().untrusted(), "");
    } catch (UnscreenableException e) {
      return new Hashed(file, null, String.valueOf(e.getMessage()));
    }
  }

  private int print(Hashed hashed, PrintWriter out, PrintWriter err) {
    ImageHashes hashes = hashed.hashes();
    String name = hashed.file().toString();
    if (hashes == null) {
      err.println(HashLine.onOneLine(name) + ": " + hashed.problem());
      return ExitCode.UNSCREENABLE;
    }
    if (allDihedral) {
      for (Dihedral dihedral : Dihedral.values()) {
        String view = name + "," + dihedral.label();
        out.println(new HashLine(hashes.of(dihedral), hashes.quality(), view).toText());
      }
    } else {
      out.println(new HashLine(hashes.original(), hashes.quality(), name).toText());
    }
    return ExitCode.CLEAR;
  }
}
