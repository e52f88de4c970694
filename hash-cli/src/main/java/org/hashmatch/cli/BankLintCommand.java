package org.hashmatch.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.hashmatch.bank.Bank;
import org.hashmatch.bank.lint.BankLint;
import org.hashmatch.bank.lint.Finding;
import org.hashmatch.bank.lint.FindingKind;
import org.hashmatch.hash.ImageHashes;
import org.hashmatch.hash.Quality;
import org.hashmatch.hash.UnscreenableException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code bank lint BANK} */
@Command(
    name = "lint",
    description = {
      "Says what is wrong with a bank, or worth a look, a line each; reads all of it.",
      "The exit code is 1 if anything was found."
    },
    mixinStandardHelpOptions = true)
final class BankLintCommand implements Callable<Integer> {

  private static final int MOST_ENTRIES = 5;

  @Mixin private final HasherChoice hashing = new HasherChoice();

  @Mixin private final BankPlace place = new BankPlace();

  @Option(
      names = "--negative",
      paramLabel = "BANK",
      description = "A bank of innocent pictures; may be given several times.")
  private final List<String> negatives = new ArrayList<>();

  @Option(
      names = "--innocents",
      paramLabel = "PATH",
      description = "Innocent pictures, and folders of them, that nothing may be near.")
  private final List<Path> innocents = new ArrayList<>();

  @Mixin private final Console console = new Console();

  @Override
  public Integer call() throws IOException {
    try (Bank bank = place.open();
        OpenBanks others = OpenBanks.open(siblings())) {
      Map<FindingKind, Integer> counts = new TreeMap<>();
      new BankLint(bank)
          .against(others.all())
          .withInnocents(hashes(bank))
          .run(
              finding -> {
                counts.merge(finding.kind(), 1, Integer::sum);
                console.out().println(line(finding));
              });
      String words =
          String.join(
              ", ", counts.entrySet().stream().map(e -> e.getValue() + " " + e.getKey()).toList());
      console
          .err()
          .println(bank.size() + " entries: " + (words.isEmpty() ? "nothing found" : words));
      return counts.isEmpty() ? ExitCode.CLEAR : ExitCode.MATCHED;
    }
  }

  private List<BankAddress> siblings() {
    List<BankAddress> addresses = new ArrayList<>();
    for (String negative : negatives) {
      addresses.add(Required.of(place.address().sibling(negative)));
    }
    return addresses;
  }

  private Map<String, ImageHashes> hashes(Bank bank) throws IOException {
    Map<String, ImageHashes> hashes = new LinkedHashMap<>();
    if (innocents.isEmpty()) {
      return hashes;
    }
    HasherChoice.Request request =
        new HasherChoice.Request(
            bank.settings().algorithm(), HasherChoice.Isolation.PROCESS, false);
    List<Path> files = FileTree.files(innocents);
    try (OpenHasher open = hashing.open(console, request, files.size())) {
      for (Path file : files) {
        try {
          byte[] bytes = PictureFile.read(file, hashing.limits().maxBytes());
          hashes.put(
              file.toString(), open.hasher().hashToMatch(bytes).stored().trusted(Quality.NONE));
        } catch (UnscreenableException e) {
          console.err().println(file + ": " + e.getMessage());
        }
      }
    }
    return hashes;
  }

  private static String line(Finding finding) {
    List<String> entries = finding.entries();
    String shown = String.join(", ", entries.subList(0, Math.min(MOST_ENTRIES, entries.size())));
    String more =
        entries.size() > MOST_ENTRIES ? " and " + (entries.size() - MOST_ENTRIES) + " more" : "";
    return finding.kind() + "  " + shown + more + ": " + finding.words();
  }
}
