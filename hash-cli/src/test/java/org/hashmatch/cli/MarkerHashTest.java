package org.hashmatch.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import org.hashmatch.bank.Bank;
import org.hashmatch.bank.BankEntry;
import org.hashmatch.bank.Change;
import org.hashmatch.bank.Decision;
import org.hashmatch.bank.DigestAlgorithm;
import org.hashmatch.bank.ExactDigest;
import org.hashmatch.bank.HashMatcher;
import org.hashmatch.bank.Upload;
import org.hashmatch.bank.exchange.HashLine;
import org.hashmatch.bank.exchange.ListFormat;
import org.hashmatch.bank.exchange.ListItem;
import org.hashmatch.bank.exchange.ListOptions;
import org.hashmatch.bank.exchange.ListSink;
import org.hashmatch.bank.exchange.RowProblem;
import org.hashmatch.bank.store.SqliteBankFile;
import org.hashmatch.hash.HashAlgorithm;
import org.hashmatch.hash.ImageHash;
import org.hashmatch.hash.Quality;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A hash is personal data: whatever is done with it, nobody reads it where no list was asked for.
 */
@Tag("exhaustive")
class MarkerHashTest {

  private static final Path LAKE = Cli.image("known/lake-02.jpg");
  private static final Path VALLEY = Cli.image("known/valley-02.jpg");
  private static final String MADE_UP =
      "c3a5f01b97e24d6886d1427ee09b35fa5c3f7a10d8e6492b71b40c9d2e8f6a53";

  // Half of its bits are those of the one before.
  private static final String FAR =
      "c3a5f01b97e24d6886d1427ee09b35fa0123456789abcdeffedcba9876543210";
  // For lists that have no PDQ hashes.
  private static final String MADE_UP_MD5 = "7d1e90b34fa2586cc0b7e15d93864a2f";

  @TempDir private Path folder;
  private Markers markers;
  private String lake;
  private Path bank;
  private Path list;
  private Handler log;
  private Level levelBefore;
  // Loggers that nobody holds are forgotten with their level.
  private final Logger root = Logger.getLogger("");

  @BeforeEach
  void plant() throws Exception {
    lake = Cli.run("hash", LAKE).out().substring(0, 64);
    String digest =
        ExactDigest.of(Files.readAllBytes(LAKE), List.of(DigestAlgorithm.SHA256)).get(0).toHex();
    markers = new Markers(List.of(lake, MADE_UP, MADE_UP_MD5, digest));
    bank = folder.resolve("marked.bank");
    list = folder.resolve("marked.csv");
    Files.writeString(list, lake + ",100,lake\n" + MADE_UP + ",100,made-up\n");
    log = new Log();
    log.setLevel(Level.ALL);
    levelBefore = root.getLevel();
    root.setLevel(Level.FINEST);
    root.addHandler(log);
  }

  @AfterEach
  void stopListening() {
    root.removeHandler(log);
    root.setLevel(levelBefore);
  }

  /** All that is logged, as a log file would have it. */
  private final class Log extends Handler {
    @Override
    public void publish(LogRecord record) {
      markers.add("log", new SimpleFormatter().format(record));
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}
  }

  /** Runs a command whose output and errors must not have a marker. */
  private Cli run(Object... args) {
    Cli run = Cli.run(args);
    String command = Arrays.toString(args);
    assertThat(run.code()).as("%s: %s", command, run.err()).isNotEqualTo(ExitCode.USAGE);
    markers.add("output of " + command, run.out());
    markers.add("errors of " + command, run.err());
    return run;
  }

  @Test
  void listsThatWereAskedFor_haveTheMarkers_soTheyWouldBeFound() {
    run("bank", "create", bank);
    run("bank", "import", bank, "--format", "pdq-quality", list);

    assertThat(markers.found()).isEmpty();
    assertThat(markers.isIn(Cli.run("hash", LAKE).out())).isTrue();
    assertThat(markers.isIn(Cli.run("bank", "export", bank, "--format", "pdq").out())).isTrue();
    markers.add("upper", "<" + MADE_UP.substring(7, 23).toUpperCase(Locale.ROOT) + ">");
    System.getLogger("test").log(System.Logger.Level.TRACE, "trace of {0}", lake);
    assertThat(markers.found()).containsExactlyInAnyOrder("upper", "log");
  }

