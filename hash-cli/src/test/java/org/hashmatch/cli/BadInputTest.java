package org.hashmatch.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Everything a user can get wrong: one clear line each, no stack trace, and the bank is as it was.
 */
class BadInputTest {

  private static final Path LAKE = Cli.image("known/lake-02.jpg");

  @TempDir private Path folder;
  private Path bank;

  @BeforeEach
  void makeBank() {
    bank = folder.resolve("ncii.bank");
    Cli.run("bank", "create", bank);
    // In this process: a worker for each of forty tests would take most of their time.
    Cli.run("bank", "add", bank, LAKE, "--isolation", "none");
  }

  @AfterEach
  void nothingOfTheBankIsLost() {
    assertThat(Cli.run("bank", "verify", bank).out()).isEqualTo("ok, 1 entries\n");
    assertThat(Cli.run("bank", "export", bank, "--format", "pdq-quality").out())
        .isEqualTo(Cli.run("hash", LAKE).out());
  }

  @Test
  void emptyFile_isNotAnImage() throws IOException {
    assertRefused(Files.createFile(folder.resolve("empty.jpg")), "NOT_AN_IMAGE: empty file");
  }

  @Test
  void textNamedJpg_isNotAnImage() throws IOException {
    assertRefused(
        Files.writeString(folder.resolve("text.jpg"), "Dear Sir or Madam"),
        "NOT_AN_IMAGE: does not begin like any picture format");
  }

  @Test
  void truncatedPng_isDamaged() throws IOException {
    byte[] whole = Files.readAllBytes(Cli.image("known/wall-02.png"));
    assertRefused(
        Files.write(folder.resolve("cut.png"), Arrays.copyOf(whole, whole.length * 2 / 3)),
        "DAMAGED: PNG cannot be decoded");
  }

  @Test
  void truncatedJpeg_isPartialAndNotAdded() throws IOException {
    byte[] whole = Files.readAllBytes(Cli.image("known/facade-01.jpg"));
    Path cut = Files.write(folder.resolve("cut.jpg"), Arrays.copyOf(whole, whole.length / 3));

    assertThat(Cli.run("screen", "--bank", bank, cut).out())
        .isEqualTo("UNSCREENABLE  " + cut + "  (PARTIAL: the rest cannot be decoded)\n");
    assertThat(Cli.run("bank", "add", bank, cut).err())
        .startsWith(cut + ": PARTIAL: only a part of it can be decoded\n");
  }

  @Test
  void missingFile_isUnreadable() {
    assertRefused(folder.resolve("none.jpg"), "UNREADABLE: no such file or folder");
  }

  @Test
  void largeFile_isTooLargeWithoutBeingReadWhole() throws IOException {
    Path file = folder.resolve("large.jpg");
    try (var channel =
        java.nio.channels.FileChannel.open(
            file,
            java.nio.file.StandardOpenOption.CREATE_NEW,
            java.nio.file.StandardOpenOption.WRITE)) {
      channel.write(java.nio.ByteBuffer.allocate(1), 3_000_000_000L);
    }

    assertRefused(file, "TOO_LARGE: 3000000001 bytes (limit 20971520)");
  }

  private void assertRefused(Path file, String problem) {
    Cli hash = Cli.run("hash", file);
    assertThat(hash.err()).isEqualTo(file + ": " + problem + "\n");
    assertThat(hash.out()).isEmpty();
    assertThat(hash.code()).isEqualTo(2);

    Cli screen = Cli.run("screen", "--bank", bank, file);
    assertThat(screen.out()).isEqualTo("UNSCREENABLE  " + file + "  (" + problem + ")\n");
    assertThat(screen.code()).isEqualTo(2);

    Cli add = Cli.run("bank", "add", bank, file);
    assertThat(add.err())
        .startsWith(file + ": " + problem + "\n")
        .contains("0 added, 0 there already, 1 refused");
    assertThat(add.code()).isEqualTo(2);
  }

