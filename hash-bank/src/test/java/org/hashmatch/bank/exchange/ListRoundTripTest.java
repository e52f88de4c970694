package org.hashmatch.bank.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.hashmatch.bank.BankEntry;
import org.hashmatch.bank.Change;
import org.hashmatch.bank.DigestAlgorithm;
import org.hashmatch.bank.EntryKind;
import org.hashmatch.bank.EntryStatus;
import org.hashmatch.bank.ExactDigest;
import org.hashmatch.bank.Opinion;
import org.hashmatch.bank.Origin;
import org.hashmatch.bank.Pictures;
import org.hashmatch.bank.RemovalReason;
import org.hashmatch.bank.Verdict;
import org.hashmatch.hash.HashAlgorithm;
import org.hashmatch.hash.ImageHash;
import org.hashmatch.hash.Quality;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What is written is read again. */
class ListRoundTripTest {

  private static final Instant AT = Instant.parse("2026-03-02T08:00:00.123Z");

  private static final List<EntryStatus> STATUSES = List.of(EntryStatus.values());

  private static ExactDigest digest(DigestAlgorithm algorithm, Random random) {
    byte[] bytes = new byte[algorithm.bytes()];
    random.nextBytes(bytes);
    return ExactDigest.of(algorithm, bytes);
  }

  /** What only our own format can carry. */
  private static List<Change> everything() {
    Random random = new Random(11);
    List<Change> changes = new ArrayList<>();
    for (int i = 0; i < 200; i++) {
      BankEntry.Builder entry =
          BankEntry.builder("id \"" + i + "\", \u00e9\u4e2d\ud83d\ude00\u2028")
              .kind(random.nextBoolean() ? EntryKind.KNOWN : EntryKind.CANARY)
              .status(STATUSES.get(random.nextInt(3)))
              .labels(random.nextBoolean() ? Set.of() : Set.of("a b", "c\"d"))
              .origins(Set.of(new Origin("s", "" + random.nextInt(9)), new Origin("", "")))
              .provenance(random.nextBoolean() ? "" : "list line " + i)
              .addedAt(AT.plusMillis(random.nextInt()))
              .updatedAt(AT.plusMillis(random.nextInt()))
              .expiresAt(random.nextBoolean() ? null : AT.plusSeconds(random.nextInt()));
      for (int k = random.nextInt(3); k >= 0; k--) {
        entry.hash(Pictures.randomHash(random));
        entry.hash(ImageHash.of(HashAlgorithm.DHASH_64, random.nextLong()));
        for (DigestAlgorithm algorithm : DigestAlgorithm.values()) {
          entry.digest(digest(algorithm, random));
        }
      }
      if (random.nextBoolean()) {
        entry.quality(new Quality(random.nextInt(101)));
        entry.opinions(
            List.of(
                new Opinion("ann", Verdict.FALSE_POSITIVE, AT),
                new Opinion("bob", Verdict.TRUE_POSITIVE, AT)));
      }
      changes.add(Taken.held(entry.build()));
    }
    for (RemovalReason reason : RemovalReason.values()) {
      changes.add(new Change.Gone(1, 1, "gone/" + reason, reason, AT));
    }
    return changes;
  }

  @Test
  void ndjson_everything_isReadAsItWasWritten() throws IOException {
    List<Change> changes = everything();

    Taken taken = Taken.read(ListFormat.NDJSON, Taken.written(ListFormat.NDJSON, changes));

    List<BankEntry> entries = new ArrayList<>();
    for (Change change : changes) {
      if (change instanceof Change.Held held) {
        entries.add(held.entry());
      }
    }
    assertThat(taken.entries()).isEqualTo(entries);
    assertThat(taken.withdrawn()).containsExactly("gone/WITHDRAWN", "gone/DELETED", "gone/EXPIRED");
    assertThat(taken.rows()).isEqualTo(changes.size());
  }

