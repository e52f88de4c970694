package org.hashmatch.cli;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.hashmatch.bank.Bank;
import org.hashmatch.bank.exchange.ImportReport;
import org.hashmatch.bank.exchange.ListException;
import org.hashmatch.bank.exchange.ListFormat;
import org.hashmatch.bank.exchange.ListImport;
import org.hashmatch.bank.exchange.ListOptions;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code bank import BANK --format NAME FILE} */
@Command(
    name = "import",
    description = {
      "Takes a list into a bank: what it withdraws goes, what it changes is changed.",
      "A bad row is named and left out; the good ones are taken in one step, or none if the list is cut."
    },
    mixinStandardHelpOptions = true)
final class BankImportCommand implements Callable<Integer> {

  @Mixin private final BankPlace place = new BankPlace();

  @Parameters(index = "1", paramLabel = "FILE", description = "The list; '-': standard input.")
  private @Nullable Path list;

  @Option(
      names = "--format",
      required = true,
      converter = ListFormats.class,
      completionCandidates = ListFormats.class,
      paramLabel = "FORMAT",
      description = "One of ${COMPLETION-CANDIDATES}.")
  private ListFormat format = ListFormat.NDJSON;

  @Option(
      names = "--whole",
      description = "The list is all that its source has: what it does not name is withdrawn.")
  private boolean isWhole;

  @Mixin private final ListChoice listChoice = new ListChoice();

  @Mixin private final ImportChoice importChoice = new ImportChoice();

  @Mixin private final Console console = new Console();

  @Override
  public Integer call() throws IOException {
    Path file = Required.of(list);
    String name = file.toString().equals("-") ? "standard input" : file.toString();
    try (Bank bank = place.open();
        InputStream in = open(file)) {
      ListOptions options =
          listChoice.options(
              format, bank, importChoice.labels(), String.valueOf(file.getFileName()));
      ListImport whole =
          importChoice.builder(listChoice.source(format), name, console).whole(isWhole).build();
      ImportReport report = whole.into(bank, in, format.reader(options));
      return ImportChoice.print(report, bank.size(), console.err());
    } catch (ListException e) {
      throw new IOException(name + ": " + e.getMessage() + "; nothing was changed", e);
    }
  }

  private static InputStream open(Path file) throws IOException {
    return new BufferedInputStream(
        file.toString().equals("-") ? System.in : Files.newInputStream(file), 1 << 16);
  }
}
