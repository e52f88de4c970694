package org.hashmatch.bank.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import org.hashmatch.bank.Bank;
import org.hashmatch.bank.BankEntry;
import org.hashmatch.bank.BankPolicy;
import org.hashmatch.bank.BankSettings;
import org.hashmatch.bank.BankStoreException;
import org.hashmatch.bank.MatchAction;
import org.hashmatch.bank.Origin;
import org.hashmatch.bank.Pictures;
import org.hashmatch.hash.HashAlgorithm;
import org.hashmatch.hash.Quality;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A bank file that the first version of the format wrote. */
class SqliteBankFileCompatibilityTest {

  @TempDir private Path folder;
  private Path file;

  @BeforeEach
  void copy() throws Exception {
    file = folder.resolve("version-1.bank");
    try (InputStream golden = getClass().getResourceAsStream("version-1.bank")) {
      Files.copy(golden, file);
    }
  }

  @Test
  void open_fileOfVersion1_hasAllOfItAndIsVersion2FromThenOn() throws Exception {
    for (int round = 0; round < 2; round++) {
      try (Bank bank = SqliteBankFile.open(file)) {
        assertThat(bank.settings())
            .isEqualTo(
                new BankSettings(
                    "golden",
                    BankPolicy.builder()
                        .radius(HashAlgorithm.PDQ, 24)
                        .qualityFloor(new Quality(40))
                        .action(MatchAction.REVIEW)
                        .build()));
        List<BankEntry> entries = SqliteBankFileTest.all(bank);
        assertThat(entries)
            .extracting(BankEntry::id)
            .containsExactly("case-0", "case-1", "case-2", "case-4");
        BankEntry second = entries.get(1);
        assertThat(second.quality()).contains(new Quality(60));
        assertThat(second.labels()).containsExactly("ai", "ncii");
        assertThat(second.origins()).containsExactly(new Origin("helpdesk é", "c1"));
        assertThat(second.addedAt()).isEqualTo(Instant.ofEpochMilli(1_790_000_000_001L));
        assertThat(entries.get(0).origins()).containsExactly(Origin.UNKNOWN);
        assertThat(bank.neighbours(Pictures.randomHash(new Random(42))))
            .extracting(neighbour -> neighbour.entry().id())
            .containsExactly("case-0");
        bank.verify();
      }
    }
  }

  @Test
  void open_damagedFileOfVersion1_isRefusedAndStaysAsItWas() throws Exception {
    SqliteBankFileTest.sql(file, "UPDATE entry SET quality = 51 WHERE id = 'case-0'");

    for (int round = 0; round < 2; round++) {
      assertThatThrownBy(() -> SqliteBankFile.open(file))
          .isInstanceOf(BankStoreException.class)
          .hasMessage(
              "bank " + file + ": damaged (4 entries expected, 4 found, or a checksum differs)");
    }
    SqliteBankFileTest.sql(file, "UPDATE entry SET quality = 50 WHERE id = 'case-0'");
    SqliteBankFile.open(file).close();
  }
}
