package org.hashmatch.bank.lint;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.hashmatch.bank.Bank;
import org.hashmatch.bank.BankEntry;
import org.hashmatch.bank.BankSettings;
import org.hashmatch.bank.EntryKind;
import org.hashmatch.bank.EntryStatus;
import org.hashmatch.bank.ExactDigest;
import org.hashmatch.bank.Pictures;
import org.hashmatch.bank.store.SqliteBankFile;
import org.hashmatch.hash.Quality;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BankDiffTest {

  @TempDir private Path folder;

  @Test
  void compare_twoBanks_namesWhatDiffersAndNothingElse() throws Exception {
    Random random = new Random(1);
    BankEntry same = Pictures.entry("same", Pictures.randomHash(random));
    BankEntry changed = Pictures.entry("changed", Pictures.randomHash(random));
    BankEntry other = Pictures.entry("other", Pictures.randomHash(random));
    try (Bank here = SqliteBankFile.create(folder.resolve("a"), BankSettings.pdq("a"));
        Bank there = SqliteBankFile.create(folder.resolve("b"), BankSettings.pdq("b"))) {
      here.addAll(
          List.of(Pictures.entry("left", Pictures.randomHash(random)), same, changed, other));
      here.add(Pictures.entry("gone", Pictures.randomHash(random)));
      here.remove("gone");
      there.add(
          same.toBuilder().addedAt(Instant.EPOCH).updatedAt(Instant.EPOCH).provenance("x").build());
      there.add(
          Pictures.entry("changed", Pictures.randomHash(random)).toBuilder()
              .kind(EntryKind.CANARY)
              .status(EntryStatus.QUARANTINED)
              .digest(ExactDigest.allOf(new byte[] {1}).get(0))
              .quality(new Quality(99))
              .labels(Set.of("l"))
              .origin("s", "c")
              .expiresAt(Instant.parse("2030-01-01T00:00:00Z"))
              .build());
      there.add(other.toBuilder().labels(Set.of("l")).build());
      there.add(Pictures.entry("right", Pictures.randomHash(random)));
      List<BankDiff.Difference> differences = new ArrayList<>();

      BankDiff.compare(here, there, differences::add);

      assertThat(differences)
          .containsExactly(
              new BankDiff.Difference.OnlyHere("left"),
              new BankDiff.Difference.Different("changed", EnumSet.allOf(BankDiff.Part.class)),
              new BankDiff.Difference.Different("other", Set.of(BankDiff.Part.LABELS)),
              new BankDiff.Difference.OnlyThere("right"));
      differences.clear();
      BankDiff.compare(here, here, differences::add);
      assertThat(differences).isEmpty();
    }
  }

  @Test
  void compare_hashesInAnotherOrder_areTheSame() throws Exception {
    Random random = new Random(2);
    BankEntry entry = Pictures.entry("e", Pictures.randomHash(random));
    BankEntry more = Pictures.entry("e", Pictures.randomHash(random));
    try (Bank here = SqliteBankFile.create(folder.resolve("a"), BankSettings.pdq("a"));
        Bank there = SqliteBankFile.create(folder.resolve("b"), BankSettings.pdq("b"))) {
      here.add(entry.toBuilder().hash(more.hashes().get(0)).build());
      there.add(more.toBuilder().hash(entry.hashes().get(0)).build());
      List<BankDiff.Difference> differences = new ArrayList<>();
      BankDiff.compare(here, there, differences::add);
      assertThat(differences).isEmpty();
    }
  }
}
