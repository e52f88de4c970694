package org.hashmatch.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import org.hashmatch.bank.AddOutcome;
import org.hashmatch.bank.Bank;
import org.hashmatch.bank.BankEntry;

/**
 * Entries on their way into a bank, in one step; what was refused is said a line each, and counted.
 */
final class Additions {

  private final Bank bank;
  private final PrintWriter err;
  private final List<BankEntry> entries = new ArrayList<>();
  private final List<String> names = new ArrayList<>();
  private int refused;

  Additions(Bank bank, PrintWriter err) {
    this.bank = bank;
    this.err = err;
  }

  void put(String name, BankEntry entry) {
    names.add(name);
    entries.add(entry);
  }

  void refuse(String name, String why) {
    err.println(name + ": " + why);
    refused++;
  }

  int finish() throws IOException {
    List<AddOutcome> outcomes = bank.addAll(entries);
    for (int i = 0; i < outcomes.size(); i++) {
      if (!outcomes.get(i).isHeld()) {
        refuse(names.get(i), explanation(outcomes.get(i)));
      }
    }
    long added = outcomes.stream().filter(AddOutcome.ADDED::equals).count();
    long updated = outcomes.stream().filter(AddOutcome.UPDATED::equals).count();
    long unchanged = outcomes.stream().filter(AddOutcome.UNCHANGED::equals).count();
    err.println(
        added
            + " added, "
            + (updated == 0 ? "" : updated + " changed, ")
            + unchanged
            + " there already, "
            + refused
            + " refused; "
            + bank.size()
            + " in the bank");
    return refused == 0 ? ExitCode.CLEAR : ExitCode.UNSCREENABLE;
  }

  private String explanation(AddOutcome outcome) {
    return outcome
        + ": "
        + switch (outcome) {
          case ADDED, UPDATED, UNCHANGED -> "in the bank";
          case ID_TAKEN -> "the bank has an entry with this id and other hashes; remove it first";
          case DELETED_HERE -> "it was removed by hand; add it by hand";
          case LOW_QUALITY -> "quality below " + bank.settings().policy().qualityFloor();
          case TRIVIAL_HASH -> "all bits are equal";
          case WRONG_ALGORITHM ->
              "the bank holds " + bank.settings().policy().radii().keySet() + " hashes";
          case HITS_CANARY -> "near a picture that is known to be innocent";
        };
  }
}
