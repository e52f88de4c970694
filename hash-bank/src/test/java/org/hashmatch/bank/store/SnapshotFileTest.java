package org.hashmatch.bank.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.hashmatch.bank.AddOutcome;
import org.hashmatch.bank.Bank;
import org.hashmatch.bank.BankEntry;
import org.hashmatch.bank.BankPolicy;
import org.hashmatch.bank.BankSettings;
import org.hashmatch.bank.Change;
import org.hashmatch.bank.EntryEdit;
import org.hashmatch.bank.ExactDigest;
import org.hashmatch.bank.MatchAction;
import org.hashmatch.bank.Opinion;
import org.hashmatch.bank.Pictures;
import org.hashmatch.bank.RemovalReason;
import org.hashmatch.bank.Verdict;
import org.hashmatch.hash.HashAlgorithm;
import org.hashmatch.hash.Quality;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SnapshotFileTest {

  private static final Optional<BankKey> OPEN = Optional.empty();
  private static final BankSettings SETTINGS =
      new BankSettings(
          "shared é",
          BankPolicy.builder()
              .radius(HashAlgorithm.PDQ, 24)
              .qualityFloor(new Quality(40))
              .action(MatchAction.REVIEW)
              .build());
  private static final SigningKey SIGNER = SigningKey.generate();
  private static final List<TrustedKey> TRUSTED = List.of(SIGNER.trusted());

  @TempDir private Path folder;
  private final Random random = new Random(1);
  private Path file;
  private Bank bank;

  @BeforeEach
  void create() throws IOException {
    file = folder.resolve("b.snapshot");
    bank = SqliteBankFile.create(folder.resolve("source.bank"), SETTINGS);
  }

  @AfterEach
  void close() throws IOException {
    bank.close();
  }

  private Bank another(String name) throws IOException {
    return SqliteBankFile.create(folder.resolve(name), BankSettings.pdq(name));
  }

  private BankEntry entry(String id) {
    return Pictures.entry(id, Pictures.randomHash(random)).toBuilder()
        .digest(ExactDigest.allOf(id.getBytes(StandardCharsets.UTF_8)).get(0))
        .labels(Set.of("a", "b"))
        .origin("ngo é", "c1")
        .provenance("list 3, line 7")
        .expiresAt(Instant.parse("2027-01-01T00:00:00Z"))
        .opinions(List.of(new Opinion("x", Verdict.TRUE_POSITIVE, Instant.EPOCH)))
        .build();
  }

  private SnapshotFile written() throws IOException {
    SnapshotFile.write(file, bank, SIGNER, OPEN);
    return SnapshotFile.open(file, TRUSTED, OPEN);
  }

  private static List<String> rows(SnapshotFile snapshot) throws IOException {
    List<String> rows = new ArrayList<>();
    snapshot.forEach(
        row -> rows.add((row instanceof Change.Held ? "" : "-") + row.id() + "@" + row.sequence()));
    return rows;
  }

  @Test
  void open_written_hasSettingsEntriesAndRemovals() throws Exception {
    bank.addAll(List.of(entry("a"), entry("b"), entry("c")));
    bank.remove("b");

    SnapshotFile snapshot = written();

    assertThat(snapshot.settings()).isEqualTo(SETTINGS);
    assertThat(snapshot.sequence()).isEqualTo(4);
    assertThat(snapshot.held()).isEqualTo(2);
    assertThat(snapshot.gone()).isEqualTo(1);
    assertThat(snapshot.signer()).contains(SIGNER.trusted().id());
    assertThat(snapshot.createdAt()).isBetween(Instant.now().minusSeconds(60), Instant.now());
    assertThat(rows(snapshot)).containsExactly("a@1", "c@3", "-b@4");
    assertThat(Files.getPosixFilePermissions(file))
        .isEqualTo(PosixFilePermissions.fromString("rw-------"));
    try (var files = Files.list(folder)) {
      assertThat(files.filter(each -> each.toString().endsWith(".tmp"))).isEmpty();
    }
  }

  @Test
  void restoreInto_newBank_holdsTheSameEntriesAndKeepsRemovals() throws Exception {
    bank.addAll(List.of(entry("a"), entry("b"), entry("c")));
    bank.remove("b");
    SnapshotFile snapshot = written();

    try (Bank restored = SqliteBankFile.create(folder.resolve("restored"), snapshot.settings())) {
      assertThat(snapshot.restoreInto(restored)).isEqualTo(new SnapshotFile.Applied(2, 0, 0, 1));

      assertThat(restored.settings()).isEqualTo(SETTINGS);
      assertThat(SqliteBankFileTest.all(restored)).isEqualTo(SqliteBankFileTest.all(bank));
      assertThat(restored.neighbours(bank.find("c").orElseThrow().hashes().get(0))).hasSize(1);
      restored.verify();
      AddOutcome[] outcome = new AddOutcome[1];
      restored.write(
          writer -> {
            EntryEdit.Step step =
                writer.editAll(List.of(restored.replacement(entry("b")))).get(0).step();
            outcome[0] = ((EntryEdit.Step.Keep) step).outcome();
            return step;
          });
      assertThat(outcome[0])
          .as("a list brings back what was deleted")
          .isEqualTo(AddOutcome.DELETED_HERE);
      assertThatThrownBy(() -> snapshot.restoreInto(restored))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessage("a snapshot is restored into a new bank (this one has 3 changes)");
    }
  }

  @Test
  void emptyBank_writtenAndRestored_isEmpty() throws Exception {
    SnapshotFile snapshot = written();

    assertThat(snapshot.held() + snapshot.gone() + snapshot.sequence()).isZero();
    try (Bank other = another("other")) {
      assertThat(snapshot.restoreInto(other)).isEqualTo(new SnapshotFile.Applied(0, 0, 0, 0));
      assertThat(other.size()).isZero();
    }
  }

  @Test
  void write_manyEntries_areInSeveralBlocks() throws Exception {
    List<BankEntry> entries = new ArrayList<>();
    for (int i = 0; i < 5000; i++) {
      entries.add(entry("e" + i));
    }
    bank.addAll(entries);
    for (Optional<BankKey> key : List.of(OPEN, Optional.of(BankKey.random()))) {
      SnapshotFile.write(file, bank, SIGNER, key);
      SnapshotFile snapshot = SnapshotFile.open(file, TRUSTED, key);
      assertThat(rows(snapshot)).hasSize(5000).startsWith("e0@1").endsWith("e4999@5000");
      assertThat(Files.size(file)).isGreaterThan(3 << 18);
    }
  }

  @Test
  void open_sealed_needsItsKeyAndShowsNothingWithout() throws Exception {
    BankKey key = BankKey.random();
    bank.addAll(List.of(entry("secret-id"), entry("other-id")));
    SnapshotFile.write(file, bank, SIGNER, Optional.of(key));

    assertThat(rows(SnapshotFile.open(file, TRUSTED, Optional.of(key)))).hasSize(2);
    assertThat(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1))
        .doesNotContain("secret-id");
    refused(OPEN, "is sealed; its key is needed");
    refused(
        Optional.of(BankKey.random()),
        "damaged (block 0: sealed with another key, or changed since)");
    SnapshotFile.write(file, bank, SIGNER, OPEN);
    refused(Optional.of(key), "is not sealed; a key was given");
  }

  private void refused(Optional<BankKey> key, String problem) {
    assertThatThrownBy(() -> SnapshotFile.open(file, TRUSTED, key))
        .isInstanceOf(SnapshotException.class)
        .hasMessage("snapshot " + file + ": " + problem);
  }

  @Test
  void open_signedByNobodyOrSomebodyElse_isRefusedUnlessAskedForByName() throws Exception {
    bank.add(entry("a"));
    SnapshotFile.write(file, bank, SigningKey.generate(), OPEN);
    refused(OPEN, "is signed by a key that is not trusted");
    assertThat(SnapshotFile.openUnsigned(file, OPEN).signer()).isEmpty();

    SnapshotFile.writeUnsigned(file, bank, OPEN);
    refused(OPEN, "is not signed");
    SnapshotFile snapshot = SnapshotFile.openUnsigned(file, OPEN);
    assertThat(snapshot.signer()).isEmpty();
    assertThat(rows(snapshot)).containsExactly("a@1");
  }

  @Test
  void open_signatureOfAnotherKeyUnderATrustedName_isRefused() throws Exception {
    bank.add(entry("a"));
    written();
    byte[] bytes = Files.readAllBytes(file);
    byte[] digest = Arrays.copyOfRange(bytes, bytes.length - 100, bytes.length - 68);
    byte[] forged = SigningKey.generate().sign(digest);
    System.arraycopy(forged, 0, bytes, bytes.length - 64, 64);
    Files.write(file, bytes);

    refused(OPEN, "its signature is not that of key " + SIGNER.trusted().id());
  }

  @Test
  void open_otherVersionOrNoSnapshot_saysSo() throws Exception {
    written();
    byte[] bytes = Files.readAllBytes(file);
    for (int version : new int[] {0, 2}) {
      bytes[11] = (byte) version;
      Files.write(file, bytes);
      refused(OPEN, "version " + version + " (this program reads version 1)");
    }
    Files.writeString(file, "something else");
    refused(OPEN, "not a snapshot file");
    Files.delete(file);
    assertThatThrownBy(() -> SnapshotFile.open(file, TRUSTED, OPEN))
        .isInstanceOf(NoSuchFileException.class);
  }

  @Test
  void forEach_changedSinceItWasOpened_isNoticed() throws Exception {
    bank.add(entry("a"));
    SnapshotFile snapshot = written();
    bank.add(entry("b"));
    SnapshotFile.write(file, bank, SigningKey.generate(), OPEN);

    assertThatThrownBy(() -> snapshot.forEach(row -> {}))
        .isInstanceOf(SnapshotException.class)
        .hasMessage("snapshot " + file + ": was changed since it was opened");
    try (Bank other = another("other")) {
      assertThatThrownBy(() -> snapshot.apply(other)).isInstanceOf(SnapshotException.class);
      assertThat(other.size()).isZero();
    }
  }

  @Test
  void apply_laterSnapshots_bringChangesAndRemovalsAndLeaveOwnEntries() throws Exception {
    BankEntry own = entry("own");
    bank.addAll(List.of(entry("a"), entry("b")));
    try (Bank mirror = another("mirror")) {
      mirror.add(own);
      assertThat(written().apply(mirror)).isEqualTo(new SnapshotFile.Applied(2, 0, 0, 0));
      assertThat(written().apply(mirror)).isEqualTo(new SnapshotFile.Applied(0, 0, 0, 2));

      bank.remove("a");
      bank.give("b", new Opinion("y", Verdict.FALSE_POSITIVE, Instant.EPOCH));
      bank.add(entry("c"));
      assertThat(written().apply(mirror)).isEqualTo(new SnapshotFile.Applied(1, 1, 1, 0));

      assertThat(SqliteBankFileTest.all(mirror))
          .containsExactlyInAnyOrder(
              own, bank.find("b").orElseThrow(), bank.find("c").orElseThrow());
      assertThat(mirror.settings()).isEqualTo(BankSettings.pdq("mirror"));
      mirror.verify();
    }
  }

  @Test
  void apply_olderSnapshot_isRefusedUnlessToldOtherwise() throws Exception {
    bank.add(entry("a"));
    SnapshotFile old = written();
    Path later = folder.resolve("later.snapshot");
    bank.remove("a");
    SnapshotFile.write(later, bank, SIGNER, OPEN);
    try (Bank mirror = another("mirror")) {
      SnapshotFile.open(later, TRUSTED, OPEN).apply(mirror);

      assertThatThrownBy(() -> old.apply(mirror))
          .isInstanceOf(SnapshotException.class)
          .hasMessage(
              "snapshot " + file + ": is older than the one applied before (sequence 1, before 2)");
      assertThat(mirror.find("a")).isEmpty();
      assertThat(mirror.checkpoint("snapshot:" + SIGNER.trusted().id())).contains("2 shared é");

      assertThat(old.applyEvenIfOlder(mirror)).isEqualTo(new SnapshotFile.Applied(1, 0, 0, 0));
      assertThat(mirror.find("a")).isPresent();
      assertThat(mirror.checkpoint("snapshot:" + SIGNER.trusted().id())).contains("1 shared é");
    }
  }

  @Test
  void apply_snapshotOfAnotherBank_isRefused() throws Exception {
    bank.add(entry("a"));
    try (Bank mirror = another("mirror");
        Bank other = another("other")) {
      written().apply(mirror);
      other.addAll(List.of(entry("x"), entry("y")));
      SnapshotFile.write(file, other, SIGNER, OPEN);

      assertThatThrownBy(() -> SnapshotFile.open(file, TRUSTED, OPEN).apply(mirror))
          .isInstanceOf(SnapshotException.class)
          .hasMessage(
              "snapshot " + file + ": is of bank other; applied before was one of shared é");
      assertThat(mirror.size()).isEqualTo(1);
    }
  }

  @Test
  void apply_bankOfOtherAlgorithms_isRefused() throws Exception {
    BankPolicy policy = BankPolicy.builder().radius(HashAlgorithm.PHASH_64, 5).build();
    try (Bank other = SqliteBankFile.create(folder.resolve("o"), new BankSettings("o", policy))) {
      SnapshotFile snapshot = written();
      assertThatThrownBy(() -> snapshot.apply(other))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessage("bank o looks up [phash/1/64] hashes, the snapshot's bank [pdq/1/256]");
    }
  }

  @Test
  void apply_removalOfWhatWasNeverHeld_isKeptAsRemoval() throws Exception {
    bank.add(entry("a"));
    bank.remove("a");
    try (Bank mirror = another("mirror")) {
      written().apply(mirror);
      List<Change> changes = new ArrayList<>();
      mirror.readAll(changes::add);
      assertThat(changes).hasSize(1);
      assertThat(((Change.Gone) changes.get(0)).reason()).isEqualTo(RemovalReason.DELETED);
      assertThat(mirror.size()).isZero();
    }
  }

  @Test
  void write_toMissingFolder_isAnErrorAndLeavesNothing() {
    assertThatThrownBy(() -> SnapshotFile.write(folder.resolve("no/x"), bank, SIGNER, OPEN))
        .isInstanceOf(NoSuchFileException.class);
  }
}
