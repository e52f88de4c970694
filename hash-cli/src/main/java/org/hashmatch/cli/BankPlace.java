package org.hashmatch.cli;

import java.io.IOException;
import java.nio.file.Path;
import org.hashmatch.bank.Bank;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The parameter {@code BANK}, for every command about one bank. */
final class BankPlace {

  @Parameters(
      index = "0",
      paramLabel = "BANK",
      description = "Bank file, or postgresql://HOST:PORT/DATABASE#SCHEMA (PGUSER, PGPASSWORD).")
  private @Nullable String address;

  @Option(
      names = "--key-file",
      paramLabel = "FILE",
      description = "Holds the key of a sealed bank: 32 bytes in base64.")
  private @Nullable Path keyFile;

  @Option(
      names = "--cache",
      paramLabel = "FOLDER",
      description = "Where a bank in PostgreSQL keeps its indexes on this machine.")
  private @Nullable Path cache;

  BankAddress address() {
    return new BankAddress(Required.of(address), keyFile, cache);
  }

  Bank open() throws IOException {
    return address().open();
  }
}
