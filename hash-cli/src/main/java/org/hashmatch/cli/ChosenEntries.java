package org.hashmatch.cli;

import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** A bank, and behind it the entries that a command is about. */
final class ChosenEntries {

  @Mixin private final BankPlace place = new BankPlace();

  @Parameters(index = "1..*", paramLabel = "ID", arity = "1..*", description = "Entries' ids.")
  private List<String> ids = new ArrayList<>();

  BankPlace place() {
    return place;
  }

  List<String> ids() {
    return ids;
  }
}
