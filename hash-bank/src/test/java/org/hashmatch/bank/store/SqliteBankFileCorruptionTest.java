package org.hashmatch.bank.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.hashmatch.bank.Bank;
import org.hashmatch.bank.BankEntry;
import org.hashmatch.bank.BankSettings;
import org.hashmatch.bank.BankStoreException;
import org.hashmatch.bank.Pictures;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Whatever byte is wrong: the bank says so, or what it holds is exactly what was put in. Never
 * less, never other.
 */
@Tag("exhaustive")
class SqliteBankFileCorruptionTest {

  @TempDir private Path folder;
  private Path file;
  private byte[] sound;
  private List<BankEntry> entries;

  @BeforeEach
  void makeSmallBank() throws Exception {
    Path original = folder.resolve("original.bank");
    Random random = new Random(1);
    try (Bank bank = SqliteBankFile.create(original, BankSettings.pdq("b"))) {
      for (int i = 0; i < 5; i++) {
        bank.add(Pictures.entry("entry-" + i, Pictures.randomHash(random)));
      }
      entries = SqliteBankFileTest.all(bank);
    }
    // Small pages: five times fewer bytes to try.
    SqliteBankFileTest.sql(
        original,
        "PRAGMA journal_mode = DELETE",
        "PRAGMA page_size = 512",
        "VACUUM",
        "PRAGMA journal_mode = WAL");
    sound = Files.readAllBytes(original);
    file = folder.resolve("test.bank");
  }

  @Test
  void open_everyFlippedByte_isNoticedOrHarmless() throws Exception {
    int noticed = 0;
    for (int i = 0; i < sound.length; i++) {
      byte[] damaged = sound.clone();
      damaged[i] ^= (byte) (1 << i % 8);
      noticed += isNoticed(damaged, "byte " + i) ? 1 : 0;
    }
    assertThat(noticed).isGreaterThan(entries.size() * 40);
  }

  @Test
  void verify_everyTruncation_isNoticed() throws Exception {
    for (int length = 0; length < sound.length; length += 64) {
      byte[] cut = Arrays.copyOf(sound, length);
      // A page that no entry lies on may be missed by opening, not by verifying.
      boolean noticed = isNoticed(cut, "length " + length) || !isSoundInStructure(cut);
      assertThat(noticed).as("length %d", length).isTrue();
    }
  }

  private boolean isSoundInStructure(byte[] content) throws IOException {
    Files.write(file, content);
    try (Bank bank = SqliteBankFile.open(file)) {
      bank.verify();
      return true;
    } catch (BankStoreException e) {
      return false;
    }
  }

  private boolean isNoticed(byte[] damaged, String what) throws IOException {
    Files.write(file, damaged);
    try (Bank bank = SqliteBankFile.open(file)) {
      assertThat(bank.settings()).as(what).isEqualTo(BankSettings.pdq("b"));
      assertThat(bank.size()).as(what).isEqualTo(entries.size());
      assertThat(SqliteBankFileTest.all(bank)).as(what).isEqualTo(entries);
      return false;
    } catch (BankStoreException e) {
      assertThat(e).as(what).hasMessageStartingWith("bank " + file + ": ");
      return true;
    } finally {
      Files.deleteIfExists(folder.resolve("test.bank-wal"));
      Files.deleteIfExists(folder.resolve("test.bank-shm"));
    }
  }
}
