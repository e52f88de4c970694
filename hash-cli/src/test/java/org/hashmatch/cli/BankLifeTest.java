package org.hashmatch.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.hashmatch.bank.exchange.ListFormat;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What happens to a bank's entries after they were added. */
class BankLifeTest {

  private static final Path VALLEY = Cli.image("known/valley-02.jpg");
  private static final Path LAKE = Cli.image("known/lake-01.jpg");
  private static final Path MIRRORED = Cli.image("uploads/mirrored/lake-01-left-right.jpg");

  @TempDir private Path folder;
  private Path bank;

  @BeforeEach
  void name() {
    bank = folder.resolve("ncii.bank");
  }

  private Cli bank(String command, Object... more) {
    Object[] all = new Object[more.length + 3];
    all[0] = "bank";
    all[1] = command;
    all[2] = bank;
    System.arraycopy(more, 0, all, 3, more.length);
    return Cli.run(all);
  }

  private String screened(Object... options) {
    Object[] all = new Object[options.length + 5];
    all[0] = "screen";
    all[1] = "--isolation=none";
    all[2] = "--bank";
    all[3] = bank;
    System.arraycopy(options, 0, all, 4, options.length);
    all[all.length - 1] = MIRRORED;
    return Cli.run(all).out();
  }

  @Test
  void entry_disabledDisputedWithdrawn_matchesAccordingly() {
    bank("create");
    bank("add", LAKE, "--source", "ngo", "--case", "7", "--label", "ncii");

    assertThat(screened())
        .startsWith("BLOCK ")
        .contains("lake-01.jpg in ncii, from ngo case 7, labels ncii, pdq/1/256 distance ");
    assertThat(bank("disable", LAKE).err()).isEqualTo("1 disabled, 1 in the bank\n");
    assertThat(screened()).startsWith("CLEAR ");
    assertThat(bank("enable", LAKE, "nobody").err())
        .isEqualTo("1 enabled, 1 in the bank\nnobody: no such entry\n");
    bank("opinion", LAKE, "--by", "ann", "--verdict", "false_positive");
    assertThat(screened())
        .startsWith("REVIEW ")
        .contains("REVIEW because the entry's matches were said to be false");
    assertThat(bank("stats").out()).contains("disputed       1\n");
    assertThat(bank("withdraw", "--source", "ngo", "--case", "8").err())
        .isEqualTo("0 entries had that origin, 1 in the bank\n");
    assertThat(bank("withdraw", "--source", "ngo").err())
        .isEqualTo("1 entries had that origin, 0 in the bank\n");
    assertThat(screened()).startsWith("CLEAR ");
    assertThat(bank("verify").out()).isEqualTo("ok, 0 entries\n");
  }

  @Test
  void settings_changed_areTakenFromThenOn() {
    bank(
        "create",
        "--shadow",
        "--flood",
        "100/1h",
        "--time-to-live",
        "90d",
        "--also",
        "phash/64=6",
        "--only-label",
        "ncii");
    assertThat(bank("stats").out())
        .contains(
            "radius phash/1/64  6\n",
            "shadow         yes: matches are noted only\n",
            "only labels    ncii\n",
            "time to live   90 days\n",
            "flood limit    100 in 3600 s\n");
    bank("add", LAKE, "--label", "ncii");
    assertThat(screened()).startsWith("CLEAR ").contains("(noted " + LAKE + " in ncii");
    assertThat(bank("set", "--no-shadow", "--decision", "review", "--only-label", "").code())
        .isZero();
    assertThat(screened()).startsWith("REVIEW ");
    assertThat(bank("set", "--radius", "0", "--radius", "phash/64=5", "--name", "n").code())
        .isZero();
    assertThat(bank("stats").out())
        .contains("name           n\n", "radius pdq/1/256  0\n", "radius phash/1/64  5\n");
    assertThat(bank("set", "--radius", "dhash/64=5").err())
        .contains("a bank's algorithms stay [pdq/1/256, phash/1/64]");
    assertThat(bank("set", "--radius", "wide").err()).contains("must be a whole number");
  }

  @Test
  void history_pictureThatBecomesKnown_isFoundAmongEarlierUploads() {
    Path history = folder.resolve("uploads.bank");
    bank("create");
    Cli.run("bank", "create", history, "--time-to-live", "90d");

    assertThat(screened("--history", history)).startsWith("CLEAR ");
    Cli add = bank("add", LAKE, "--retro", history);
    assertThat(add.code()).isEqualTo(1);
    assertThat(add.out())
        .startsWith(MIRRORED + "  (uploaded ")
        .contains("looks like " + LAKE + ", distance ", ", flipy)");
    assertThat(bank("add", VALLEY, "--retro", history).code()).isZero();
  }

