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
import org.hashmatch.bank.BankSettings;
import org.hashmatch.bank.Decision;
import org.hashmatch.bank.Screener;
import org.hashmatch.bank.store.SqliteBankFile;
import org.hashmatch.hash.HashAlgorithm;
import org.hashmatch.hash.ImageHashes;
import org.hashmatch.hash.Quality;
import org.hashmatch.hash.UnscreenableException;
import org.hashmatch.hash.view.PictureHasher;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code demo} */
@Command(
    name = "demo",
    description =
        "Shows the main job on the project's own pictures: a bank is made, a folder of uploads is screened.",
    mixinStandardHelpOptions = true)
final class DemoCommand implements Callable<Integer> {

  @Mixin private final HasherChoice hashing = new HasherChoice();

  @Option(
      names = "--images",
      paramLabel = "FOLDER",
      description = "The pictures. Without it: testdata/images of the project.")
  private Path images = Path.of(System.getProperty("hashmatch.home", "."), "testdata", "images");

  @Mixin private final Console console = new Console();

  @Override
  public Integer call() throws IOException {
    PrintWriter out = console.out();
    if (!Files.isDirectory(images.resolve("known"))) {
      throw new IOException(
          images + ": no demo pictures there; give the project's testdata/images with --images");
    }
    Path folder = Files.createTempDirectory("hashmatch-demo");
    Path file = folder.resolve("demo.bank");
    HasherChoice.Request request =
        new HasherChoice.Request(HashAlgorithm.PDQ, HasherChoice.Isolation.PROCESS, false);
    try (Bank bank = SqliteBankFile.create(file, BankSettings.pdq("demo"));
        OpenHasher open = hashing.open(console, request, 1)) {
      enrol(bank, open.hasher(), out);
      return screen(new Screener(open.hasher(), List.of(bank)), out);
    } finally {
      Files.deleteIfExists(file);
      Files.deleteIfExists(folder);
    }
  }

  private void enrol(Bank bank, PictureHasher hasher, PrintWriter out) throws IOException {
    for (Path picture : FileTree.files(List.of(images.resolve("known")))) {
      try {
        ImageHashes hashes =
            hasher
                .hash(PictureFile.read(picture, hashing.limits().maxBytes()))
                .stored()
                .trusted(Quality.NONE);
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

  /** An upload, what was decided on it, and in what time. */
  private record Screened(String upload, Decision decision, long nanos) {

    String[] cells() {
      String millis = String.format(Locale.ROOT, "%.1f", nanos / 1e6);
      if (decision instanceof Decision.Unscreenable unscreenable) {
        return new String[] {upload, decision.word(), unscreenable.reason().name(), "", "", millis};
      }
      return decision
          .best()
          .map(
              best ->
                  new String[] {
                    upload,
                    decision.word(),
                    best.entry().id(),
                    DecisionRow.distance(best),
                    DecisionRow.view(best),
                    millis
                  })
          .orElseGet(() -> new String[] {upload, decision.word(), "", "", "", millis});
    }
  }

  private int screen(Screener screener, PrintWriter out) throws IOException {
    out.println("2. Uploads, screened one by one against it:");
    out.println();
    Path uploads = images.resolve("uploads");
    List<Screened> screened = new ArrayList<>();
    Table table = new Table("upload", "decision", "known picture", "distance", "view", "ms");
    for (Path upload : FileTree.files(List.of(uploads))) {
      long start = System.nanoTime();
      Decision decision = Screening.decide(screener, upload, hashing.limits().maxBytes());
      long nanos = System.nanoTime() - start;
      String name = uploads.relativize(upload).toString().replace('\\', '/');
      screened.add(new Screened(name, decision, nanos));
      table.add(screened.get(screened.size() - 1).cells());
    }
    table.print(out);
    out.println();
    return conclude(screened, out);
  }

  private int conclude(List<Screened> screened, PrintWriter out) throws IOException {
    long[] nanos = screened.stream().mapToLong(Screened::nanos).sorted().toArray();
    out.printf(
        Locale.ROOT,
        "3. %d uploads: %d blocked, %d clear, %d could not be looked at and say why. Median %.1f ms a picture.%n",
        screened.size(),
        count(screened, "BLOCK"),
        count(screened, "CLEAR"),
        count(screened, "UNSCREENABLE"),
        nanos[nanos.length / 2] / 1e6);
    List<String> surprises = surprises(screened);
    surprises.forEach(surprise -> out.println("   NOT AS EXPECTED: " + surprise));
    out.println(surprises.isEmpty() ? "   Every decision is as expected." : "   The demo failed.");
    return surprises.isEmpty() ? ExitCode.CLEAR : ExitCode.UNSCREENABLE;
  }

  private static long count(List<Screened> screened, String word) {
    return screened.stream().filter(one -> one.decision().word().equals(word)).count();
  }

  private List<String> surprises(List<Screened> screened) throws IOException {
    Map<String, String> expected = expectations();
    List<String> surprises = new ArrayList<>();
    for (Screened one : screened) {
      String answer = answer(one.decision());
      String wanted = expected.getOrDefault(one.upload(), "nothing: it is not in the manifest");
      if (!wanted.equals(answer)) {
        surprises.add(one.upload() + ": " + answer + " (expected " + wanted + ")");
      }
    }
    return surprises;
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
