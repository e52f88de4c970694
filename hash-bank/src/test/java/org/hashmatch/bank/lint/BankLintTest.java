package org.hashmatch.bank.lint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.hashmatch.bank.AddOutcome;
import org.hashmatch.bank.Bank;
import org.hashmatch.bank.BankEntry;
import org.hashmatch.bank.BankPolicy;
import org.hashmatch.bank.BankSettings;
import org.hashmatch.bank.Change;
import org.hashmatch.bank.DigestAlgorithm;
import org.hashmatch.bank.EntryEdit;
import org.hashmatch.bank.EntryKind;
import org.hashmatch.bank.EntryStatus;
import org.hashmatch.bank.ExactDigest;
import org.hashmatch.bank.LabelFilter;
import org.hashmatch.bank.Pictures;
import org.hashmatch.bank.store.SqliteBankFile;
import org.hashmatch.hash.HashAlgorithm;
import org.hashmatch.hash.ImageHash;
import org.hashmatch.hash.ImageHashes;
import org.hashmatch.hash.Quality;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BankLintTest {

  @TempDir private Path folder;
  private final Random random = new Random(1);
  private Bank bank;

  @BeforeEach
  void create() throws IOException {
    BankPolicy policy =
        BankPolicy.builder().labels(new LabelFilter(Set.of(), Set.of("left-out"))).build();
    bank = SqliteBankFile.create(folder.resolve("b.bank"), new BankSettings("b", policy));
  }

  @AfterEach
  void close() throws IOException {
    bank.close();
  }

  private static List<Finding> findings(BankLint lint) throws IOException {
    List<Finding> findings = new ArrayList<>();
    lint.run(findings::add);
    return findings;
  }

  /** As an older program or another policy may have put it in. */
  private void put(BankEntry entry) throws IOException {
    record Put(BankEntry entry) implements EntryEdit {
      @Override
      public String id() {
        return entry.id();
      }

      @Override
      public Step decide(Optional<Change> held) {
        return new Step.Put(entry, AddOutcome.ADDED);
      }
    }
    bank.write(writer -> writer.editAll(List.of(new Put(entry))));
  }

  private static Finding finding(FindingKind kind, String words, String... ids) {
    return new Finding(kind, List.of(ids), words);
  }

  @Test
  void run_soundBank_findsNothing() throws Exception {
    for (int i = 0; i < 50; i++) {
      bank.add(Pictures.entry("e" + i, Pictures.randomHash(random)));
    }
    assertThat(findings(new BankLint(bank))).isEmpty();
  }

  @Test
  void run_entriesThatAreWrongByThemselves_areEachFound() throws Exception {
    put(Pictures.entry("zero", ImageHash.of(HashAlgorithm.PDQ, 0, 0, 0, 0)));
    put(Pictures.entry("few bits", ImageHash.of(HashAlgorithm.PDQ, -1L >>> 1, 0, 0, 0)));
    put(Pictures.entry("quarter of the bits", ImageHash.of(HashAlgorithm.PDQ, 0, -1L, 0, 0)));
    put(BankEntry.of("low", Pictures.randomHash(random), new Quality(49)));
    put(BankEntry.builder("unknown").hash(Pictures.randomHash(random)).build());
    put(
        Pictures.entry("over", Pictures.randomHash(random)).toBuilder()
            .expiresAt(Instant.now().minusSeconds(1))
            .build());
    put(
        BankEntry.builder("empty file")
            .digest(ExactDigest.of(new byte[0], List.of(DigestAlgorithm.MD5)).get(0))
            .build());
    put(
        Pictures.entry(
            "other algorithm", ImageHash.of(HashAlgorithm.PHASH_64, 0x5555555555555555L)));
    put(
        Pictures.entry("labelled", Pictures.randomHash(random)).toBuilder()
            .labels(Set.of("left-out"))
            .build());
    put(
        Pictures.entry("disabled", ImageHash.of(HashAlgorithm.PHASH_64, 0x3333333333333333L))
            .toBuilder()
            .status(EntryStatus.DISABLED)
            .build());

    assertThat(findings(new BankLint(bank)))
        .containsExactly(
            finding(FindingKind.TRIVIAL_HASH, "all bits of a hash are equal", "zero"),
            finding(FindingKind.LOPSIDED_HASH, "most bits of a hash are equal", "few bits"),
            finding(FindingKind.LOW_QUALITY, "its quality is 49 (floor 50)", "low"),
            finding(FindingKind.UNKNOWN_QUALITY, "its quality is not known", "unknown"),
            finding(FindingKind.EXPIRED, "its time is over", "over"),
            finding(FindingKind.EMPTY_FILE, "it has the digest of an empty file", "empty file"),
            finding(
                FindingKind.UNFINDABLE,
                "it has no digest and no hash of [pdq/1/256]",
                "other algorithm"),
            finding(FindingKind.UNFINDABLE, "the bank's policy leaves its labels out", "labelled"));
  }

  @Test
  void run_sameHashUnderSeveralIds_isOneDuplicate() throws Exception {
    ImageHash twice = Pictures.randomHash(random);
    ImageHash near = Pictures.flipped(twice, 9);
    bank.add(Pictures.entry("b", twice));
    bank.add(Pictures.entry("alone", Pictures.randomHash(random)));
    bank.add(Pictures.entry("near", near));
    bank.add(Pictures.entry("a", twice));
    bank.add(Pictures.entry("near too", near));
    bank.add(Pictures.entry("off", twice).toBuilder().status(EntryStatus.DISABLED).build());

    String words = "2 entries have the same pdq/1/256 hash";
    assertThat(findings(new BankLint(bank)))
        .containsExactlyInAnyOrder(
            finding(FindingKind.DUPLICATE, words, "a", "b"),
            finding(FindingKind.DUPLICATE, words, "near", "near too"));
  }

  @Test
  void run_entriesNearEachOther_areClustersTheBiggestFirst() throws Exception {
    addCluster("small", 10);
    addCluster("big", 30);
    addCluster("too small", 9);

    List<Finding> findings = findings(new BankLint(bank));

    assertThat(findings).extracting(Finding::kind).containsOnly(FindingKind.CLUSTER);
    assertThat(findings)
        .extracting(Finding::words)
        .containsExactly("30 entries within distance 31", "10 entries within distance 31");
    assertThat(findings.get(0).entries()).hasSize(20).allMatch(id -> id.startsWith("big"));
    assertThat(findings.get(1).entries()).hasSize(10).startsWith("small 0");
    assertThat(findings(new BankLint(bank).withClusters(9, 0))).isEmpty();
    assertThat(findings(new BankLint(bank).withClusters(9, 31))).hasSize(3);
  }

  /** Each within the radius of each other. */
  private void addCluster(String name, int size) throws IOException {
    ImageHash centre = Pictures.randomHash(random);
    for (int i = 0; i < size; i++) {
      bank.add(Pictures.entry(name + " " + i, Pictures.flipped(centre, i)));
    }
  }

  @Test
  void run_crowdLargerThanIsRead_isToldOnceAndAsMore() throws Exception {
    ImageHash hash = Pictures.randomHash(random);
    List<BankEntry> entries = new ArrayList<>();
    for (int i = 0; i < Crowds.MOST_MEMBERS + 100; i++) {
      entries.add(Pictures.entry("e" + i, Pictures.flipped(hash, 1 + i % 2)));
    }
    bank.addAll(entries);

    List<Finding> findings = findings(new BankLint(bank));

    assertThat(findings)
        .extracting(Finding::words)
        .containsExactly(
            "5050 entries have the same pdq/1/256 hash",
            "4950 entries have the same pdq/1/256 hash",
            "10000 entries or more within distance 31");
  }

  @Test
  void run_againstNegativeBank_namesContradictions() throws Exception {
    BankPolicy negative = BankPolicy.builder().radius(HashAlgorithm.PDQ, 20).negative(true).build();
    ImageHash hash = Pictures.randomHash(random);
    bank.add(Pictures.entry("near", Pictures.flipped(hash, 20)));
    bank.add(Pictures.entry("far", Pictures.flipped(hash, 21)));
    try (Bank memes =
        SqliteBankFile.create(folder.resolve("m"), new BankSettings("memes", negative))) {
      memes.add(Pictures.entry("meme", hash));

      assertThat(findings(new BankLint(bank).against(List.of(memes))))
          .containsExactly(
              finding(FindingKind.CONFLICT, "innocent meme in memes is at distance 20", "near"));
    }
    assertThatThrownBy(() -> new BankLint(bank).against(List.of(bank)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("conflicts are looked for with negative banks (got b)");
  }

  @Test
  void run_innocentsNearEntries_areNamed() throws Exception {
    ImageHash canary = Pictures.randomHash(random);
    ImageHash innocent = Pictures.randomHash(random);
    bank.add(Pictures.entry("hit", Pictures.flipped(canary, 30)));
    put(Pictures.entry("the canary", canary).toBuilder().kind(EntryKind.CANARY).build());
    bank.add(Pictures.entry("looks like a holiday", Pictures.flipped(innocent, 31)));
    bank.add(Pictures.entry("does not", Pictures.flipped(innocent, 32)));
    List<ImageHash> turned = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      turned.add(i == 5 ? innocent : Pictures.randomHash(random));
    }
    ImageHashes holiday = new ImageHashes(Quality.FULL, turned);
    ImageHashes flat = new ImageHashes(new Quality(9), Collections.nCopies(8, innocent));

    assertThat(
            findings(
                new BankLint(bank).withInnocents(Map.of("holiday.jpg", holiday, "flat", flat))))
        .containsExactly(
            finding(
                FindingKind.HITS_INNOCENT, "innocent canary the canary is at distance 30", "hit"),
            finding(
                FindingKind.HITS_INNOCENT,
                "innocent holiday.jpg is at distance 31",
                "looks like a holiday"));
  }

  @Test
  void findings_ofAnyBank_showNoHash() throws Exception {
    ImageHash hash = Pictures.randomHash(random);
    bank.add(Pictures.entry("a", hash));
    bank.add(Pictures.entry("b", hash));
    assertThat(findings(new BankLint(bank)).toString()).doesNotContain(hash.toHex());
  }

  @Test
  void withClusters_outOfRange_namesTheBound() {
    assertThatThrownBy(() -> new BankLint(bank).withClusters(1, 31))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("a cluster must be of 2 entries or more (got 1)");
    assertThatThrownBy(() -> new BankLint(bank).withClusters(2, 1025))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("radius must be 0..1024 (got 1025)");
  }
}
