package org.hashmatch.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.hashmatch.bank.Bank;
import org.hashmatch.bank.BankEntry;
import org.hashmatch.bank.exchange.HashLine;
import org.hashmatch.bank.store.SqliteBankFile;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code bank import BANK --format pdq-quality FILE} */
@Command(
    name = "import",
    description = {
      "Adds the hashes of a list, as 'hash' prints it: hash,quality,id.",
      "A bad line is named and left out; the good ones are added in one step."
    },
    mixinStandardHelpOptions = true)
final class BankImportCommand implements Callable<Integer> {

  @Parameters(index = "0", paramLabel = "BANK", description = "Bank file.")
  private @Nullable Path bankFile;

  @Parameters(index = "1", paramLabel = "FILE", description = "The list.")
  private @Nullable Path list;

  @Option(
      names = "--format",
      required = true,
      converter = ListFormat.Converter.class,
      paramLabel = "pdq-quality",
      description = "Lines hash,quality,id.")
  private ListFormat format = ListFormat.PDQ_QUALITY;

  @Option(names = "--source", paramLabel = "SOURCE", description = "Whose list it is.")
  private String source = "";

  @Mixin private final Console console = new Console();

  @Override
  public Integer call() throws IOException {
    Path file = Required.of(list);
    try (Bank bank = SqliteBankFile.open(Required.of(bankFile))) {
      Additions additions = new Additions(bank, console.err());
      switch (format) {
        case PDQ_QUALITY ->
            new HashListFile(file)
                .readAll(
                    bank.settings().algorithm(),
                    (number, line) -> put(additions, file + ": line " + number, line),
                    malformed -> additions.refuse(file.toString(), malformed.toString()));
      }
      return additions.finish();
    }
  }

  private void put(Additions additions, String where, HashLine line) {
    try {
      BankEntry entry = BankEntry.of(line.name(), line.hash(), line.quality());
      additions.put(where, entry.withOrigin(source, ""));
    } catch (IllegalArgumentException e) {
      additions.refuse(where, String.valueOf(e.getMessage()));
    }
  }
}