  @Test
  void ndjson_extremes_areReadAsTheyWereWritten() throws IOException {
    BankEntry entry =
        BankEntry.builder("x".repeat(1000))
            .hash(ImageHash.parse(HashAlgorithm.PDQ, Examples.HASH))
            .addedAt(Instant.ofEpochMilli(Long.MIN_VALUE))
            .expiresAt(Instant.ofEpochMilli(Long.MAX_VALUE))
            .build();

    Taken taken =
        Taken.read(ListFormat.NDJSON, Taken.written(ListFormat.NDJSON, List.of(Taken.held(entry))));

    assertThat(taken.entry().id()).isEqualTo(entry.id());
    assertThat(taken.entry().expiresAt()).isEqualTo(entry.expiresAt());
  }

  @Test
  void ndjson_bytes_areThoseOfTheDocument() throws IOException {
    BankEntry entry = Taken.read(ListFormat.NDJSON, Examples.NDJSON).entries().get(0);
    Change gone =
        new Change.Gone(
            1, 2, "case-7/img-1", RemovalReason.DELETED, Instant.parse("2026-03-02T08:00:00Z"));

    byte[] written = Taken.written(ListFormat.NDJSON, List.of(Taken.held(entry), gone));

    assertThat(new String(written, StandardCharsets.UTF_8)).isEqualTo(Examples.NDJSON);
  }

  /** Of what all formats below can carry, each entry in the format's own way. */
  private static BankEntry entry(ListFormat format, int i) {
    Random random = new Random(100 + i);
    ImageHash hash = Pictures.randomHash(random);
    ExactDigest md5 = digest(DigestAlgorithm.MD5, random);
    ExactDigest sha1 = digest(DigestAlgorithm.SHA1, random);
    Instant second = Instant.ofEpochSecond(1_790_000_000L + i);
    BankEntry.Builder known = BankEntry.builder("list/" + i).origin("list", "").updatedAt(second);
    return switch (format) {
      case NCMEC ->
          BankEntry.builder("list/9-e-" + i)
              .hash(hash)
              .digest(md5)
              .digest(sha1)
              .labels(Set.of("ncmec-a1"))
              .origin("list/Some & <NGO>", "e-" + i)
              .updatedAt(AT)
              .build();
      case STOPNCII ->
          BankEntry.builder(Fingerprints.id("list", "ImagePDQ", hash.toHex()))
              .hash(hash)
              .labels(Set.of("a b", "c"))
              .origins(Set.of(new Origin("list", "c1"), new Origin("list", "c2")))
              .updatedAt(second)
              .build();
      case THREATEXCHANGE ->
          known
              .hash(hash)
              .labels(Set.of("a b", "c"))
              .origins(Set.of(new Origin("list/42", ""), new Origin("list", "")))
              .build();
      case TX_CSV ->
          BankEntry.builder(Fingerprints.id("list", "pdq", hash.toHex()))
              .hash(hash)
              .labels(Set.of("a", "b"))
              .origin("list/x, \"y\"", "")
              .build();
      case VICS ->
          known
              .hash(hash)
              .hash(Pictures.randomHash(random))
              .digest(md5)
              .digest(digest(DigestAlgorithm.MD5, random))
              .digest(sha1)
              .digest(digest(DigestAlgorithm.SHA256, random))
              .labels(Set.of("vics-default-" + i))
              .build();
      case ICSE ->
          known
              .digest(md5)
              .digest(sha1)
              .labels(Set.of("icse-distributed", "icse-baseline"))
              .updatedAt(Taken.AT)
              .build();
      case TAT -> known.digest(md5).labels(Set.of("tat-far-right")).build();
      case PDQ -> BankEntry.builder("a, b/" + i).hash(hash).origin("list", "").build();
      case PDQ_QUALITY ->
          BankEntry.builder("a, b/" + i)
              .hash(hash)
              .quality(new Quality(i))
              .origin("list", "")
              .build();
      case CSV, NDJSON ->
          BankEntry.builder("a, \"b\"/" + i)
              .status(STATUSES.get(i % 3))
              .hash(hash)
              .hash(Pictures.randomHash(random))
              .digest(md5)
              .digest(digest(DigestAlgorithm.MD5, random))
              .digest(sha1)
              .quality(new Quality(i))
              .labels(Set.of("a b", "c\"d"))
              .origins(
                  Set.of(
                      new Origin("list", ""), new Origin("list", "7"), new Origin("list/ngo", "")))
              .expiresAt(AT)
              .build();
    };
  }

