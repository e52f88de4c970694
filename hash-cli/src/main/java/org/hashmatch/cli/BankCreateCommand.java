package org.hashmatch.cli;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import org.hashmatch.bank.BankPolicy;
import org.hashmatch.bank.BankSettings;
import org.hashmatch.hash.HashAlgorithm;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code bank create BANK} */
@Command(name = "create", description = "Creates an empty bank.", mixinStandardHelpOptions = true)
final class BankCreateCommand implements Callable<Integer> {

  private static final int PDQ_RADIUS = BankPolicy.DEFAULT.radius(HashAlgorithm.PDQ);

  @Mixin private final BankPlace place = new BankPlace();

  @Option(
      names = "--name",
      description = "Name in decisions. Without it: the file's name without its ending.")
  private @Nullable String name;

  @Option(
      names = "--algorithm",
      defaultValue = "pdq",
      converter = Algorithms.Converter.class,
      paramLabel = "NAME",
      description = "What makes its hashes, by the names of 'hash' (${DEFAULT-VALUE}).")
  private HashAlgorithm algorithm = HashAlgorithm.PDQ;

  @Option(
      names = "--radius",
      description =
          "Largest distance that matches. Without it: 31 for PDQ; other algorithms need it.")
  private @Nullable Integer radius;

  @Option(
      names = "--also",
      paramLabel = "NAME=RADIUS",
      description = "Another algorithm whose hashes it looks up; may be given several times.")
  private final Map<String, Integer> others = new LinkedHashMap<>();

  @Mixin private final PolicyChoice policyChoice = new PolicyChoice();

  @Mixin private final Console console = new Console();

  @Override
  public Integer call() throws IOException {
    BankAddress address = place.address();
    BankPolicy.Builder policy =
        BankPolicy.builder().radius(algorithm, radius == null ? usualRadius() : radius);
    others.forEach((other, far) -> policy.radius(new Algorithms.Converter().convert(other), far));
    policyChoice.apply(policy, BankPolicy.DEFAULT);
    BankSettings settings =
        new BankSettings(name == null ? address.usualName() : name, policy.build());
    address.create(settings).close();
    console.err().println("created bank " + settings.name() + " in " + address);
    return ExitCode.CLEAR;
  }

  /**
   * What is near differs by algorithm: at PDQ's 31, about half of all pictures match by pHash's 64
   * bits.
   */
  private int usualRadius() {
    if (!Algorithms.isPdq(algorithm)) {
      throw console.usageError(
          "--radius is missing: PDQ's "
              + PDQ_RADIUS
              + " means nothing for "
              + algorithm
              + ", and there is no usual one");
    }
    return PDQ_RADIUS;
  }
}