  @Test
  void audit_decisions_areNotedAndProven() throws IOException {
    Path audit = folder.resolve("audit.jsonl");
    bank("create");
    bank("add", LAKE);
    screened("--audit", audit);
    Cli.run("screen", "--bank", bank, "--audit", audit, VALLEY, folder.resolve("none.jpg"));

    Cli verified = Cli.run("audit", "verify", audit);
    assertThat(verified.out()).matches("ok, [0-9]+ lines, last [0-9a-f]{64}\n");
    assertThat(Files.readString(audit)).contains("BLOCK", "CLEAR", MIRRORED.toString());
    byte[] bytes = Files.readAllBytes(audit);
    bytes[bytes.length / 2] ^= 1;
    Files.write(audit, bytes);
    Cli damaged = Cli.run("audit", "verify", audit);
    assertThat(damaged.code()).isEqualTo(2);
    assertThat(damaged.err()).startsWith("hashmatch: ").contains(audit.toString());
  }

  @Test
  void explain_whatIsClear_namesWhatItCameNearestTo() {
    bank("create", "--radius", "0");
    bank("add", Cli.image("known/lake-01.jpg"));

    assertThat(screened("--explain"))
        .startsWith("CLEAR ")
        .contains("(nearest is " + LAKE + " in ncii at pdq/1/256 distance ", ", radius 0)");
  }

  @ParameterizedTest
  @EnumSource(
      value = ListFormat.class,
      mode = EnumSource.Mode.EXCLUDE,
      names = "ICSE") // has no word for anything that 'bank add' keeps
  void lists_exportedAndImported_comeBackInEveryFormat(ListFormat format) {
    bank("create");
    bank("add", LAKE, VALLEY, "--source", "ngo", "--case", "7", "--isolation", "none");
    bank("remove", VALLEY);
    Path list = folder.resolve("list");
    Object[] columns =
        format == ListFormat.CSV
            ? new Object[] {"--column", "id=id", "--column", "hash=hash"}
            : new Object[0];
    Cli export = with(columns, "bank", "export", bank, list, "--format", format.label());
    assertThat(export.code()).isZero();
    Path copy = folder.resolve("copy.bank");
    Cli.run("bank", "create", copy);
    Cli dry = with(columns, "bank", "import", copy, list, "--format", format.label(), "--dry-run");
    assertThat(dry.err()).containsPattern("[12] added").endsWith("dry run: nothing was changed\n");
    assertThat(Cli.run("bank", "stats", copy).out()).contains("entries        0\n");

    Cli imported =
        with(columns, "bank", "import", copy, list, "--format", format.label(), "--diff");
    // Some formats have a row for each hash or digest.
    assertThat(imported.err()).as(imported.out()).containsPattern("[12] added.*; [12] in the bank");
    assertThat(imported.out()).startsWith("+ ");
    Cli again = with(columns, "bank", "import", copy, list, "--format", format.label());
    assertThat(again.err()).contains("0 added").containsPattern("[12] there already");
    Cli screen = Cli.run("screen", "--isolation", "none", "--bank", copy, LAKE);
    assertThat(screen.out()).startsWith("BLOCK ");
  }

  private static Cli with(Object[] more, Object... command) {
    Object[] all = java.util.Arrays.copyOf(command, command.length + more.length);
    System.arraycopy(more, 0, all, command.length, more.length);
    return Cli.run(all);
  }

  @Test
  void list_thatShrinksOrHitsACanary_isRefused() throws IOException {
    bank("create");
    Path list = folder.resolve("list.txt");
    java.util.Random random = new java.util.Random(1);
    StringBuilder lines = new StringBuilder();
    for (int i = 0; i < 30; i++) {
      for (int word = 0; word < 4; word++) {
        lines.append(String.format("%016x", random.nextLong()));
      }
      lines.append(",100,id-").append(i).append('\n');
    }
    Files.writeString(list, lines);
    bank("import", list, "--format", "pdq-quality", "--source", "ngo");
    Files.writeString(list, lines.substring(0, lines.length() / 3));

    Cli cut = bank("import", list, "--format", "pdq-quality", "--source", "ngo", "--whole");
    assertThat(cut.code()).isEqualTo(2);
    assertThat(cut.err()).contains("refused, nothing of it was taken", "(--allow-shrink)");
    assertThat(bank("verify").out()).isEqualTo("ok, 30 entries\n");

    bank("add", LAKE, "--canary");
    Files.writeString(
        list, Cli.run("hash", MIRRORED, LAKE).out(), StandardOpenOption.TRUNCATE_EXISTING);
    Cli canary = bank("import", list, "--format", "pdq-quality", "--source", "other");
    assertThat(canary.code()).isEqualTo(2);
    assertThat(canary.err()).contains("it holds innocent pictures: " + LAKE);
    assertThat(bank("verify").out()).isEqualTo("ok, 31 entries\n");
    Cli cutJson = bank("import", write("{\"count\":1,\"hashRec"), "--format", "stopncii");
    assertThat(cutJson.code()).isEqualTo(2);
    assertThat(cutJson.err()).endsWith("; nothing was changed\n");
  }

  private Path write(String text) throws IOException {
    return Files.writeString(folder.resolve("written"), text);
  }