  /** Times and where it stood, where the format has no room for them. */
  private static BankEntry asRead(BankEntry entry, boolean updated) {
    return entry.toBuilder()
        .provenance("")
        .addedAt(Taken.AT)
        .updatedAt(updated ? entry.updatedAt() : Taken.AT)
        .build();
  }

  private static boolean hasTime(ListFormat format) {
    return Set.of(
            ListFormat.NCMEC,
            ListFormat.STOPNCII,
            ListFormat.THREATEXCHANGE,
            ListFormat.VICS,
            ListFormat.TAT,
            ListFormat.NDJSON)
        .contains(format);
  }

  @ParameterizedTest
  @EnumSource(ListFormat.class)
  void anyFormat_whatItCanCarry_isReadAsItWasWritten(ListFormat format) throws IOException {
    List<Change> changes = new ArrayList<>();
    List<BankEntry> expected = new ArrayList<>();
    for (int i = 0; i < 60; i++) {
      BankEntry entry = entry(format, i);
      changes.add(Taken.held(entry));
      expected.add(asRead(entry, hasTime(format)));
    }

    Taken taken = Taken.read(format, Taken.written(format, changes));

    assertThat(taken.messages()).isEqualTo("[][][]");
    assertThat(taken.entries().stream().map(e -> asRead(e, hasTime(format))).toList())
        .isEqualTo(expected);
  }

  @ParameterizedTest
  @EnumSource(ListFormat.class)
  void anyFormat_nothing_isAListWithoutRows(ListFormat format) throws IOException {
    assertThat(Taken.read(format, Taken.written(format, List.of())).rows()).isZero();
  }

