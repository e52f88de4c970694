package org.hashmatch.cli;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import org.hashmatch.bank.Bank;
import org.hashmatch.bank.BankPolicy;
import org.hashmatch.bank.BankSettings;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code bank set BANK} */
@Command(
    name = "set",
    description = {
      "Changes what a bank takes in and what a match means; its algorithms stay.",
      "Programs that have it open see it when they look next."
    },
    mixinStandardHelpOptions = true)
final class BankSetCommand implements Callable<Integer> {

  @Mixin private final BankPlace place = new BankPlace();

  @Option(names = "--name", description = "Name in decisions.")
  private @Nullable String name;

  @Option(
      names = "--radius",
      paramLabel = "[NAME=]RADIUS",
      mapFallbackValue = "",
      description = "Largest distance that matches; of its first algorithm, or of the one named.")
  private final Map<String, String> radii = new LinkedHashMap<>();

  @Mixin private final PolicyChoice policyChoice = new PolicyChoice();

  @Mixin private final Console console = new Console();

  @Override
  public Integer call() throws IOException {
    try (Bank bank = place.open()) {
      BankSettings before = bank.settings();
      BankPolicy.Builder policy = before.policy().toBuilder();
      radii.forEach((key, value) -> setRadius(policy, before, key, value));
      policyChoice.apply(policy, before.policy());
      bank.changeSettings(new BankSettings(name == null ? before.name() : name, policy.build()));
      console.err().println("changed bank " + bank.settings().name());
      return ExitCode.CLEAR;
    }
  }

  /** Picocli gives {@code 24} as the key 24 without a value. */
  private static void setRadius(
      BankPolicy.Builder policy, BankSettings before, String key, String value) {
    boolean isNamed = !value.isEmpty();
    String digits = isNamed ? value : key;
    if (!digits.matches("[0-9]{1,4}")) {
      throw new IllegalArgumentException("radius must be a whole number (got " + digits + ")");
    }
    policy.radius(
        isNamed ? new Algorithms.Converter().convert(key) : before.algorithm(),
        Integer.parseInt(digits));
  }
}
