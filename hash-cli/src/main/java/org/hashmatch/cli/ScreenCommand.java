package org.hashmatch.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.hashmatch.bank.Screener;
import org.hashmatch.hash.HashAlgorithm;
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

  @Parameters(paramLabel = "PATH", arity = "1..*", description = "Pictures, and folders of them.")
  private final List<Path> paths = new ArrayList<>();

  @Mixin private final Console console = new Console();

  @Override
  public Integer call() throws IOException {
    PrintWriter out = console.out();
    PrintWriter err = console.err();
    List<Path> files = FileTree.files(paths);
    try (OpenBanks banks = bankChoice.open();
        OpenHasher open = hashing.open(console, request(banks), files.size())) {
      Screener screener = new Screener(open.hasher(), banks.all());
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
    HashAlgorithm algorithm = banks.all().get(0).settings().algorithm();
    return new HasherChoice.Request(algorithm, HasherChoice.Isolation.PROCESS, allPixels);
  }
}