  @Test
  void everyBankCommand_ofMarkedEntries_showsNoMarker() throws Exception {
    Path history = folder.resolve("history.bank");
    Path audit = folder.resolve("audit.jsonl");
    run("bank", "create", bank, "--flood", "100/1h");
    run("bank", "create", history);
    for (String format : List.of("text", "csv", "jsonl")) {
      run("screen", "--bank", bank, "--format", format, "--history", history, LAKE);
    }
    assertThat(run("bank", "add", bank, LAKE, "--label", "demo", "--retro", history).code())
        .isEqualTo(1);
    run("bank", "add", bank, LAKE);
    assertThat(run("bank", "import", bank, "--format", "pdq-quality", "--diff", list).out())
        .contains("made-up");
    run("bank", "import", bank, "--format", "pdq-quality", "--dry-run", "--diff", list);
    for (String format : List.of("text", "csv", "jsonl")) {
      Object[] start = {"screen", "--bank", bank, "--format", format, "--audit", audit};
      Object[] end = {"--history", history, "--explain", LAKE, VALLEY, Cli.image("uploads/broken")};
      assertThat(run(both(start, end)).out()).contains("BLOCK");
    }
    run("match", "--bank", bank, "--all", list);
    run("match", "--bank", bank, list);
    run("compare", LAKE, VALLEY);
    run("bank", "stats", bank);
    run("bank", "verify", bank);
    run("bank", "set", bank, "--radius", 30);
    run("bank", "disable", bank, LAKE);
    run("bank", "enable", bank, LAKE);
    run("bank", "opinion", bank, LAKE, "--by", "ann", "--verdict", "false_positive");
    run("bank", "expire", bank);
    run("bank", "withdraw", bank, "--source", "pdq-quality");
    run("bank", "remove", bank, LAKE, "nobody");
    run("bank", "purge", bank);
    run("bank", "stats", bank);
    run("audit", "verify", audit);
    markers.add("audit file", Files.readString(audit));

    assertThat(markers.found()).isEmpty();
    assertThat(Files.readString(audit)).contains("BLOCK");
  }

  private static Object[] both(Object[] start, Object[] end) {
    List<Object> all = new ArrayList<>(List.of(start));
    all.addAll(List.of(end));
    return all.toArray();
  }

  @Test
  void everyFormat_wellAndBadlyWritten_showsNoMarker() throws Exception {
    Path source = folder.resolve("source.bank");
    run("bank", "create", source);
    run("bank", "import", source, "--format", "pdq-quality", list);
    Path digests = folder.resolve("digests.csv");
    Files.writeString(digests, "id,md5\nby-digest," + MADE_UP_MD5 + "\n");
    run("bank", "import", source, "--format", "csv", digests);
    run("bank", "add", source, LAKE, "--label", "demo");
    for (ListFormat format : ListFormat.values()) {
      Path exported = folder.resolve("exported." + format);
      run("bank", "export", source, exported, "--format", format);
      String text = Files.readString(exported);
      assertThat(markers.isIn(text)).as("%s has a marker", format).isTrue();
      for (Map.Entry<String, String> each : variants(text).entrySet()) {
        importInto(format, each.getKey(), each.getValue());
      }
    }

    assertThat(markers.found()).isEmpty();
  }

  private void importInto(ListFormat format, String variant, String text) throws Exception {
    Path target = folder.resolve(format + "-" + variant + ".bank");
    Path file = Files.writeString(folder.resolve(format + "-" + variant + ".list"), text);
    run("bank", "create", target);
    Cli imported = run("bank", "import", target, "--format", format, "--diff", file);
    assertThat(imported.err()).isNotEmpty();
    run("bank", "import", target, "--format", format, "--whole", "--diff", file);
    run("bank", "stats", target);
  }

  /** As lists arrive. */
  private Map<String, String> variants(String text) {
    Map<String, String> variants = new LinkedHashMap<>();
    variants.put("whole", text);
    variants.put("upper", replaced(text, hex -> hex.toUpperCase(Locale.ROOT)));
    variants.put("short", replaced(text, hex -> hex.substring(1)));
    variants.put("long", replaced(text, hex -> hex + "0"));
    variants.put("letter", replaced(text, hex -> hex.substring(0, 25) + "g" + hex.substring(26)));
    variants.put("quoted", replaced(text, hex -> hex + "\"'"));
    variants.put("twice", text + text);
    variants.put("semicolons", text.replace(',', ';').replace(':', ';'));
    variants.put("cut", text.substring(0, text.length() * 2 / 3));
    variants.put("cut-in-marker", text.substring(0, at(text) + 30));
    return variants;
  }

  /** Where some marker begins. */
  private int at(String text) {
    return madeUp().stream().mapToInt(text::indexOf).max().orElseThrow();
  }

  private List<String> madeUp() {
    return List.of(lake, MADE_UP, MADE_UP_MD5);
  }

  private String replaced(String text, UnaryOperator<String> change) {
    String replaced = text;
    for (String hex : madeUp()) {
      replaced = replaced.replace(hex, change.apply(hex));
    }
    return replaced;
  }

