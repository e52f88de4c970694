package org.hashmatch.benchmarks;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.hashmatch.bank.Bank;
import org.hashmatch.bank.BankEntry;
import org.hashmatch.bank.BankSettings;
import org.hashmatch.bank.Change;
import org.hashmatch.bank.HashMatcher;
import org.hashmatch.bank.exchange.ImportReport;
import org.hashmatch.bank.exchange.ListFormat;
import org.hashmatch.bank.exchange.ListImport;
import org.hashmatch.bank.exchange.ListOptions;
import org.hashmatch.bank.exchange.ListWriter;
import org.hashmatch.bank.store.PostgresBank;
import org.hashmatch.bank.store.SqliteBankFile;
import org.hashmatch.hash.ImageHash;
import org.hashmatch.hash.Quality;
import org.hashmatch.index.Searcher;
import org.hashmatch.index.segment.SegmentAccess;
import org.hashmatch.index.segment.SegmentFile;

/**
 * How long a bank takes to be filled from a list, to be opened, and to decide on a hash, beside a
 * search of the bare index. A program, because most of these take seconds. Lists and banks stay in
 * the cache of the system.
 */
public final class BankScale {

  private static final int DEFAULT_ENTRIES = 1_000_000;
  private static final int QUERIES = 20_000;
  // The last counts; those before it warm up.
  private static final int ROUNDS = 3;
  private static final int OPENINGS = 3;
  private static final int RADIUS = 31;
  private static final String SOURCE = "demo-ngo";
  private static final ListOptions OPTIONS = ListOptions.of(SOURCE);

  private final Path folder;
  private final PrintStream out;
  private final long[] rows;
  private final ImageHash[] hashes;

  private BankScale(int entries, Path folder, PrintStream out) {
    this.folder = folder;
    this.out = out;
    this.rows = HashData.UNIFORM.bank(entries);
    this.hashes = OurIndex.hashes(rows);
  }

  /**
   * Runs the measurement in a temporary folder.
   *
   * @param args how many entries (a million without it), and the address of a PostgreSQL database,
   *     {@code postgresql://HOST:PORT/DATABASE?user=USER&password=PASSWORD}, to measure there too
   * @throws Exception if a bank cannot be written or read
   */
  public static void main(String[] args) throws Exception {
    int entries = args.length > 0 ? Integer.parseInt(args[0]) : DEFAULT_ENTRIES;
    Path folder = Files.createTempDirectory("bank-scale-");
    try {
      run(entries, folder, args.length > 1 ? Optional.of(args[1]) : Optional.empty(), System.out);
    } finally {
      delete(folder);
    }
  }

  static void run(int entries, Path folder, Optional<String> database, PrintStream out)
      throws IOException, SQLException {
    BankScale scale = new BankScale(entries, folder, out);
    Path list = scale.list(ListFormat.NDJSON);
    scale.sqlite(list);
    if (database.isPresent()) {
      scale.postgres(database.get(), list);
    }
    scale.sqliteOfText(scale.list(ListFormat.PDQ));
  }

  // ---- Lists

  private Path list(ListFormat format) throws IOException {
    Path file = folder.resolve("list." + format);
    try (OutputStream bytes = new BufferedOutputStream(Files.newOutputStream(file), 1 << 16);
        ListWriter writer = format.writer(bytes, OPTIONS)) {
      for (int i = 0; i < hashes.length; i++) {
        writer.write(new Change.Held(i + 1L, i + 1L, entry(i)));
      }
    }
    out.printf("list %s: %,d entries, %,d bytes%n", format, hashes.length, Files.size(file));
    return file;
  }

  private BankEntry entry(int number) {
    return BankEntry.builder(SOURCE + "/" + number)
        .hash(hashes[number])
        .quality(Quality.FULL)
        .labels(Set.of(number % 10 == 0 ? "rare" : "usual"))
        .origin(SOURCE, "case-" + number / 10)
        .build();
  }

  private void importInto(Bank bank, Path list, ListFormat format) throws IOException {
    Stopwatch watch = new Stopwatch();
    try (InputStream in = new BufferedInputStream(Files.newInputStream(list), 1 << 16)) {
      ImportReport report =
          ListImport.builder(SOURCE).build().into(bank, in, format.reader(OPTIONS));
      check(report.added() == hashes.length, "taken: " + report);
    }
    out.printf(
        "  import of %-6s      %s, %,8.0f rows/s, %,8.0f a second of processor%n",
        format, watch, hashes.length / watch.seconds(), hashes.length / watch.processorSeconds());
  }

  // ---- The two databases

  private void sqlite(Path list) throws IOException {
    out.println("SQLite:");
    Path file = folder.resolve("scale.bank");
    try (Bank bank = SqliteBankFile.create(file, BankSettings.pdq("scale"))) {
      importInto(bank, list, ListFormat.NDJSON);
    }
    Path cache = folder.resolve("scale.bank.index");
    measure(() -> SqliteBankFile.open(file), cache);
    bytes("bank", bytesIn(folder, "scale.bank"));
    bytes("index cache", bytesIn(cache, ""));
  }

  private void sqliteOfText(Path list) throws IOException {
    out.println("SQLite, of PDQ text:");
    Path file = folder.resolve("text.bank");
    try (Bank bank = SqliteBankFile.create(file, BankSettings.pdq("text"))) {
      importInto(bank, list, ListFormat.PDQ);
    }
    bytes("bank", bytesIn(folder, "text.bank"));
  }

