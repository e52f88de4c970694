package org.hashmatch.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.hashmatch.bank.Bank;
import org.hashmatch.bank.BankEntry;
import org.hashmatch.bank.BankPolicy;
import org.hashmatch.bank.BankSettings;
import org.hashmatch.bank.EntryKind;
import org.hashmatch.bank.EntryStatus;
import org.hashmatch.bank.Opinion;
import org.hashmatch.bank.Origin;
import org.hashmatch.bank.Verdict;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code bank COMMAND}: the commands that are a few lines each are methods here. */
@Command(
    name = "bank",
    description =
        "Makes and keeps banks, which hold the hashes of known pictures, never the pictures.",
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "COMMAND",
    subcommands = {
      BankCreateCommand.class,
      BankSetCommand.class,
      BankAddCommand.class,
      BankImportCommand.class,
      BankExportCommand.class,
      BankFetchCommand.class,
      BankLintCommand.class,
      BankDiffCommand.class
    })
final class BankCommand implements Runnable {

  @Mixin private final Console console = new Console();

  @Override
  public void run() {
    throw console.usageError("a bank command is missing");
  }

  /** A change of one entry; whether there is such an entry. */
  private interface EntryChange {
    boolean change(Bank bank, String id) throws IOException;
  }

  private int forEach(ChosenEntries entries, String done, EntryChange change) throws IOException {
    List<String> unknown = new ArrayList<>();
    try (Bank bank = entries.place().open()) {
      for (String id : entries.ids()) {
        if (!change.change(bank, id)) {
          unknown.add(id);
        }
      }
      console
          .err()
          .println(
              (entries.ids().size() - unknown.size())
                  + " "
                  + done
                  + ", "
                  + bank.size()
                  + " in the bank");
    }
    unknown.forEach(id -> console.err().println(id + ": no such entry"));
    return unknown.isEmpty() ? ExitCode.CLEAR : ExitCode.UNSCREENABLE;
  }

  @Command(
      name = "remove",
      description = {
        "Removes entries, and overwrites their bytes ('bank purge' does so in every file).",
        "No list brings them back; adding them by hand does."
      },
      mixinStandardHelpOptions = true)
  int remove(@Mixin ChosenEntries entries) throws IOException {
    return forEach(entries, "removed", Bank::remove);
  }

  @Command(
      name = "disable",
      description = "Keeps entries, and lets them match nothing.",
      mixinStandardHelpOptions = true)
  int disable(@Mixin ChosenEntries entries) throws IOException {
    return forEach(entries, "disabled", (bank, id) -> bank.setStatus(id, EntryStatus.DISABLED));
  }

  @Command(
      name = "enable",
      description = "Lets entries match again that were disabled or set aside.",
      mixinStandardHelpOptions = true)
  int enable(@Mixin ChosenEntries entries) throws IOException {
    return forEach(entries, "enabled", (bank, id) -> bank.setStatus(id, EntryStatus.ACTIVE));
  }

  @Command(
      name = "opinion",
      description = {
        "Notes what somebody says of entries' matches.",
        "While more say false than true, they ask for review and do not block."
      },
      mixinStandardHelpOptions = true)
  int opinion(
      @Mixin ChosenEntries entries,
      @Option(names = "--by", required = true, paramLabel = "NAME", description = "Who says so.")
          String by,
      @Option(
              names = "--verdict",
              required = true,
              paramLabel = "true_positive|false_positive",
              description = "What they say.")
          Verdict verdict)
      throws IOException {
    Opinion opinion = new Opinion(by, verdict, Instant.now());
    return forEach(entries, "noted", (bank, id) -> bank.give(id, opinion));
  }

  @Command(
      name = "withdraw",
      description =
          "Takes a source, or one of its cases, back from all entries; those go that have no other.",
      mixinStandardHelpOptions = true)
  int withdraw(
      @Mixin BankPlace place,
      @Option(names = "--source", required = true, paramLabel = "SOURCE", description = "Whose.")
          String source,
      @Option(names = "--case", paramLabel = "CASE", description = "Of this case only.")
          @Nullable String caseReference)
      throws IOException {
    try (Bank bank = place.open()) {
      int changed = bank.withdraw(origin -> isOf(origin, source, caseReference));
      console.err().println(changed + " entries had that origin, " + bank.size() + " in the bank");
      return ExitCode.CLEAR;
    }
  }

