package org.hashmatch.bank.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.hashmatch.bank.BankEntry;
import org.hashmatch.bank.BankPolicy;
import org.hashmatch.bank.BankSettings;
import org.hashmatch.bank.Change;
import org.hashmatch.bank.DigestAlgorithm;
import org.hashmatch.bank.EntryKind;
import org.hashmatch.bank.EntryStatus;
import org.hashmatch.bank.ExactDigest;
import org.hashmatch.bank.FloodLimit;
import org.hashmatch.bank.LabelFilter;
import org.hashmatch.bank.MatchAction;
import org.hashmatch.bank.Opinion;
import org.hashmatch.bank.Origin;
import org.hashmatch.bank.Pictures;
import org.hashmatch.bank.RemovalReason;
import org.hashmatch.bank.Verdict;
import org.hashmatch.hash.HashAlgorithm;
import org.hashmatch.hash.Quality;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Snapshot files that the first version of the format wrote, plain and sealed. */
class SnapshotFileCompatibilityTest {

  private static final TrustedKey SIGNER =
      TrustedKey.parse(
          """
          -----BEGIN PUBLIC KEY-----
          MCowBQYDK2VwAyEAXl9GgWApVd7iCt+/XYClOUHKRkue2Ab4o1T1bZ+ckMo=
          -----END PUBLIC KEY-----
          """);

  /** The bytes 0 to 31. */
  private static final BankKey KEY = BankKey.parse("AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=");

  @TempDir private Path folder;

  static BankSettings settings() {
    return new BankSettings(
        "golden é",
        BankPolicy.builder()
            .radius(HashAlgorithm.PDQ, 24)
            .radius(HashAlgorithm.PHASH_64, 5)
            .qualityFloor(new Quality(40))
            .action(MatchAction.REVIEW)
            .shadow(true)
            .negative(true)
            .labels(new LabelFilter(Set.of("ai", "ncii"), Set.of("x")))
            .timeToLive(Duration.ofDays(90))
            .floodLimit(new FloodLimit(7, Duration.ofHours(1)))
            .build());
  }

  static List<BankEntry> entries() {
    Random random = new Random(42);
    BankEntry full =
        BankEntry.builder("case-1")
            .kind(EntryKind.CANARY)
            .status(EntryStatus.QUARANTINED)
            .hash(Pictures.randomHash(random))
            .hash(Pictures.randomHash(random))
            .digest(ExactDigest.of(new byte[] {1}, List.of(DigestAlgorithm.SHA256)).get(0))
            .quality(new Quality(77))
            .labels(Set.of("ncii", "ai"))
            .origins(Set.of(new Origin("helpdesk é", "c1"), new Origin("ngo", "")))
            .provenance("list 3, line 7")
            .addedAt(Instant.ofEpochMilli(1_790_000_000_001L))
            .updatedAt(Instant.ofEpochMilli(1_790_000_000_002L))
            .expiresAt(Instant.ofEpochMilli(1_890_000_000_003L))
            .opinions(List.of(new Opinion("somebody", Verdict.FALSE_POSITIVE, Instant.EPOCH)))
            .build();
    BankEntry bare =
        BankEntry.builder("case-2")
            .hash(Pictures.randomHash(random))
            .addedAt(Instant.ofEpochMilli(1_790_000_000_004L))
            .build();
    return List.of(full, bare);
  }

  @Test
  void open_fileOfVersion1_hasAllOfIt() throws Exception {
    check("version-1.snapshot", Optional.empty());
  }

  @Test
  void open_sealedFileOfVersion1_hasAllOfIt() throws Exception {
    check("version-1-sealed.snapshot", Optional.of(KEY));
  }

  private void check(String name, Optional<BankKey> key) throws Exception {
    Path file = folder.resolve(name);
    try (InputStream golden = getClass().getResourceAsStream(name)) {
      Files.copy(golden, file);
    }
    SnapshotFile snapshot = SnapshotFile.open(file, List.of(SIGNER), key);

    assertThat(snapshot.settings()).isEqualTo(settings());
    assertThat(snapshot.sequence()).isEqualTo(4);
    assertThat(snapshot.held()).isEqualTo(2);
    assertThat(snapshot.gone()).isEqualTo(1);
    assertThat(snapshot.createdAt()).isEqualTo(Instant.parse("2026-11-01T12:00:00.123Z"));
    assertThat(snapshot.signer()).contains(SIGNER.id());
    List<Change> rows = new ArrayList<>();
    snapshot.forEach(rows::add);
    assertThat(rows)
        .containsExactly(
            new Change.Held(1, 1, entries().get(0)),
            new Change.Held(2, 2, entries().get(1)),
            new Change.Gone(
                3, 4, "case-3", RemovalReason.WITHDRAWN, Instant.ofEpochMilli(1_790_000_000_005L)));
  }
}