  @Test
  void folderWithoutPermission_isUnreadableAndTheRestGoesOn() throws IOException {
    Path closed = Files.createDirectories(folder.resolve("uploads/closed"));
    Files.copy(LAKE, folder.resolve("uploads/lake.jpg"));
    Files.setPosixFilePermissions(closed, PosixFilePermissions.fromString("---------"));
    try {
      Assumptions.assumeFalse(Files.isReadable(closed), "this user may read everything (root)");
      Cli run = Cli.run("screen", "--bank", bank, "--format", "csv", folder.resolve("uploads"));

      assertThat(run.out()).contains(closed + ",UNSCREENABLE,,,,,,UNREADABLE", "lake.jpg,BLOCK,");
      assertThat(run.code()).isEqualTo(2);
    } finally {
      Files.setPosixFilePermissions(closed, PosixFilePermissions.fromString("rwx------"));
    }
  }

  @Test
  void hashOfFolder_isUnreadable() {
    assertThat(Cli.run("hash", folder).err()).isEqualTo(folder + ": UNREADABLE: is a folder\n");
  }

  @Test
  void bankFileThatIsNoDatabase_isNamed() throws IOException {
    Path text = Files.writeString(folder.resolve("notes.bank"), "not a database ".repeat(100));

    for (Object[] command :
        new Object[][] {
          {"screen", "--bank", text, LAKE},
          {"match", "--bank", text, LAKE},
          {"bank", "add", text, LAKE},
          {"bank", "stats", text},
          {"bank", "verify", text},
          {"bank", "remove", text, "x"}
        }) {
      Cli run = Cli.run(command);
      assertThat(run.err())
          .isEqualTo("hashmatch: bank " + text + ": not a bank file (no database)\n");
      assertThat(run.code()).isEqualTo(2);
    }
    assertThat(text).hasContent("not a database ".repeat(100));
  }

  @Test
  void missingBank_isNamedAndNotCreated() {
    Path none = folder.resolve("none.bank");
    Cli run = Cli.run("screen", "--bank", bank, "--bank", none, LAKE);

    assertThat(run.err()).isEqualTo("hashmatch: bank " + none + ": no such file\n");
    assertThat(run.out()).isEmpty();
    assertThat(run.code()).isEqualTo(2);
    assertThat(none).doesNotExist();
  }

  @Test
  void existingBank_isNotCreatedAnew() {
    Cli run = Cli.run("bank", "create", bank);

    assertThat(run.err()).isEqualTo("hashmatch: bank " + bank + ": exists already\n");
    assertThat(run.code()).isEqualTo(2);
  }

  @Test
  void malformedHashLine_isNamedByItsNumber() throws IOException {
    String line = Cli.run("hash", LAKE).out().strip();
    Path list =
        Files.writeString(
            folder.resolve("list.csv"),
            line + "\n" + line.substring(1) + "\n\n" + line.replace(",100,", ",abc,") + "\n");

    Cli imported = Cli.run("bank", "import", bank, "--format", "pdq-quality", list);
    assertThat(imported.err())
        .isEqualTo(
            list
                + ": line 2: hash must be 64 hex digits (got 63 characters)\n"
                + list
                + ": line 4: quality must be a whole number in 0..100\n"
                + "0 added, 1 changed, 0 there already, 2 refused; 1 in the bank\n");
    assertThat(imported.code()).isEqualTo(2);

    Cli match = Cli.run("match", "--bank", bank, list);
    assertThat(match.err()).contains("line 2: hash must be 64 hex digits", "line 4: quality");
    assertThat(match.out().lines()).hasSize(2);
    assertThat(match.code()).isEqualTo(2);
  }

