package org.hashmatch.cli;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.hashmatch.bank.Bank;
import org.hashmatch.bank.BankEntry;
import org.hashmatch.bank.BankPolicy;
import org.hashmatch.bank.BankSettings;
import org.hashmatch.bank.MatchAction;
import org.hashmatch.bank.exchange.HashLine;
import org.hashmatch.bank.store.SqliteBankFile;
import org.hashmatch.hash.HashAlgorithm;
import org.hashmatch.hash.Quality;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code bank create|add|import|export|remove|stats|verify} */
@Command(
    name = "bank",
    description =
        "Makes and keeps banks: files that hold the hashes of known pictures, never the pictures.",
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "COMMAND",
    subcommands = {BankAddCommand.class, BankImportCommand.class})
final class BankCommand implements Runnable {

  @Mixin private final Console console = new Console();

  @Override
  public void run() {
    throw console.usageError("a bank command is missing");
  }

  @Command(name = "create", description = "Creates an empty bank.", mixinStandardHelpOptions = true)
  int create(
      @Parameters(paramLabel = "BANK", description = "File to create.") Path file,
      @Option(
              names = "--name",
              description = "Name in decisions. Without it: the file's name without its ending.")
          @Nullable String name,
      @Option(
              names = "--algorithm",
              defaultValue = "pdq",
              converter = Algorithms.Converter.class,
              paramLabel = "NAME",
              description = "What makes its hashes, by the names of 'hash' (${DEFAULT-VALUE}).")
          HashAlgorithm algorithm,
      @Option(
              names = "--radius",
              description =
                  "Largest distance that matches. Without it: 31 for PDQ; other algorithms need it.")
          @Nullable Integer radius,
      @Option(
              names = "--quality-floor",
              defaultValue = "50",
              description = "Lowest quality, 0..100 (${DEFAULT-VALUE}).")
          int qualityFloor,
      @Option(
              names = "--decision",
              defaultValue = "BLOCK",
              paramLabel = "block|review",
              description = "What a match asks for (block).")
          MatchAction action)
      throws IOException {
    int largest = radius == null ? usualRadius(algorithm) : radius;
    BankPolicy policy = new BankPolicy(largest, new Quality(qualityFloor), action);
    BankSettings settings = new BankSettings(name == null ? nameOf(file) : name, algorithm, policy);
    SqliteBankFile.create(file, settings).close();
    console.err().println("created bank " + settings.name() + " in " + file);
    return ExitCode.CLEAR;
  }

  /**
   * What is near differs by algorithm: at PDQ's 31, about half of all pictures match by pHash's 64
   * bits.
   */
  private int usualRadius(HashAlgorithm algorithm) {
    if (!Algorithms.isPdq(algorithm)) {
      throw console.usageError(
          "--radius is missing: PDQ's "
              + BankPolicy.DEFAULT.radius()
              + " means nothing for "
              + algorithm
              + ", and there is no usual one");
    }
    return BankPolicy.DEFAULT.radius();
  }

  private static String nameOf(Path file) {
    String name = String.valueOf(file.getFileName());
    int dot = name.lastIndexOf('.');
    return dot > 0 ? name.substring(0, dot) : name;
  }

  @Command(
      name = "export",
      description = "Prints or writes a bank's hashes.",
      mixinStandardHelpOptions = true)
  int export(
      @Parameters(paramLabel = "BANK", description = "Bank file.") Path file,
      @Parameters(
              paramLabel = "FILE",
              arity = "0..1",
              description = "Where to; standard output if missing.")
          @Nullable Path target,
      @Option(
              names = "--format",
              required = true,
              converter = ListFormat.Converter.class,
              paramLabel = "pdq-quality",
              description = "Lines hash,quality,id.")
          ListFormat format)
      throws IOException {
    try (Bank bank = SqliteBankFile.open(file)) {
      if (target == null) {
        bank.forEach(entry -> console.out().println(line(entry)));
      } else {
        write(bank, target);
        console.err().println(bank.size() + " entries written to " + target);
      }
      return ExitCode.CLEAR;
    }
  }

  private static void write(Bank bank, Path target) throws IOException {
    try (BufferedWriter to = Files.newBufferedWriter(target);
        PrintWriter lines = new PrintWriter(to)) {
      bank.forEach(entry -> lines.print(line(entry) + "\n"));
      if (lines.checkError()) {
        throw new IOException(target + ": cannot be written");
      }
    }
  }

  private static String line(BankEntry entry) {
    return new HashLine(entry.hash(), entry.quality(), entry.id()).toText();
  }

  @Command(
      name = "remove",
      description = "Removes entries, and overwrites their bytes.",
      mixinStandardHelpOptions = true)
  int remove(
      @Parameters(paramLabel = "BANK", description = "Bank file.") Path file,
      @Parameters(paramLabel = "ID", arity = "1..*", description = "Entries' ids.")
          List<String> ids)
      throws IOException {
    List<String> unknown = new ArrayList<>();
    try (Bank bank = SqliteBankFile.open(file)) {
      for (String id : ids) {
        if (!bank.remove(id)) {
          unknown.add(id);
        }
      }
      console.err().println((ids.size() - unknown.size()) + " removed, " + bank.size() + " left");
    }
    unknown.forEach(id -> console.err().println(id + ": no such entry"));
    return unknown.isEmpty() ? ExitCode.CLEAR : ExitCode.UNSCREENABLE;
  }

  @Command(
      name = "stats",
      description = "Says what a bank is and what it holds.",
      mixinStandardHelpOptions = true)
  int stats(@Parameters(paramLabel = "BANK", description = "Bank file.") Path file)
      throws IOException {
    try (Bank bank = SqliteBankFile.open(file)) {
      BankSettings settings = bank.settings();
      console.out().println("name           " + settings.name());
      console.out().println("algorithm      " + settings.algorithm());
      console.out().println("radius         " + settings.policy().radius());
      console.out().println("quality floor  " + settings.policy().qualityFloor());
      console.out().println("decision       " + settings.policy().action());
      console.out().println("entries        " + bank.size());
      console.out().println("bytes          " + Files.size(file));
      counts(bank)
          .forEach((what, count) -> console.out().println(String.format("%-13s  %d", what, count)));
      return ExitCode.CLEAR;
    }
  }

  private static Map<String, Integer> counts(Bank bank) throws IOException {
    Map<String, Integer> counts = new TreeMap<>();
    bank.forEach(
        entry -> {
          entry.labels().forEach(label -> counts.merge("label " + label, 1, Integer::sum));
          if (!entry.source().isEmpty()) {
            counts.merge("source " + entry.source(), 1, Integer::sum);
          }
        });
    return counts;
  }

  @Command(
      name = "verify",
      description = "Checks every entry and the file's structure.",
      mixinStandardHelpOptions = true)
  int verify(@Parameters(paramLabel = "BANK", description = "Bank file.") Path file)
      throws IOException {
    try (Bank bank = SqliteBankFile.open(file)) {
      bank.verify();
      console.out().println("ok, " + bank.size() + " entries");
      return ExitCode.CLEAR;
    }
  }
}
