package org.hashmatch.cli;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.hashmatch.hash.HashAlgorithm;
import org.hashmatch.hash.ImageHash;
import org.hashmatch.hash.UnscreenableException;
import org.hashmatch.hash.view.HashedPicture;
import org.hashmatch.hash.view.HashedView;
import org.hashmatch.hash.view.PictureHasher;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code score BANKDIR QUERYDIR OUT.tsv} */
@Command(
    name = "score",
    description = {
      "Compares each picture of one folder with each of another, as an upload with a bank's entry, and writes a"
          + " line for each pair: query<TAB>bank<TAB>score.",
      "The score is the number of bits in which the hashes are equal, of the upload's nearest view: the more, the"
          + " more alike. Names are paths below the folders.",
      "Matchers of any kind can be studied that take these three arguments and write this form."
    },
    mixinStandardHelpOptions = true)
final class ScoreCommand implements Callable<Integer> {

  @Mixin private final HasherChoice hashing = new HasherChoice();

  @Option(
      names = "--algorithm",
      converter = Algorithms.Converter.class,
      completionCandidates = Algorithms.Ids.class,
      paramLabel = "NAME",
      description = "What makes the hashes. Without it: pdq. One of ${COMPLETION-CANDIDATES}.")
  private HashAlgorithm algorithm = HashAlgorithm.PDQ;

  @Parameters(index = "0", paramLabel = "BANKDIR", description = "Pictures as a bank knows them.")
  private @Nullable Path bank;

  @Parameters(index = "1", paramLabel = "QUERYDIR", description = "Pictures as they are uploaded.")
  private @Nullable Path queries;

  @Parameters(index = "2", paramLabel = "OUT.tsv", description = "The file that is written.")
  private @Nullable Path out;

  @Mixin private final Console console = new Console();

  /**
   * The hashes of a file by which it is compared; none, and a problem, if it cannot be looked at.
   */
  private record Hashed(String name, List<ImageHash> hashes, String problem) {}

  @Override
  public Integer call() throws IOException {
    ExitCode exit = new ExitCode();
    Path target = Required.of(out);
    Path half = target.resolveSibling(target.getFileName() + ".half");
    HasherChoice.Request request =
        new HasherChoice.Request(algorithm, HasherChoice.Isolation.NONE, true);
    try (OpenHasher open = hashing.open(console, request, Integer.MAX_VALUE);
        BufferedWriter lines = Files.newBufferedWriter(half)) {
      List<Hashed> entries = new ArrayList<>();
      each(Required.of(bank), file -> own(open.hasher(), file), entries::add, exit);
      each(
          Required.of(queries),
          file -> views(open.hasher(), file),
          query -> write(lines, query, entries),
          exit);
    } catch (IOException | RuntimeException e) {
      Files.deleteIfExists(half);
      throw e;
    }
    Files.move(half, target, StandardCopyOption.REPLACE_EXISTING);
    return exit.worst();
  }

  private interface Hashing {
    List<ImageHash> of(Path file) throws UnscreenableException;
  }

  private interface Sink {
    void accept(Hashed hashed) throws IOException;
  }

  private void each(Path folder, Hashing hashing, Sink sink, ExitCode exit) throws IOException {
    IOException[] failure = new IOException[1];
    Parallel.inOrder(
        FileTree.named(folder).iterator(),
        file -> hash(file.name(), file.file(), hashing),
        hashed -> {
          try {
            if (hashed.problem().isEmpty()) {
              sink.accept(hashed);
            } else {
              console.err().println(hashed.name() + ": " + hashed.problem());
              exit.include(ExitCode.UNSCREENABLE);
            }
          } catch (IOException e) {
            failure[0] = e;
          }
          return failure[0] == null;
        });
    if (failure[0] != null) {
      throw failure[0];
    }
  }

  private static Hashed hash(String name, Path file, Hashing hashing) {
    try {
      return new Hashed(name, hashing.of(file), "");
    } catch (UnscreenableException e) {
      return new Hashed(name, List.of(), String.valueOf(e.getMessage()));
    }
  }

  private List<ImageHash> own(PictureHasher hasher, Path file) throws UnscreenableException {
    return List.of(hasher.hash(read(file)).stored().untrusted().original());
  }

  private List<ImageHash> views(PictureHasher hasher, Path file) throws UnscreenableException {
    HashedPicture picture = hasher.hashToMatch(read(file));
    List<ImageHash> hashes = new ArrayList<>();
    for (HashedView view : picture.views()) {
      hashes.addAll(view.hashed().untrusted().byDihedral());
    }
    return hashes;
  }

  private byte[] read(Path file) throws UnscreenableException {
    return PictureFile.read(file, hashing.limits().maxBytes());
  }

  private void write(BufferedWriter lines, Hashed query, List<Hashed> entries) throws IOException {
    for (Hashed entry : entries) {
      ImageHash known = entry.hashes().get(0);
      int nearest = algorithm.bits();
      for (ImageHash hash : query.hashes()) {
        nearest = Math.min(nearest, hash.distance(known));
      }
      lines.write(query.name() + "\t" + entry.name() + "\t" + (algorithm.bits() - nearest) + "\n");
    }
  }
}