  @Test
  void markerWithoutName_givesAnIdThatDoesNotShowIt() throws Exception {
    Path nameless = Files.writeString(folder.resolve("nameless.txt"), MADE_UP + "\n");
    run("bank", "create", bank);
    Cli imported = run("bank", "import", bank, "--format", "pdq", "--diff", nameless);
    run("match", "--bank", bank, Files.writeString(list, MADE_UP + ",100\n" + MADE_UP + ",x\n"));

    assertThat(imported.out()).startsWith("+ pdq/");
    assertThat(markers.found()).isEmpty();
  }

  @Test
  void canary_thatIsHitByAMarker_showsNoMarker() throws Exception {
    run("bank", "create", bank);
    run("bank", "add", bank, "--canary", LAKE);
    Path copy = folder.resolve("copy.jpg");
    Files.copy(LAKE, copy);

    assertThat(run("bank", "import", bank, "--format", "pdq-quality", list).err())
        .contains("it holds innocent pictures: ");
    assertThat(
            run("bank", "import", bank, "--format", "pdq-quality", "--allow-canaries", list).err())
        .contains("HITS_CANARY");
    run("bank", "add", bank, copy);
    assertThat(markers.found()).isEmpty();
  }

  @Test
  void damagedBank_ofMarkedEntries_showsNoMarker() throws Exception {
    run("bank", "create", bank);
    run("bank", "import", bank, "--format", "pdq-quality", list);
    byte[] sound = Files.readAllBytes(bank);
    int at = indexOf(sound, HexFormat.of().parseHex(MADE_UP));
    assertThat(at).isPositive();
    // In the hash; before it the name of its algorithm and its length; the row before and after.
    for (int offset : new int[] {3, -1, -2, -6, -14, -20, 33, 40}) {
      byte[] damaged = sound.clone();
      damaged[at + offset] ^= 0x41;
      Path broken = folder.resolve("broken" + offset + ".bank");
      Files.write(broken, damaged);
      run("screen", "--bank", broken, LAKE);
      run("match", "--bank", broken, list);
      run("bank", "stats", broken);
      assertThat(run("bank", "verify", broken).code()).as("offset %d", offset).isEqualTo(2);
      run("bank", "export", broken, "--format", "ndjson");
      run("bank", "import", broken, "--format", "pdq-quality", list);
    }

    assertThat(markers.found()).isEmpty();
  }

  private static int indexOf(byte[] bytes, byte[] wanted) {
    return new String(bytes, StandardCharsets.ISO_8859_1)
        .indexOf(new String(wanted, StandardCharsets.ISO_8859_1));
  }

  @Test
  void toString_ofWhatHoldsAMarker_showsNoMarker() throws Exception {
    run("bank", "create", bank);
    run("bank", "import", bank, "--format", "pdq-quality", list);
    run("bank", "add", bank, LAKE);
    ImageHash hash = ImageHash.parse(HashAlgorithm.PDQ, MADE_UP);
    try (Bank open = SqliteBankFile.open(bank)) {
      markers.add("bank", open.health() + " " + open.settings());
      open.readChanges(0, change -> show(change, ((Change.Held) change).entry()));
      markers.add("neighbours", open.neighbours(hash));
      HashMatcher matcher = new HashMatcher(List.of(open)).withNearestMiss(256);
      markers.add("decision", matcher.match(hash, Quality.FULL));
      Decision miss = matcher.match(ImageHash.parse(HashAlgorithm.PDQ, FAR), Quality.FULL);
      assertThat(miss.toString()).contains("NearestMiss");
      markers.add("miss", miss);
      byte[] file = Files.readAllBytes(LAKE);
      markers.add("by digest", matcher.match(ExactDigest.allOf(file)));
      markers.add("upload", new Upload("x", file));
      markers.add("edit", open.addition(BankEntry.of("new", hash, Quality.FULL)));
      markers.add("edit", open.replacement(BankEntry.of("new", hash, Quality.FULL)));
    }
    markers.add("line", HashLine.parse(HashAlgorithm.PDQ, MADE_UP + ",100,x"));
    showItems();

    assertThat(markers.found()).isEmpty();
  }

  private void show(Change change, BankEntry entry) {
    markers.add("change", change);
    markers.add("entry", entry);
    markers.add("parts", entry.hashes() + " " + entry.digests());
  }

  private void showItems() throws Exception {
    ListFormat.PDQ_QUALITY
        .reader(ListOptions.of("demo"))
        .read(
            new ByteArrayInputStream(Files.readAllBytes(list)),
            new ListSink() {
              @Override
              public void item(ListItem item) {
                markers.add("item", item);
              }

              @Override
              public void invalid(RowProblem problem) {
                markers.add("problem", problem);
              }

              @Override
              public void unsupported(RowProblem problem) {
                markers.add("problem", problem);
              }

              @Override
              public void partlyUnsupported(RowProblem problem) {
                markers.add("problem", problem);
              }
            });
  }
}
