package org.hashmatch.cli;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.hashmatch.bank.Bank;
import org.hashmatch.bank.BankEntry;
import org.hashmatch.bank.BankMatch;
import org.hashmatch.bank.BankSettings;
import org.hashmatch.bank.Decision;
import org.hashmatch.bank.PictureHasher;
import org.hashmatch.bank.Screener;
import org.hashmatch.bank.store.SqliteBankFile;
import org.hashmatch.hash.ImageHashes;
import org.hashmatch.hash.UnscreenableException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code demo} */
@Command(
    name = "demo",
    description =
        "Shows the main job on the project's own pictures: a bank is made, a folder of uploads is screened.",
    mixinStandardHelpOptions = true)
final class DemoCommand implements Callable<Integer> {

  @Mixin private final DecoderChoice decoder = new DecoderChoice();

  @Option(
      names = "--images",
      paramLabel = "FOLDER",
      description = "The pictures. Without it: testdata/images of the project.")
  private Path images = Path.of(System.getProperty("hashmatch.home", "."), "testdata", "images");

  @Spec private @Nullable CommandSpec spec;

  @Override
  public Integer call() throws IOException {
    PrintWriter out = Parameters.required(spec).commandLine().getOut();
    if (!Files.isDirectory(images.resolve("known"))) {
      throw new IOException(
          images + ": no demo pictures there; give the project's testdata/images with --images");
    }
    Path folder = Files.createTempDirectory("hashmatch-demo");
    Path file = folder.resolve("demo.bank");
    try (Bank bank = SqliteBankFile.create(file, BankSettings.pdq("demo"))) {
      PictureHasher hasher = Hashers.of(decoder.load(), bank.settings().algorithm());
      enrol(bank, hasher, out);
      return screen(new Screener(hasher, List.of(bank)), out);
    } finally {
      Files.deleteIfExists(file);
      Files.deleteIfExists(folder);
    }
  }

  private void enrol(Bank bank, PictureHasher hasher, PrintWriter out) throws IOException {
    for (Path picture : FileTree.files(List.of(images.resolve("known")))) {
      try {
        ImageHashes hashes = hasher.hashTrusted(PictureFile.read(picture));
        bank.add(
            BankEntry.of(
                String.valueOf(picture.getFileName()), hashes.original(), hashes.quality()));
      } catch (UnscreenableException e) {
        out.println("not enrolled: " + picture + ": " + e.getMessage());
      }
    }
    out.println(
        "1. A bank of "
            + bank.size()
            + " known pictures: their hashes are kept, the pictures are not.");
    out.println();
  }

  private int screen(Screener screener, PrintWriter out) throws IOException {
    Path uploads = images.resolve("uploads");
    Map<String, String> expected = expectations();
    Table table = new Table("upload", "decision", "known picture", "distance", "view", "ms");
    List<Long> times = new ArrayList<>();
    List<String> surprises = new ArrayList<>();
    Map<String, Integer> counts = new HashMap<>();
    out.println("2. Uploads, screened one by one against it:");
    out.println();
    for (Path upload : FileTree.files(List.of(uploads))) {
      long start = System.nanoTime();
      Decision decision = Screening.decide(screener, upload);
      times.add(System.nanoTime() - start);
      String name = uploads.relativize(upload).toString();
      table.add(row(name, decision, times.get(times.size() - 1)));
      counts.merge(decision.word(), 1, Integer::sum);
      String answer = answer(decision);
      String wanted = expected.getOrDefault(name.replace('\\', '/'), answer);
      if (!wanted.equals(answer)) {
        surprises.add(name + ": " + answer + " (expected " + wanted + ")");
      }
    }
    table.print(out);
    out.println();
    return conclude(counts, times, surprises, out);
  }

  private static int conclude(
      Map<String, Integer> counts, List<Long> times, List<String> surprises, PrintWriter out) {
    times.sort(null);
    out.printf(
        Locale.ROOT,
        "3. %d uploads: %d blocked, %d clear, %d could not be looked at and say why. Median %.1f ms a picture.%n",
        times.size(),
        counts.getOrDefault("BLOCK", 0),
        counts.getOrDefault("CLEAR", 0),
        counts.getOrDefault("UNSCREENABLE", 0),
        times.get(times.size() / 2) / 1e6);
    surprises.forEach(surprise -> out.println("   NOT AS EXPECTED: " + surprise));
    out.println(surprises.isEmpty() ? "   Every decision is as expected." : "   The demo failed.");
    return surprises.isEmpty() ? ExitCode.CLEAR : ExitCode.UNSCREENABLE;
  }

  private static String[] row(String name, Decision decision, long nanos) {
    String millis = String.format(Locale.ROOT, "%.1f", nanos / 1e6);
    if (decision instanceof Decision.Unscreenable unscreenable) {
      return new String[] {name, decision.word(), unscreenable.reason().name(), "", "", millis};
    }
    if (decision.best().isEmpty()) {
      return new String[] {name, decision.word(), "", "", "", millis};
    }
    BankMatch best = decision.best().get();
    return new String[] {
      name,
      decision.word(),
      best.entry().id(),
      Integer.toString(best.distance()),
      best.dihedral().label(),
      millis
    };
  }

  private static String answer(Decision decision) {
    return decision instanceof Decision.Unscreenable unscreenable
        ? unscreenable.reason().name()
        : decision.word();
  }

  /** What the makers of the pictures say should come out, by file below the uploads. */
  private Map<String, String> expectations() throws IOException {
    Map<String, String> expected = new HashMap<>();
    try (CsvReader<NamedCsvRecord> rows =
        CsvReader.builder().ofNamedCsvRecord(images.resolve("manifest.csv"))) {
      for (NamedCsvRecord row : rows) {
        expected.put(row.getField("file").replaceFirst("^uploads/", ""), row.getField("expected"));
      }
    }
    return expected;
  }
}