  private static int rows(ListFormat format, Change change) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    int said;
    try (ListWriter writer = format.writer(out, Taken.options())) {
      said = writer.write(change);
    }
    Taken taken = Taken.read(format, out.toByteArray());
    assertThat(taken.rows()).as("rows of %s", format).isEqualTo(said);
    return said;
  }

  @ParameterizedTest
  @EnumSource(ListFormat.class)
  void canariesDisabledAndExpired_whereThereIsNoWordForThem_areNotWritten(ListFormat format)
      throws IOException {
    BankEntry entry =
        entry(format, 0).toBuilder().status(EntryStatus.ACTIVE).expiresAt(null).build();
    boolean ours = format == ListFormat.NDJSON;
    boolean hasStatus = ours || format == ListFormat.CSV;

    assertThat(rows(format, Taken.held(entry))).isPositive();
    assertThat(rows(format, Taken.held(entry.toBuilder().kind(EntryKind.CANARY).build())))
        .isEqualTo(ours ? 1 : 0);
    assertThat(rows(format, Taken.held(entry.toBuilder().status(EntryStatus.DISABLED).build())))
        .isEqualTo(hasStatus ? 1 : 0);
    assertThat(rows(format, Taken.held(entry.toBuilder().status(EntryStatus.QUARANTINED).build())))
        .isPositive();
    assertThat(rows(format, Taken.held(entry.toBuilder().expiresAt(Taken.AT).build())))
        .isEqualTo(hasStatus ? 1 : 0);
  }

  @ParameterizedTest
  @EnumSource(ListFormat.class)
  void gone_whereTheFormatNamesRows_isWithdrawn(ListFormat format) throws IOException {
    Change gone = new Change.Gone(1, 1, "list/9-e-1", RemovalReason.WITHDRAWN, AT);
    boolean can =
        Set.of(
                ListFormat.NCMEC,
                ListFormat.THREATEXCHANGE,
                ListFormat.TAT,
                ListFormat.CSV,
                ListFormat.NDJSON)
            .contains(format);

    assertThat(rows(format, gone)).isEqualTo(can ? 1 : 0);
    assertThat(Taken.read(format, Taken.written(format, List.of(gone))).withdrawn())
        .isEqualTo(can ? List.of("list/9-e-1") : List.of());
  }

  @Test
  void fingerprintsThatAFormatHasNoNameFor_areNotWritten() throws IOException {
    BankEntry digestOnly =
        BankEntry.builder("list/9-1").digest(digest(DigestAlgorithm.SHA256, new Random(3))).build();
    BankEntry hashOnly = Pictures.entry("list/9-1", Pictures.randomHash(new Random(4)));
    for (ListFormat format :
        List.of(ListFormat.PDQ, ListFormat.PDQ_QUALITY, ListFormat.TX_CSV, ListFormat.STOPNCII)) {
      assertThat(rows(format, Taken.held(digestOnly))).isZero();
      assertThat(rows(format, Taken.held(hashOnly))).isOne();
    }
    assertThat(rows(ListFormat.NCMEC, Taken.held(digestOnly))).isZero();
    assertThat(rows(ListFormat.ICSE, Taken.held(hashOnly))).isZero();
    assertThat(rows(ListFormat.PDQ_QUALITY, Taken.held(entry(ListFormat.PDQ, 1)))).isZero();
    assertThat(rows(ListFormat.NCMEC, Taken.held(entry(ListFormat.PDQ, 1)))).isZero();
  }

  @Test
  void severalFingerprints_oneARow_haveNamesOfTheirOwn() throws IOException {
    BankEntry entry = entry(ListFormat.VICS, 1);
    for (ListFormat format : List.of(ListFormat.TAT, ListFormat.THREATEXCHANGE)) {
      Taken taken = Taken.read(format, Taken.written(format, List.of(Taken.held(entry))));
      assertThat(taken.entries()).extracting(BankEntry::id).doesNotHaveDuplicates();
      assertThat(taken.entries().get(0).id()).isEqualTo("list/1");
      assertThat(taken.entries().get(1).id()).isEqualTo("list/1#2");
      assertThat(taken.entries()).hasSize(format == ListFormat.TAT ? 5 : 6);
    }
    assertThat(rows(ListFormat.ICSE, Taken.held(entry))).isEqualTo(2);
    assertThat(rows(ListFormat.PDQ, Taken.held(entry))).isEqualTo(2);
  }

  @Test
  void txCsv_blanksInLabelsAndSeveralMembers_areWrittenAsOneRowCanSay() throws IOException {
    BankEntry entry =
        entry(ListFormat.TX_CSV, 1).toBuilder()
            .labels(Set.of("a b"))
            .origins(Set.of(new Origin("list/x", ""), new Origin("list/y", "")))
            .build();

    BankEntry read =
        Taken.read(ListFormat.TX_CSV, Taken.written(ListFormat.TX_CSV, List.of(Taken.held(entry))))
            .entry();

    assertThat(read.labels()).containsExactly("a_b");
    assertThat(read.origins()).containsExactly(new Origin("list", ""));
  }

  @Test
  void writer_closed_leavesTheStreamOpenAndEndsOnce() throws IOException {
    for (ListFormat format : ListFormat.values()) {
      boolean[] closed = new boolean[1];
      ByteArrayOutputStream out =
          new ByteArrayOutputStream() {
            @Override
            public void close() {
              closed[0] = true;
            }
          };
      ListWriter writer = format.writer(out, Taken.options());
      writer.close();
      int size = out.size();
      writer.close();

      assertThat(closed[0]).as("%s closed", format).isFalse();
      assertThat(out.size()).as("%s ended", format).isEqualTo(size);
    }
  }
}