  private void postgres(String url, Path list) throws IOException, SQLException {
    out.println("PostgreSQL:");
    String schema = "bank_scale_" + System.currentTimeMillis();
    PostgresBank place = PostgresBank.at(url, schema, "", "");
    Path cache = folder.resolve("postgresql.index");
    try (Connection connection = DriverManager.getConnection("jdbc:" + url);
        Statement sql = connection.createStatement()) {
      try {
        try (Bank bank = place.create(BankSettings.pdq("scale"), Optional.empty())) {
          importInto(bank, list, ListFormat.NDJSON);
        }
        measure(() -> place.open(Optional.of(cache), Optional.empty()), cache);
        try (var size = sql.executeQuery("SELECT pg_total_relation_size('" + schema + ".entry')")) {
          size.next();
          bytes("table and its indexes", size.getLong(1));
        }
      } finally {
        sql.execute("DROP SCHEMA IF EXISTS " + schema + " CASCADE");
      }
    }
  }

  // ---- Opening

  private interface Opening {
    Bank open() throws IOException;
  }

  private void measure(Opening opening, Path cache) throws IOException {
    delete(cache);
    open("from its rows", opening);
    for (int i = 0; i < OPENINGS; i++) {
      open("from its cache", opening);
    }
    try (Bank bank = opening.open()) {
      Searcher bare = SegmentFile.open(hashesOf(cache), SegmentAccess.READ).index().searcher();
      HashMatcher matcher = new HashMatcher(List.of(bank));
      for (QuerySet set : List.of(QuerySet.FRESH, QuerySet.NEAR)) {
        screen(set, matcher, bare);
      }
    }
  }

  private void open(String how, Opening opening) throws IOException {
    Stopwatch watch = new Stopwatch();
    try (Bank bank = opening.open()) {
      out.printf("  open %-14s   %s%n", how, watch);
      check(bank.size() == hashes.length, "opened " + bank.size() + " entries");
    }
  }

  /** Beside it are those of digests, of which there are none. */
  private static Path hashesOf(Path cache) throws IOException {
    try (Stream<Path> files = Files.list(cache)) {
      return files.filter(file -> name(file).startsWith("pdq")).findFirst().orElseThrow();
    }
  }

  // ---- Deciding

  /** Each query by both, one after the other; which of them is first changes with every query. */
  private void screen(QuerySet set, HashMatcher matcher, Searcher bare) throws IOException {
    ImageHash[] queries = OurIndex.hashes(HashData.UNIFORM.queries(set, rows, QUERIES));
    long[] decided = new long[QUERIES];
    long[] searched = new long[QUERIES];
    for (int round = 0; round < ROUNDS; round++) {
      for (int i = 0; i < QUERIES; i++) {
        if (i % 2 == 0) {
          searched[i] = search(bare, queries[i]);
          decided[i] = decide(matcher, queries[i]);
        } else {
          decided[i] = decide(matcher, queries[i]);
          searched[i] = search(bare, queries[i]);
        }
      }
    }
    print(set, "decisions", decided);
    print(set, "bare searches", searched);
    out.printf(
        "  %-5s difference of medians %6.1f us%n",
        set, micros(decided, 0.5) - micros(searched, 0.5));
  }

  private static long search(Searcher searcher, ImageHash query) {
    long start = System.nanoTime();
    searcher.search(query, RADIUS);
    return System.nanoTime() - start;
  }

  private static long decide(HashMatcher matcher, ImageHash query) throws IOException {
    long start = System.nanoTime();
    matcher.match(query, Quality.FULL);
    return System.nanoTime() - start;
  }

  private void print(QuerySet set, String what, long[] nanos) {
    Arrays.sort(nanos);
    out.printf(
        "  %-5s %-13s median %7.1f us, p99 %8.1f us%n",
        set, what, micros(nanos, 0.5), micros(nanos, 0.99));
  }

  private static double micros(long[] sorted, double share) {
    return sorted[(int) (share * (sorted.length - 1))] / 1e3;
  }

  // ---- What it takes

  /** Also the processor's time of this thread, which others on the machine change less. */
  private static final class Stopwatch {

    private final long start = System.nanoTime();
    private final long processorStart = processorNanos();

    private static long processorNanos() {
      return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    double seconds() {
      return (System.nanoTime() - start) / 1e9;
    }

    double processorSeconds() {
      return (processorNanos() - processorStart) / 1e9;
    }

    @Override
    public String toString() {
      return String.format("%7.2f s (processor %6.2f s)", seconds(), processorSeconds());
    }
  }

  private void bytes(String what, long bytes) {
    out.printf(
        "  %-22s %,13d bytes, %5.1f an entry%n", what, bytes, (double) bytes / hashes.length);
  }

  /** Of all files of a folder whose names begin so: SQLite has some beside a bank's. */
  private static long bytesIn(Path folder, String beginning) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(Files::isRegularFile)
          .filter(file -> name(file).startsWith(beginning))
          .mapToLong(file -> file.toFile().length())
          .sum();
    }
  }

  private static String name(Path file) {
    return String.valueOf(file.getFileName());
  }

  private static void delete(Path folder) throws IOException {
    if (Files.notExists(folder)) {
      return;
    }
    try (Stream<Path> files = Files.walk(folder)) {
      files.sorted(Comparator.reverseOrder()).forEach(BankScale::deleteOne);
    }
  }

  private static void deleteOne(Path file) {
    try {
      Files.delete(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void check(boolean isSo, String otherwise) {
    if (!isSo) {
      throw new IllegalStateException(otherwise);
    }
  }
}