  @Test
  void lintAndDiff_whatIsWrong_isSaid() {
    bank("create");
    bank("add", LAKE, VALLEY);
    Path other = folder.resolve("other.bank");
    Cli.run("bank", "create", other);
    Cli.run("bank", "add", other, LAKE);

    assertThat(bank("lint").code()).isZero();
    Cli lint = bank("lint", "--innocents", MIRRORED);
    assertThat(lint.code()).isEqualTo(1);
    assertThat(lint.out()).startsWith("HITS_INNOCENT  " + LAKE + ": ");
    Cli diff = bank("diff", other);
    assertThat(diff.code()).isEqualTo(1);
    assertThat(diff.out()).isEqualTo("- " + VALLEY + "\n");
    Cli.run("bank", "add", other, VALLEY);
    assertThat(bank("diff", other).code()).isZero();
  }

  @Test
  void calibrate_onInnocentUploads_countsTheAlarms() {
    bank("create");
    bank("add", LAKE);

    Cli innocent = Cli.run("calibrate", bank, Cli.image("uploads/innocent"));
    assertThat(innocent.out())
        .startsWith("14 innocent uploads against 1 entries of ncii, by pdq/1/256;")
        .containsPattern("31 \\(now\\) +0 ")
        .contains("Not enough uploads to tell: about ");
    Cli alarmed = Cli.run("calibrate", bank, MIRRORED, "--per-day", 1000);
    assertThat(alarmed.out())
        .containsPattern("31 \\(now\\) +1 ")
        .contains("1000.0", MIRRORED + " is ");
  }

  @Test
  void sealedBankAndSnapshots_needTheirKeys() throws IOException {
    Path key = folder.resolve("bank.key");
    assertThat(Cli.run("snapshot", "keygen", "--bank-key", key).code()).isZero();
    bank("create", "--key-file", key);
    bank("add", LAKE, "--key-file", key);
    assertThat(Cli.run("screen", "--bank", bank, MIRRORED).err())
        .isEqualTo("hashmatch: bank " + bank + ": is sealed; its key is needed\n");
    assertThat(Cli.run("screen", "--bank", bank, "--key-file", key, MIRRORED).out())
        .startsWith("BLOCK ");

    Path signing = folder.resolve("signing.pem");
    Path trusted = folder.resolve("signing.pem.pub");
    Path snapshot = folder.resolve("ncii.snapshot");
    assertThat(Cli.run("snapshot", "keygen", signing).code()).isZero();
    assertThat(Cli.run("snapshot", "keygen", signing).code()).isEqualTo(2);
    Cli written =
        Cli.run("snapshot", "write", bank, snapshot, "--key-file", key, "--sign", signing);
    assertThat(written.err()).isEqualTo("1 entries written to " + snapshot + "\n");
    assertThat(Cli.run("snapshot", "verify", snapshot, "--trust", trusted).out())
        .startsWith("ok, bank ncii at change 1, 1 entries, 0 gone, made ");
    Path copy = folder.resolve("copy.bank");
    Cli.run("bank", "create", copy, "--name", "ncii");
    assertThat(Cli.run("snapshot", "apply", copy, snapshot, "--trust", trusted).err())
        .isEqualTo("1 added, 0 changed, 0 removed, 0 there already; 1 in the bank\n");
    assertThat(Cli.run("screen", "--bank", copy, MIRRORED).out()).startsWith("BLOCK ");
    byte[] bytes = Files.readAllBytes(snapshot);
    bytes[bytes.length / 2] ^= 1;
    Files.write(snapshot, bytes);
    assertThat(Cli.run("snapshot", "verify", snapshot, "--trust", trusted).code()).isEqualTo(2);
    assertThat(Cli.run("snapshot", "verify", snapshot, "--trust", LAKE).code()).isEqualTo(64);
    assertThat(Files.readString(key, StandardCharsets.US_ASCII)).hasSize(45);
  }

  @Test
  void fetch_withoutCredentials_saysWhichAreMissing() {
    bank("create");

    for (List<String> service :
        List.of(
            List.of("ncmec", "HASHMATCH_NCMEC_USER"),
            List.of("stopncii", "HASHMATCH_STOPNCII_FUNCTIONS_KEY"),
            List.of("tat", "HASHMATCH_TAT_USER"))) {
      Cli fetch = bank("fetch", "--from", service.get(0));
      assertThat(fetch.code()).isEqualTo(64);
      assertThat(fetch.err()).startsWith("hashmatch: ").contains(service.get(1));
    }
    assertThat(bank("fetch", "--from", "stopncii", "--url", "http://example.org").code())
        .isEqualTo(64);
  }

  @Test
  void purgeAndExpire_areDone() {
    bank("create");
    bank("add", LAKE, "--expires", "2026-01-01");

    assertThat(screened()).startsWith("CLEAR ");
    assertThat(bank("expire").err()).isEqualTo("1 expired, 0 in the bank\n");
    assertThat(bank("purge").err()).isEqualTo("purged bank ncii\n");
    assertThat(bank("verify").out()).isEqualTo("ok, 0 entries\n");
  }
}