  @Test
  void importedRows_thatABankMustNotTake_areRefusedOneByOne() throws IOException {
    String hash = Cli.run("hash", Cli.image("known/wall-01.jpg")).out().substring(0, 64);
    Path list =
        Files.writeString(
            folder.resolve("list.csv"),
            hash + ",49,low\n" + "0".repeat(64) + ",100,zero\n" + hash + ",100," + LAKE + "\n");

    Cli run = Cli.run("bank", "import", bank, "--format", "pdq-quality", list);
    assertThat(run.err())
        .contains("line 1: not taken: LOW_QUALITY")
        .contains("line 2, hash: all bits of the hash are equal")
        .contains("line 3: not taken: ID_TAKEN")
        .endsWith("0 added, 0 there already, 3 refused; 1 in the bank\n");
    assertThat(run.code()).isEqualTo(2);
  }

  @Test
  void missingList_isNamed() {
    Path none = folder.resolve("none.csv");

    assertThat(Cli.run("match", "--bank", bank, none).err())
        .isEqualTo("hashmatch: " + none + ": no such file or folder\n");
    assertThat(Cli.run("bank", "import", bank, "--format", "pdq-quality", none).code())
        .isEqualTo(2);
  }

  @Test
  void listThatIsNotText_isSaid() {
    Cli run = Cli.run("bank", "import", bank, "--format", "pdq-quality", LAKE);

    assertThat(run.err().lines())
        .hasSize(102)
        .startsWith(LAKE + ": line 1: is not UTF-8")
        .contains(LAKE + ": and more");
    assertThat(run.code()).isEqualTo(2);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "--nonsense",
        "nonsense",
        "hash",
        "hash --decoder magic x.jpg",
        "screen x.jpg",
        "match --bank",
        "bank",
        "bank nonsense",
        "bank import x.bank y.csv",
        "bank import x.bank --format xml y.csv",
        "bank fetch x.bank",
        "bank fetch x.bank --from iwf",
        "bank opinion x.bank id --verdict maybe --by ann",
        "bank withdraw x.bank",
        "bank create --flood often x.bank",
        "bank create --time-to-live 3w x.bank",
        "bank create --also phash/64=far x.bank",
        "audit",
        "bank create --radius many x.bank",
        "bank create --algorithm phash/64 x.bank",
        "bank create --algorithm md5 --radius 1 x.bank",
        "hash --algorithm",
        "bits",
        "bits --format jsonl x",
        "bits --algorithm phash x",
        "compare a.jpg",
        ""
      })
  void wrongCommandLine_isAUsageError(String line) {
    Cli run = Cli.run((Object[]) (line.isEmpty() ? new String[0] : line.split(" ", -1)));

    assertThat(run.code()).isEqualTo(64);
    assertThat(run.err()).startsWith("hashmatch: ").contains("--help'.").doesNotContain("\tat ");
    assertThat(run.out()).isEmpty();
  }

  /** Without care a defect would end in 1, which says that a picture matched. */
  @Test
  void defect_isSaidWithItsTraceAndNoMatch() {
    StringWriter err = new StringWriter();
    PrintWriter broken =
        new PrintWriter(new StringWriter()) {
          @Override
          public void println(String line) {
            throw new IllegalStateException("printer on fire");
          }
        };
    int code = Main.run(broken, new PrintWriter(err, true), "hash", LAKE.toString());

    assertThat(code).isEqualTo(2);
    assertThat(err.toString()).contains("printer on fire", "\tat ");
  }

  @Test
  void settingsOutOfRange_nameTheBound() {
    Path other = folder.resolve("other.bank");

    assertThat(Cli.run("bank", "create", other, "--radius", 300).err())
        .isEqualTo("hashmatch: radius must be 0..256 for pdq/1/256 (got 300)\n");
    assertThat(Cli.run("bank", "create", other, "--quality-floor", 101).code()).isEqualTo(64);
    assertThat(other).doesNotExist();
  }

  @Test
  void nameWithLineBreak_staysOneLine() throws IOException {
    Path file = Files.copy(LAKE, folder.resolve("a\nb.jpg"));

    assertThat(Cli.run("hash", file).out().lines())
        .hasSize(1)
        .first()
        .asString()
        .endsWith("a\\u000ab.jpg");
  }
}
