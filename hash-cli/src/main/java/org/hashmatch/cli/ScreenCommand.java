package org.hashmatch.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.hashmatch.bank.HashMatcher;
import org.hashmatch.bank.Screener;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code screen --bank BANK PATH...} */
@Command(
    name = "screen",
    description = "Decides on pictures: BLOCK, REVIEW, CLEAR, or UNSCREENABLE and why.",
    mixinStandardHelpOptions = true)
final class ScreenCommand implements Callable<Integer> {

  private static final int EXPLAINED_BITS = 32;

  @Mixin private final HasherChoice hashing = new HasherChoice();

  @Mixin private final BankChoice bankChoice = new BankChoice();

  @Option(
      names = "--format",
      paramLabel = "text|csv|jsonl",
      description = "How decisions are printed. Without it: text.")
  private DecisionPrinter.Format format = DecisionPrinter.Format.TEXT;

  @Option(
      names = "--all-pixels",
      description = {
        "Decode large JPEG pictures in full.",
        "Without it they are reduced while decoding: several times faster, and up to 4 bits off."
      })
  private boolean allPixels;

  @Option(
      names = "--audit",
      paramLabel = "FILE",
      description = "Note every decision in this file, each line proving the ones before.")
  private @Nullable Path audit;

  @Option(
      names = "--history",
      paramLabel = "BANK",
      description = {
        "Keep the hashes of what is not blocked in this bank, for 'bank add --retro'.",
        "An upload's id there is its file as it was typed."
      })
  private @Nullable String history;

  @Option(
      names = "--explain",
      description = "Name for what is clear the entry that it came nearest to. Slower.")
  private boolean explain;

  @Parameters(paramLabel = "PATH", arity = "1..*", description = "Pictures, and folders of them.")
  private final List<Path> paths = new ArrayList<>();

  @Mixin private final Console console = new Console();

  @Override
  public Integer call() throws IOException {
    PrintWriter out = console.out();
    PrintWriter err = console.err();
    List<Path> files = FileTree.files(paths);
    try (OpenBanks banks = bankChoice.open();
        OpenHasher open = hashing.open(console, request(banks), files.size());
        Listeners listeners = Listeners.open(audit, bankChoice.address(history))) {
      HashMatcher matcher =
          new HashMatcher(banks.all()).withNearestMiss(explain ? EXPLAINED_BITS : 0);
      Screener screener = new Screener(List.of(open.hasher()), matcher, listeners.all());
      Screening screening = new Screening(screener, files, hashing.limits().maxBytes());
      DecisionPrinter printer = DecisionPrinter.of(format, out);
      Progress progress = Progress.of(err, screening.total());
      screening.run(
          (file, decision) -> {
            progress.clear();
            printer.print(file.toString(), decision);
            // Also flushes: the line must be on the terminal before the bar is drawn below it.
            boolean wanted = !out.checkError();
            progress.step();
            return wanted;
          });
      progress.clear();
      err.println(screening.summary());
      return screening.exitCode();
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  private HasherChoice.Request request(OpenBanks banks) {
    return new HasherChoice.Request(banks.algorithm(), HasherChoice.Isolation.PROCESS, allPixels);
  }
}
