package org.hashmatch.cli;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.hashmatch.bank.Decision;
import org.hashmatch.bank.HashMatcher;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code match --bank BANK [FILE]} */
@Command(
    name = "match",
    description = {
      "Looks hashes up in banks. Reads lines hash,quality,name, as 'hash' prints them, and prints CSV.",
      "A single hash finds no turned copies: 'screen' looks up all eight."
    },
    mixinStandardHelpOptions = true)
final class MatchCommand implements Callable<Integer> {

  private static final String[] HEADER = {
    "query", "decision", "bank", "entry", "distance", "reason"
  };

  @Mixin private final BankChoice bankChoice = new BankChoice();

  @Option(
      names = "--all",
      description = "Print every match within the radius, not only the one that decides.")
  private boolean all;

  @Parameters(
      paramLabel = "FILE",
      arity = "0..1",
      description = "Lines to match; standard input if missing or '-'.")
  private Path file = Path.of("-");

  @Mixin private final Console console = new Console();

  @Override
  public Integer call() throws IOException {
    PrintWriter out = console.out();
    PrintWriter err = console.err();
    ExitCode exit = new ExitCode();
    try (OpenBanks banks = bankChoice.open()) {
      HashListFile list = new HashListFile(file);
      HashMatcher matcher = new HashMatcher(banks.all());
      CsvWriter csv = Csv.to(out);
      csv.writeRecord(HEADER);
      list.readAll(
          banks.algorithm(),
          (number, line) -> {
            Decision decision = matcher.match(line.hash(), line.quality());
            exit.include(ExitCode.of(decision));
            print(csv, line.name().isEmpty() ? "line " + number : line.name(), decision);
          },
          malformed -> {
            exit.include(ExitCode.UNSCREENABLE);
            err.println("hashmatch: " + list + ": " + malformed);
          });
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
    return exit.worst();
  }

  private void print(CsvWriter csv, String query, Decision decision) {
    for (DecisionRow row : DecisionRow.of(query, decision, all)) {
      csv.writeRecord(
          row.file(), row.decision(), row.bank(), row.entry(), row.distance(), row.reason());
    }
  }
}
