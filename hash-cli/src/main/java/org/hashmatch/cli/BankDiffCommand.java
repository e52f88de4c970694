package org.hashmatch.cli;

import java.io.IOException;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.hashmatch.bank.Bank;
import org.hashmatch.bank.lint.BankDiff;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code bank diff BANK OTHER} */
@Command(
    name = "diff",
    description = {
      "Says in what two banks differ: - id, only in the first; + id, only in the second; ~ id, both.",
      "The exit code is 1 if they differ."
    },
    mixinStandardHelpOptions = true)
final class BankDiffCommand implements Callable<Integer> {

  @Mixin private final BankPlace place = new BankPlace();

  @Parameters(index = "1", paramLabel = "OTHER", description = "The bank to compare it with.")
  private @Nullable String other;

  @Mixin private final Console console = new Console();

  @Override
  public Integer call() throws IOException {
    int[] differences = new int[1];
    try (Bank here = place.open();
        Bank there = Required.of(place.address().sibling(other)).open()) {
      BankDiff.compare(
          here,
          there,
          difference -> {
            differences[0]++;
            console.out().println(line(difference));
          });
    }
    console.err().println(differences[0] + " differences");
    return differences[0] == 0 ? ExitCode.CLEAR : ExitCode.MATCHED;
  }

  private static String line(BankDiff.Difference difference) {
    if (difference instanceof BankDiff.Difference.Different different) {
      return "~ " + different.id() + "  " + different.parts().toString().toLowerCase(Locale.ROOT);
    }
    boolean isHere = difference instanceof BankDiff.Difference.OnlyHere;
    return (isHere ? "- " : "+ ") + difference.id();
  }
}