  private static boolean isOf(Origin origin, String source, @Nullable String caseReference) {
    return origin.source().equals(source)
        && (caseReference == null || origin.caseReference().equals(caseReference));
  }

  @Command(
      name = "expire",
      description = "Removes the entries whose time is over; they match nothing even before.",
      mixinStandardHelpOptions = true)
  int expire(@Mixin BankPlace place) throws IOException {
    try (Bank bank = place.open()) {
      console.err().println(bank.expire() + " expired, " + bank.size() + " in the bank");
      return ExitCode.CLEAR;
    }
  }

  @Command(
      name = "purge",
      description =
          "Rewrites a bank, so that the bytes of what was removed are in none of its files.",
      mixinStandardHelpOptions = true)
  int purge(@Mixin BankPlace place) throws IOException {
    try (Bank bank = place.open()) {
      bank.purge();
      console.err().println("purged bank " + bank.settings().name());
      return ExitCode.CLEAR;
    }
  }

  @Command(
      name = "stats",
      description = "Says what a bank is and what it holds.",
      mixinStandardHelpOptions = true)
  int stats(@Mixin BankPlace place) throws IOException {
    try (Bank bank = place.open()) {
      settings(bank.settings()).forEach((what, value) -> print(what, value));
      print("change", Long.toString(bank.health().sequence()));
      print("entries", Long.toString(bank.size()));
      if (place.address().isFile()) {
        print("bytes", Long.toString(Files.size(place.address().file())));
      }
      counts(bank).forEach((what, count) -> print(what, count.toString()));
      return ExitCode.CLEAR;
    }
  }

  private void print(String what, String value) {
    console.out().println(String.format("%-13s  %s", what, value));
  }

  private static Map<String, String> settings(BankSettings settings) {
    BankPolicy policy = settings.policy();
    Map<String, String> lines = new LinkedHashMap<>();
    lines.put("name", settings.name());
    policy.radii().forEach((algorithm, radius) -> lines.put("radius " + algorithm, "" + radius));
    lines.put("quality floor", policy.qualityFloor().toString());
    lines.put("decision", policy.action().name());
    if (policy.shadow()) {
      lines.put("shadow", "yes: matches are noted only");
    }
    if (policy.negative()) {
      lines.put("negative", "yes: its entries are innocent");
    }
    if (!policy.labels().only().isEmpty()) {
      lines.put("only labels", String.join(" ", policy.labels().only()));
    }
    if (!policy.labels().except().isEmpty()) {
      lines.put("except labels", String.join(" ", policy.labels().except()));
    }
    policy.timeToLive().ifPresent(time -> lines.put("time to live", words(time)));
    policy
        .floodLimit()
        .ifPresent(
            flood -> lines.put("flood limit", flood.uploads() + " in " + words(flood.window())));
    return lines;
  }

  private static String words(Duration time) {
    return time.toSeconds() % 86_400 == 0 ? time.toDays() + " days" : time.toSeconds() + " s";
  }

  private static Map<String, Integer> counts(Bank bank) throws IOException {
    Map<String, Integer> counts = new TreeMap<>();
    bank.forEach(entry -> count(entry, counts));
    return counts;
  }

  private static void count(BankEntry entry, Map<String, Integer> counts) {
    entry.labels().forEach(label -> counts.merge("label " + label, 1, Integer::sum));
    entry.origins().stream()
        .map(Origin::source)
        .filter(source -> !source.isEmpty())
        .distinct()
        .forEach(source -> counts.merge("source " + source, 1, Integer::sum));
    if (entry.kind() == EntryKind.CANARY) {
      counts.merge("canaries", 1, Integer::sum);
    }
    switch (entry.status()) {
      case ACTIVE -> {}
      case QUARANTINED -> counts.merge("set aside", 1, Integer::sum);
      case DISABLED -> counts.merge("disabled", 1, Integer::sum);
    }
    if (entry.isDisputed()) {
      counts.merge("disputed", 1, Integer::sum);
    }
  }

  @Command(
      name = "verify",
      description = "Checks every entry and the structure of what keeps them.",
      mixinStandardHelpOptions = true)
  int verify(@Mixin BankPlace place) throws IOException {
    try (Bank bank = place.open()) {
      bank.verify();
      console.out().println("ok, " + bank.size() + " entries");
      return ExitCode.CLEAR;
    }
  }
}
