package org.hashmatch.bank.exchange;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.Set;
import org.hashmatch.bank.Bank;
import org.hashmatch.bank.BankEntry;
import org.hashmatch.bank.BankSettings;
import org.hashmatch.bank.Pictures;
import org.hashmatch.bank.store.SqliteBankFile;

/** Prints how many rows of a list are taken each second. Run by hand; rows as argument. */
final class ListImportRates {

  private ListImportRates() {}

  public static void main(String[] args) throws IOException {
    int rows = args.length > 0 ? Integer.parseInt(args[0]) : 200_000;
    Path folder = Files.createTempDirectory("rates");
    try (Bank bank = SqliteBankFile.create(folder.resolve("rates.bank"), BankSettings.pdq("b"))) {
      ListImport whole = ListImport.builder("demo").whole(true).allowShrink(true).build();
      time("dry", rows, bank, whole.toBuilder().dryRun(true).build(), list(rows, "a"));
      time("new", rows, bank, whole, list(rows, "a"));
      time("same", rows, bank, whole, list(rows, "a"));
      time("labels changed", rows, bank, whole, list(rows, "b"));
      time("none left", rows, bank, whole, list(0, "b"));
    }
  }

  private static ListReader list(int rows, String label) {
    return (in, sink) -> {
      Random random = new Random(1);
      for (int i = 0; i < rows; i++) {
        BankEntry entry =
            BankEntry.builder("demo-entry-" + i)
                .hash(Pictures.randomHash(random))
                .labels(Set.of(label))
                .origin("demo", "case-" + i)
                .provenance("list line " + i)
                .build();
        sink.item(new ListItem.Known(i + 1L, entry));
      }
    };
  }

  private static void time(String what, int rows, Bank bank, ListImport list, ListReader reader)
      throws IOException {
    long start = System.nanoTime();
    ImportReport report = list.into(bank, InputStream.nullInputStream(), reader);
    double seconds = (System.nanoTime() - start) / 1e9;
    System.out.printf("%-15s %6.2f s %8.0f rows/s %s%n", what, seconds, rows / seconds, report);
  }
}
