package org.hashmatch.cli;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.Callable;
import org.hashmatch.bank.Bank;
import org.hashmatch.bank.Change;
import org.hashmatch.bank.exchange.ListFormat;
import org.hashmatch.bank.exchange.ListWriter;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code bank export BANK --format NAME [FILE]} */
@Command(
    name = "export",
    description = {
      "Prints or writes what a bank holds, as a list.",
      "What is gone is on the list as withdrawn, where the format has a word for it."
    },
    mixinStandardHelpOptions = true)
final class BankExportCommand implements Callable<Integer> {

  @Mixin private final BankPlace place = new BankPlace();

  @Parameters(
      index = "1",
      paramLabel = "FILE",
      arity = "0..1",
      description = "Where to; standard output if missing.")
  private @Nullable Path target;

  @Option(
      names = "--format",
      required = true,
      converter = ListFormats.class,
      completionCandidates = ListFormats.class,
      paramLabel = "FORMAT",
      description = "One of ${COMPLETION-CANDIDATES}.")
  private ListFormat format = ListFormat.NDJSON;

  @Option(
      names = "--since",
      paramLabel = "CHANGE",
      description = "Only what was changed after this change ('bank stats' has the last one).")
  private long since;

  @Mixin private final ListChoice listChoice = new ListChoice();

  @Mixin private final Console console = new Console();

  /** How many entries and tombstones there were, and how many the format could say. */
  private static final class Count {
    private long all;
    private long said;
  }

  @Override
  public Integer call() throws IOException {
    try (Bank bank = place.open()) {
      Count count = target == null ? print(bank) : write(bank, target);
      String where = target == null ? "" : " to " + target;
      if (target != null || count.said < count.all) {
        console
            .err()
            .println(
                count.said
                    + " entries written"
                    + where
                    + (count.said < count.all
                        ? ", " + (count.all - count.said) + " that " + format + " cannot say"
                        : ""));
      }
      return ExitCode.CLEAR;
    }
  }

  private Count print(Bank bank) throws IOException {
    OutputStream out =
        new OutputStream() {
          @Override
          public void write(int b) {
            write(new byte[] {(byte) b}, 0, 1);
          }

          @Override
          public void write(byte[] bytes, int from, int length) {
            console.out().print(new String(bytes, from, length, StandardCharsets.UTF_8));
          }
        };
    // Whole characters reach the stream only if nothing is cut on the way: lines are far shorter.
    BufferedOutputStream whole = new BufferedOutputStream(out, 1 << 20);
    Count count = write(bank, whole);
    whole.flush();
    return count;
  }

  private Count write(Bank bank, Path file) throws IOException {
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file), 1 << 16)) {
      return write(bank, out);
    }
  }

  private Count write(Bank bank, OutputStream out) throws IOException {
    Count count = new Count();
    try (ListWriter writer = format.writer(out, listChoice.options(format, bank, Set.of(), ""))) {
      bank.readChanges(
          since,
          change -> {
            boolean isSaid = writer.write(change) > 0;
            if (isSaid || change instanceof Change.Held) {
              count.all++;
              count.said += isSaid ? 1 : 0;
            }
          });
    }
    return count;
  }
}
