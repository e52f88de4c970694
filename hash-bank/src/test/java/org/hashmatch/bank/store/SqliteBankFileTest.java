package org.hashmatch.bank.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.hashmatch.bank.AddOutcome;
import org.hashmatch.bank.Bank;
import org.hashmatch.bank.BankEntry;
import org.hashmatch.bank.BankPolicy;
import org.hashmatch.bank.BankSettings;
import org.hashmatch.bank.BankStoreException;
import org.hashmatch.bank.MatchAction;
import org.hashmatch.bank.Pictures;
import org.hashmatch.hash.HashAlgorithm;
import org.hashmatch.hash.ImageHash;
import org.hashmatch.hash.Quality;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SqliteBankFileTest {

  private static final BankSettings SETTINGS =
      new BankSettings(
          "ncii",
          BankPolicy.builder()
              .radius(HashAlgorithm.PDQ_NN512, 20)
              .qualityFloor(new Quality(60))
              .action(MatchAction.REVIEW)
              .build());

  @TempDir private Path folder;
  private Path file;

  @BeforeEach
  void name() {
    file = folder.resolve("test.bank");
  }

  @Test
  void open_afterClose_givesBackSettingsAndEntries() throws Exception {
    Random random = new Random(1);
    List<BankEntry> entries = new ArrayList<>();
    for (int i = 0; i < 100; i++) {
      entries.add(
          Pictures.entry("case-" + i, Pictures.randomHash(random)).toBuilder()
              .labels(i % 2 == 0 ? Set.of() : Set.of("ncii", "ai"))
              .origin("ngo é", "c" + i)
              .build());
    }
    try (Bank bank = SqliteBankFile.create(file, BankSettings.pdq("ncii"))) {
      assertThat(bank.addAll(entries)).containsOnly(AddOutcome.ADDED);
    }
    try (Bank bank = SqliteBankFile.open(file)) {
      assertThat(bank.settings()).isEqualTo(BankSettings.pdq("ncii"));
      assertThat(bank.size()).isEqualTo(100);
      assertThat(all(bank)).isEqualTo(entries);
      assertThat(bank.find("case-7")).contains(entries.get(7));
      assertThat(bank.find("case-100")).isEmpty();
      assertThat(bank.neighbours(entries.get(3).hashes().get(0)))
          .containsExactly(new Bank.Neighbour(entries.get(3), 0));
      bank.verify();
    }
  }

  @Test
  void create_otherSettings_areKept() throws Exception {
    SqliteBankFile.create(file, SETTINGS).close();

    try (Bank bank = SqliteBankFile.open(file)) {
      assertThat(bank.settings()).isEqualTo(SETTINGS);
    }
  }

  @Test
  void add_againAndAgain_saysWhatBecameOfIt() throws Exception {
    Random random = new Random(2);
    ImageHash hash = Pictures.randomHash(random);
    try (Bank bank = SqliteBankFile.create(file, BankSettings.pdq("b"))) {
      assertThat(bank.add(Pictures.entry("a", hash))).isEqualTo(AddOutcome.ADDED);
      assertThat(bank.add(Pictures.entry("a", hash))).isEqualTo(AddOutcome.UNCHANGED);
      assertThat(bank.add(Pictures.entry("a", Pictures.randomHash(random))))
          .isEqualTo(AddOutcome.ID_TAKEN);
      assertThat(bank.add(Pictures.entry("same hash", hash))).isEqualTo(AddOutcome.ADDED);
      assertThat(
              bank.addAll(
                  List.of(
                      Pictures.entry("twice", hash),
                      Pictures.entry("twice", hash),
                      BankEntry.of("low", Pictures.randomHash(random), new Quality(49)),
                      Pictures.entry("zero", ImageHash.of(HashAlgorithm.PDQ, 0, 0, 0, 0)),
                      Pictures.entry("other", ImageHash.of(HashAlgorithm.PDQ_NN512, 1, 2, 3, 4)))))
          .containsExactly(
              AddOutcome.ADDED,
              AddOutcome.UNCHANGED,
              AddOutcome.LOW_QUALITY,
              AddOutcome.TRIVIAL_HASH,
              AddOutcome.WRONG_ALGORITHM);
      assertThat(bank.size()).isEqualTo(3);
      assertThat(bank.neighbours(hash)).hasSize(3);
    }
  }

  @Test
  void remove_entry_isGoneFromSearchAndFileForGood() throws Exception {
    Random random = new Random(3);
    ImageHash hash = Pictures.randomHash(random);
    try (Bank bank = SqliteBankFile.create(file, BankSettings.pdq("b"))) {
      bank.add(Pictures.entry("gone", hash));
      bank.add(Pictures.entry("kept", Pictures.randomHash(random)));
      assertThat(bank.remove("gone")).isTrue();
      assertThat(bank.remove("gone")).isFalse();
      assertThat(bank.neighbours(hash)).isEmpty();
      assertThat(bank.size()).isEqualTo(1);
    }
    assertThat(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1))
        .doesNotContain(new String(HashBytes.of(hash), StandardCharsets.ISO_8859_1))
        .contains("kept");
    try (Bank bank = SqliteBankFile.open(file)) {
      assertThat(all(bank)).extracting(BankEntry::id).containsExactly("kept");
      assertThat(bank.add(Pictures.entry("gone", hash))).isEqualTo(AddOutcome.ADDED);
    }
  }

  @Test
  void addAndRemove_withoutClosing_isOnDiskAtOnce() throws Exception {
    Random random = new Random(4);
    try (Bank bank = SqliteBankFile.create(file, BankSettings.pdq("b"))) {
      bank.add(Pictures.entry("a", Pictures.randomHash(random)));
      bank.add(Pictures.entry("b", Pictures.randomHash(random)));
      bank.remove("a");
      try (Bank other = SqliteBankFile.open(file)) {
        assertThat(all(other)).extracting(BankEntry::id).containsExactly("b");
        other.remove("b");
      }
      // The entry removed elsewhere is still in this bank's index, and must not match all the same.
      assertThat(bank.size()).isEqualTo(1);
      assertThat(bank.neighbours(Pictures.randomHash(new Random(4)))).isEmpty();
    }
  }

  @Test
  void create_existingFile_isRefusedAndLeavesIt() throws Exception {
    Files.writeString(file, "precious");

    assertThatThrownBy(() -> SqliteBankFile.create(file, SETTINGS))
        .isInstanceOf(BankStoreException.class)
        .hasMessage("bank " + file + ": exists already");
    assertThat(file).hasContent("precious");
  }

  @Test
  void create_inMissingFolder_isRefused() {
    assertThatThrownBy(() -> SqliteBankFile.create(folder.resolve("no/x.bank"), SETTINGS))
        .isInstanceOf(BankStoreException.class)
        .hasMessageContaining("its folder does not exist");
  }

  @Test
  void open_missingFile_isRefusedAndCreatesNone() {
    assertThatThrownBy(() -> SqliteBankFile.open(file))
        .isInstanceOf(BankStoreException.class)
        .hasMessage("bank " + file + ": no such file");
    assertThat(file).doesNotExist();
    assertThatThrownBy(() -> SqliteBankFile.open(folder)).hasMessageContaining("is a folder");
  }

  @Test
  void open_textFile_isNoBankAndStaysAsItWas() throws Exception {
    Files.writeString(
        file, "This is no database, but it is longer than a database's header. ".repeat(20));
    byte[] before = Files.readAllBytes(file);

    assertThatThrownBy(() -> SqliteBankFile.open(file))
        .isInstanceOf(BankStoreException.class)
        .hasMessage("bank " + file + ": not a bank file (no database)");
    assertThat(file).hasBinaryContent(before);
  }

  @Test
  void open_emptyFile_isNoBankAndStaysEmpty() throws Exception {
    Files.createFile(file);

    assertThatThrownBy(() -> SqliteBankFile.open(file))
        .isInstanceOf(BankStoreException.class)
        .hasMessageContaining("not a bank file");
    assertThat(file).isEmptyFile();
  }

  @Test
  void open_anotherProgramsDatabase_isNoBank() throws Exception {
    sql(file, "CREATE TABLE t (x)");

    assertThatThrownBy(() -> SqliteBankFile.open(file))
        .isInstanceOf(BankStoreException.class)
        .hasMessageContaining("a database of something else");
  }

  @Test
  void open_newerVersion_namesBothVersions() throws Exception {
    SqliteBankFile.create(file, SETTINGS).close();
    sql(file, "PRAGMA user_version = 3");

    assertThatThrownBy(() -> SqliteBankFile.open(file))
        .isInstanceOf(BankStoreException.class)
        .hasMessageContaining("version 3 (this program reads versions 1 and 2)");
  }

  @Test
  void open_changedBehindItsBack_isDamaged() throws Exception {
    Random random = new Random(5);
    String[] changes = {
      "DELETE FROM entry WHERE id = 'a'",
      "UPDATE entry SET body = zeroblob(32) WHERE id = 'a'",
      "UPDATE entry SET held = 0 WHERE id = 'a'",
      "UPDATE entry SET id = 'c' WHERE id = 'a'",
      "UPDATE entry SET sequence = 7 WHERE id = 'a'",
      "INSERT INTO entry SELECT 99, 'z', 99, held, body, checksum FROM entry",
      "UPDATE bank SET settings = zeroblob(9)",
      "UPDATE bank SET held = 0",
      "UPDATE bank SET entry_rows = 9",
      "UPDATE bank SET checksum = checksum + 1",
      "DELETE FROM bank",
    };
    for (String change : changes) {
      Files.deleteIfExists(file);
      try (Bank bank = SqliteBankFile.create(file, BankSettings.pdq("b"))) {
        bank.add(Pictures.entry("a", Pictures.randomHash(random)));
      }
      sql(file, change);

      assertThatThrownBy(() -> SqliteBankFile.open(file))
          .as(change)
          .isInstanceOf(BankStoreException.class)
          .hasMessageContaining("damaged");
    }
  }

  static List<BankEntry> all(Bank bank) throws IOException {
    List<BankEntry> entries = new ArrayList<>();
    bank.forEach(entries::add);
    return entries;
  }

  static void sql(Path file, String... statements) throws Exception {
    try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
        Statement sql = connection.createStatement()) {
      for (String statement : statements) {
        sql.execute(statement);
      }
    }
  }
}
