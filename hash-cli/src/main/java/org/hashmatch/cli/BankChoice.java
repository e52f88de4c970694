package org.hashmatch.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Option;

/** The option {@code --bank}, for every command that looks something up. */
final class BankChoice {

  @Option(
      names = "--bank",
      paramLabel = "BANK",
      required = true,
      description = "Bank file; may be given several times.")
  private final List<Path> files = new ArrayList<>();

  OpenBanks open() throws IOException {
    return OpenBanks.open(files);
  }
}
