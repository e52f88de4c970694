package org.hashmatch.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The option {@code --bank}, for every command that looks something up. */
final class BankChoice {

  @Option(
      names = "--bank",
      paramLabel = "BANK",
      required = true,
      description = {
        "Bank file, or postgresql://HOST:PORT/DATABASE#SCHEMA (PGUSER, PGPASSWORD);",
        "may be given several times."
      })
  private final List<String> addresses = new ArrayList<>();

  @Option(
      names = "--key-file",
      paramLabel = "FILE",
      description = "Holds the key of sealed banks: 32 bytes in base64.")
  private @Nullable Path keyFile;

  @Option(
      names = "--cache",
      paramLabel = "FOLDER",
      description = "Where banks in PostgreSQL keep their indexes on this machine.")
  private @Nullable Path cache;

  /** Another bank's address, with the same key; null for none. */
  @Nullable BankAddress address(@Nullable String text) {
    return text == null ? null : new BankAddress(text, keyFile, cache);
  }

  OpenBanks open() throws IOException {
    List<BankAddress> banks = new ArrayList<>();
    for (int i = 0; i < addresses.size(); i++) {
      Path own = cache == null ? null : cache.resolve("bank-" + (i + 1));
      banks.add(new BankAddress(addresses.get(i), keyFile, own));
    }
    return OpenBanks.open(banks);
  }
}
