package org.hashmatch.bank;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.hashmatch.bank.store.StoreKind;
import org.hashmatch.hash.HashAlgorithm;
import org.hashmatch.hash.ImageHash;
import org.hashmatch.hash.Quality;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a bank promises, wherever it is kept. */
class BankContractTest {

  private static final BankSettings PDQ = BankSettings.pdq("b");
  private static final List<EntryStatus> STATUSES = List.of(EntryStatus.values());
  private static final Instant THEN = Instant.ofEpochMilli(1_790_000_000_123L);

  @TempDir private Path folder;
  private final Random random = new Random(1);

  private static List<BankEntry> all(Bank bank) throws IOException {
    List<BankEntry> entries = new ArrayList<>();
    bank.forEach(entries::add);
    return entries;
  }

  private ImageHash hash() {
    return Pictures.randomHash(random);
  }

  /** An entry that has everything. */
  private BankEntry full(String id) {
    byte[] file = new byte[10];
    random.nextBytes(file);
    BankEntry.Builder builder = BankEntry.builder(id).hash(hash()).hash(hash());
    ExactDigest.allOf(file).forEach(builder::digest);
    return builder
        .hash(ImageHash.of(HashAlgorithm.PHASH_64, random.nextLong()))
        .quality(new Quality(77))
        .labels(Set.of("ncii", "ai é"))
        .origins(Set.of(new Origin("ngo", "7"), new Origin("helpdesk", "")))
        .provenance("list of today, line 3")
        .addedAt(THEN)
        .updatedAt(THEN.plusMillis(5))
        .expiresAt(Instant.ofEpochMilli(4_000_000_000_000L))
        .opinions(List.of(new Opinion("moderator", Verdict.TRUE_POSITIVE, THEN)))
        .build();
  }

  @ParameterizedTest
  @EnumSource(StoreKind.class)
  void open_afterClose_givesBackSettingsAndEntries(StoreKind kind) throws Exception {
    BankSettings settings =
        new BankSettings(
            "everything é",
            BankPolicy.builder()
                .radius(HashAlgorithm.PDQ, 20)
                .radius(HashAlgorithm.PHASH_64, 5)
                .qualityFloor(new Quality(60))
                .action(MatchAction.REVIEW)
                .shadow(true)
                .negative(true)
                .labels(new LabelFilter(Set.of("ncii"), Set.of("test")))
                .timeToLive(Duration.ofDays(30))
                .floodLimit(new FloodLimit(100, Duration.ofHours(1)))
                .build());
    StoreKind.Place place = kind.place(folder);
    BankEntry full = full("full");
    BankEntry bare = Pictures.entry("bare", hash());
    try (Bank bank = place.create(settings)) {
      assertThat(bank.addAll(List.of(full, bare))).containsOnly(AddOutcome.ADDED);
    }
    try (Bank bank = place.open()) {
      assertThat(bank.settings()).isEqualTo(settings);
      assertThat(bank.size()).isEqualTo(2);
      assertThat(all(bank)).containsExactly(full, bare);
      assertThat(bank.find("full")).contains(full);
      assertThat(bank.find("none")).isEmpty();
      for (ImageHash hash : full.hashes()) {
        assertThat(bank.neighbours(hash)).containsExactly(new Bank.Neighbour(full, 0));
      }
      bank.verify();
    }
  }

  @ParameterizedTest
  @EnumSource(StoreKind.class)
  void create_twice_isRefused(StoreKind kind) throws Exception {
    StoreKind.Place place = kind.place(folder);
    place.create(PDQ).close();

    assertThatThrownBy(() -> place.create(PDQ))
        .isInstanceOf(BankStoreException.class)
        .hasMessageContaining("exists already");
  }

  @ParameterizedTest
  @EnumSource(StoreKind.class)
  void open_nothingThere_isRefused(StoreKind kind) {
    assertThatThrownBy(() -> kind.place(folder).open())
        .isInstanceOf(BankStoreException.class)
        .hasMessageMatching("bank .*: (no such file|there is no such bank in the database)");
  }

  @ParameterizedTest
  @EnumSource(StoreKind.class)
  void add_againAndAgain_saysWhatBecameOfIt(StoreKind kind) throws Exception {
    try (Bank bank = kind.place(folder).create(PDQ)) {
      BankEntry entry = Pictures.entry("a", hash());
      BankEntry labelled = entry.toBuilder().labels(Set.of("x")).origin("ngo", "1").build();
      BankEntry other = entry.toBuilder().origin("police", "2").build();
      ImageHash zero = ImageHash.of(HashAlgorithm.PDQ, 0, 0, 0, 0);
      BankEntry wrong = Pictures.entry("wrong", ImageHash.of(HashAlgorithm.PDQ_NN512, 1, 2, 3, 4));
      BankEntry emptyFile =
          BankEntry.builder("empty").digest(ExactDigest.allOf(new byte[0]).get(0)).build();

      assertThat(
              bank.addAll(
                  List.of(
                      entry,
                      entry,
                      labelled,
                      other,
                      labelled,
                      Pictures.entry("a", hash()),
                      BankEntry.of("low", hash(), new Quality(49)),
                      Pictures.entry("zero", zero),
                      emptyFile,
                      wrong)))
          .containsExactly(
              AddOutcome.ADDED,
              AddOutcome.UNCHANGED,
              AddOutcome.UPDATED,
              AddOutcome.UPDATED,
              AddOutcome.UNCHANGED,
              AddOutcome.ID_TAKEN,
              AddOutcome.LOW_QUALITY,
              AddOutcome.TRIVIAL_HASH,
              AddOutcome.TRIVIAL_HASH,
              AddOutcome.WRONG_ALGORITHM);
      assertThat(bank.size()).isEqualTo(1);
      BankEntry held = bank.find("a").orElseThrow();
      assertThat(held.labels()).containsExactly("x");
      assertThat(held.origins()).containsExactly(new Origin("ngo", "1"), new Origin("police", "2"));
    }
  }

  @ParameterizedTest
  @EnumSource(StoreKind.class)
  void withdraw_oneOriginAfterTheOther_entryGoesWithTheLast(StoreKind kind) throws Exception {
    try (Bank bank = kind.place(folder).create(PDQ)) {
      ImageHash hash = hash();
      bank.add(
          Pictures.entry("a", hash).toBuilder()
              .origins(Set.of(new Origin("ngo", "1"), new Origin("ngo", "2")))
              .build());
      bank.add(Pictures.entry("same hash", hash).toBuilder().origin("police", "1").build());

      assertThat(bank.withdraw(origin -> origin.equals(new Origin("ngo", "1")))).isEqualTo(1);
      assertThat(bank.neighbours(hash)).hasSize(2);
      assertThat(bank.withdraw(origin -> origin.source().equals("ngo"))).isEqualTo(1);
      assertThat(bank.neighbours(hash))
          .extracting(neighbour -> neighbour.entry().id())
          .containsExactly("same hash");
      assertThat(bank.withdraw(origin -> origin.source().equals("ngo"))).isZero();
      assertThat(bank.withdraw(origin -> origin.source().equals("police"))).isEqualTo(1);
      assertThat(bank.neighbours(hash)).isEmpty();
      assertThat(bank.size()).isZero();
    }
  }

  @ParameterizedTest
  @EnumSource(StoreKind.class)
  void statusAndOpinions_change_whatMatchesAndHow(StoreKind kind) throws Exception {
    StoreKind.Place place = kind.place(folder);
    ImageHash hash = hash();
    try (Bank bank = place.create(PDQ)) {
      bank.add(Pictures.entry("a", hash));
      HashMatcher matcher = new HashMatcher(List.of(bank));
      assertThat(matcher.match(hash, Quality.FULL).word()).isEqualTo("BLOCK");

      assertThat(bank.setStatus("a", EntryStatus.DISABLED)).isTrue();
      assertThat(matcher.match(hash, Quality.FULL).word()).isEqualTo("CLEAR");
      assertThat(bank.setStatus("a", EntryStatus.QUARANTINED)).isTrue();
      assertThat(matcher.match(hash, Quality.FULL).word()).isEqualTo("REVIEW");
      assertThat(bank.setStatus("a", EntryStatus.ACTIVE)).isTrue();
      assertThat(bank.setStatus("none", EntryStatus.ACTIVE)).isFalse();

      assertThat(bank.give("a", new Opinion("ann", Verdict.FALSE_POSITIVE, THEN))).isTrue();
      assertThat(matcher.match(hash, Quality.FULL).best().orElseThrow().restraint())
          .contains(Restraint.DISPUTED);
      assertThat(bank.give("a", new Opinion("bob", Verdict.TRUE_POSITIVE, THEN))).isTrue();
      assertThat(matcher.match(hash, Quality.FULL).word()).isEqualTo("BLOCK");
      assertThat(bank.give("a", new Opinion("ann", Verdict.TRUE_POSITIVE, THEN))).isTrue();
      assertThat(bank.give("none", new Opinion("ann", Verdict.TRUE_POSITIVE, THEN))).isFalse();
    }
    try (Bank bank = place.open()) {
      assertThat(bank.find("a").orElseThrow().opinions())
          .extracting(Opinion::by)
          .containsExactly("bob", "ann");
    }
  }

  @ParameterizedTest
  @EnumSource(StoreKind.class)
  void expire_whatIsOver_matchesNoMoreEvenBefore(StoreKind kind) throws Exception {
    try (Bank bank =
        kind.place(folder)
            .create(
                new BankSettings(
                    "b", BankPolicy.builder().timeToLive(Duration.ofDays(1)).build()))) {
      ImageHash over = hash();
      ImageHash old = hash();
      ImageHash young = hash();
      bank.add(
          Pictures.entry("over", over).toBuilder()
              .expiresAt(Instant.now().minusSeconds(1))
              .build());
      bank.add(
          Pictures.entry("old", old).toBuilder()
              .addedAt(Instant.now().minus(Duration.ofDays(2)))
              .build());
      bank.add(Pictures.entry("young", young));
      HashMatcher matcher = new HashMatcher(List.of(bank));

      assertThat(matcher.match(over, Quality.FULL).word()).isEqualTo("CLEAR");
      assertThat(matcher.match(old, Quality.FULL).word()).isEqualTo("CLEAR");
      assertThat(matcher.match(young, Quality.FULL).word()).isEqualTo("BLOCK");
      assertThat(bank.expire()).isEqualTo(2);
      assertThat(bank.expire()).isZero();
      assertThat(all(bank)).extracting(BankEntry::id).containsExactly("young");
    }
  }

  @ParameterizedTest
  @EnumSource(StoreKind.class)
  void canary_nearAnEntry_keepsItOut(StoreKind kind) throws Exception {
    StoreKind.Place place = kind.place(folder);
    ImageHash innocent = hash();
    byte[] file = {1, 2, 3};
    try (Bank bank = place.create(PDQ)) {
      bank.add(
          BankEntry.builder("logo")
              .kind(EntryKind.CANARY)
              .hash(innocent)
              .digest(ExactDigest.allOf(file).get(2))
              .build());
    }
    try (Bank bank = place.open()) {
      assertThat(bank.add(Pictures.entry("bad", Pictures.flipped(innocent, 31))))
          .isEqualTo(AddOutcome.HITS_CANARY);
      assertThat(bank.add(Pictures.entry("good", Pictures.flipped(innocent, 32))))
          .isEqualTo(AddOutcome.ADDED);
      BankEntry sameFile =
          BankEntry.builder("same file").digest(ExactDigest.allOf(file).get(2)).build();
      assertThat(bank.add(sameFile)).isEqualTo(AddOutcome.HITS_CANARY);
      HashMatcher matcher = new HashMatcher(List.of(bank));
      assertThat(matcher.match(innocent, Quality.FULL).word()).isEqualTo("CLEAR");
      assertThat(bank.neighbours(innocent, 64)).hasSize(1);
    }
  }

  @ParameterizedTest
  @EnumSource(StoreKind.class)
  void readChanges_sinceAnyMoment_givesWhatChangedOnceAndInOrder(StoreKind kind) throws Exception {
    try (Bank bank = kind.place(folder).create(PDQ)) {
      bank.add(Pictures.entry("a", hash()));
      bank.add(Pictures.entry("b", hash()));
      long two = bank.readChanges(0, change -> {});
      assertThat(two).isEqualTo(2);
      bank.add(Pictures.entry("c", hash()));
      bank.setStatus("a", EntryStatus.DISABLED);
      bank.remove("b");
      bank.setStatus("a", EntryStatus.ACTIVE);

      List<String> changes = new ArrayList<>();
      List<Long> sequences = new ArrayList<>();
      long last =
          bank.readChanges(
              two,
              change -> {
                changes.add(
                    change.id() + (change instanceof Change.Gone g ? " " + g.reason() : ""));
                sequences.add(change.sequence());
              });
      assertThat(changes).containsExactly("c", "b DELETED", "a");
      assertThat(sequences).isSorted().allMatch(sequence -> sequence > two);
      assertThat(last).isEqualTo(6).isEqualTo(sequences.get(2));
      assertThat(bank.health().sequence()).isEqualTo(6);
    }
  }

  /** An edit that fails when it is asked. */
  private record Failing(String id) implements EntryEdit {
    @Override
    public Step decide(Optional<Change> held) {
      throw new IllegalStateException("no decision");
    }
  }

  @ParameterizedTest
  @EnumSource(StoreKind.class)
  void write_whoseStepsHideAFailure_changesNothing(StoreKind kind) throws Exception {
    StoreKind.Place place = kind.place(folder);
    try (Bank bank = place.create(PDQ)) {
      EntryEdit add = bank.addition(Pictures.entry("b", hash()));
      assertThatThrownBy(
              () ->
                  bank.write(
                      writer -> {
                        try {
                          return writer.editAll(List.of(add, new Failing("c"))).size();
                        } catch (IllegalStateException e) {
                          return 0;
                        }
                      }))
          .isInstanceOf(BankStoreException.class)
          .hasMessageContaining("a step of the change had failed; nothing was changed");
      bank.verify();
      assertThat(bank.size()).isZero();
      assertThat(bank.add(Pictures.entry("b", hash()))).isEqualTo(AddOutcome.ADDED);
      bank.verify();
    }
  }

  @ParameterizedTest
  @EnumSource(StoreKind.class)
  void write_rolledBackOrFailing_leavesEverythingAsItWas(StoreKind kind) throws Exception {
    StoreKind.Place place = kind.place(folder);
    ImageHash hash = hash();
    try (Bank bank = place.create(PDQ)) {
      bank.add(Pictures.entry("a", hash));
      EntryEdit add = bank.addition(Pictures.entry("b", hash));
      EntryEdit withdraw = bank.withdrawal("a", origin -> true);

      int edited =
          bank.write(
              writer -> {
                int count = writer.editAll(List.of(add, withdraw)).size();
                writer.setCheckpoint("list", "1");
                writer.rollBack();
                return count;
              });
      assertThat(edited).isEqualTo(2);
      assertThatThrownBy(
              () ->
                  bank.write(
                      writer -> {
                        writer.editAll(List.of(add, withdraw));
                        throw new IOException("stop");
                      }))
          .hasMessage("stop");

      assertThat(bank.health().sequence()).isEqualTo(1);
      assertThat(bank.checkpoint("list")).isEmpty();
      assertThat(bank.neighbours(hash))
          .extracting(neighbour -> neighbour.entry().id())
          .containsExactly("a");
      bank.write(
          writer -> {
            writer.setCheckpoint("list", "2");
            return writer.editAll(List.of(add, withdraw));
          });
      assertThat(bank.checkpoint("list")).contains("2");
      assertThat(bank.neighbours(hash))
          .extracting(neighbour -> neighbour.entry().id())
          .containsExactly("b");
    }
    try (Bank bank = place.open()) {
      assertThat(bank.checkpoint("list")).contains("2");
      assertThat(all(bank)).extracting(BankEntry::id).containsExactly("b");
      bank.verify();
    }
  }

  /** Any mixture of changes, against a plain map; two open banks on one store, opened again. */
  @ParameterizedTest
  @EnumSource(StoreKind.class)
  void changes_ofAnyKindByTwo_areSeenByBoth(StoreKind kind) throws Exception {
    StoreKind.Place place = kind.place(folder);
    Map<String, BankEntry> expected = new HashMap<>();
    List<BankEntry> seen = new ArrayList<>();
    place.create(PDQ).close();
    try (Bank one = place.open();
        Bank two = place.open()) {
      for (int step = 0; step < 120; step++) {
        Bank bank = random.nextBoolean() ? one : two;
        String id = "id-" + random.nextInt(20);
        BankEntry held = expected.get(id);
        switch (random.nextInt(4)) {
          case 0 -> {
            boolean wasThere = bank.remove(id);
            assertThat(wasThere).isEqualTo(expected.remove(id) != null);
          }
          case 1 -> {
            EntryStatus status = STATUSES.get(random.nextInt(STATUSES.size()));
            assertThat(bank.setStatus(id, status)).isEqualTo(held != null);
            if (held != null) {
              expected.put(id, held.toBuilder().status(status).build());
            }
          }
          default -> {
            BankEntry entry = random.nextBoolean() ? full(id) : Pictures.entry(id, hash());
            seen.add(entry);
            AddOutcome outcome = bank.add(entry);
            assertThat(outcome).isEqualTo(held == null ? AddOutcome.ADDED : AddOutcome.ID_TAKEN);
            expected.putIfAbsent(id, entry);
          }
        }
        bank.catchUp();
      }
      one.catchUp();
      two.catchUp();
      try (Bank three = place.open()) {
        for (Bank bank : List.of(one, two, three)) {
          assertThat(all(bank)).containsExactlyInAnyOrderElementsOf(expected.values());
          assertThat(bank.size()).isEqualTo(expected.size());
          for (BankEntry entry : seen) {
            BankEntry held = expected.get(entry.id());
            boolean isFound =
                held != null
                    && held.hashes().equals(entry.hashes())
                    && held.status() != EntryStatus.DISABLED;
            assertThat(bank.neighbours(entry.hashes().get(0), 0)).hasSize(isFound ? 1 : 0);
          }
          bank.verify();
        }
      }
    }
  }

  @ParameterizedTest
  @EnumSource(StoreKind.class)
  void changeSettings_byOne_isSeenByTheOtherAndKeepsAlgorithms(StoreKind kind) throws Exception {
    StoreKind.Place place = kind.place(folder);
    ImageHash hash = hash();
    try (Bank one = place.create(PDQ);
        Bank two = place.open()) {
      one.add(Pictures.entry("a", hash));
      BankPolicy stricter =
          BankPolicy.builder().radius(HashAlgorithm.PDQ, 4).action(MatchAction.REVIEW).build();
      two.changeSettings(new BankSettings("renamed", stricter));
      one.catchUp();

      assertThat(one.settings()).isEqualTo(new BankSettings("renamed", stricter));
      HashMatcher matcher = new HashMatcher(List.of(one));
      assertThat(matcher.match(Pictures.flipped(hash, 4), Quality.FULL).word()).isEqualTo("REVIEW");
      assertThat(matcher.match(Pictures.flipped(hash, 5), Quality.FULL).word()).isEqualTo("CLEAR");
      BankPolicy other = BankPolicy.builder().radius(HashAlgorithm.PHASH_64, 4).build();
      assertThatThrownBy(() -> one.changeSettings(new BankSettings("b", other)))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessage("a bank's algorithms stay [pdq/1/256] (got [phash/1/64])");
    }
  }

  /** A restored copy that was written to has another epoch from there on. */
  @ParameterizedTest
  @EnumSource(StoreKind.class)
  void catchUp_storeThatWasPutBack_isRefusedUntilOpenedAgain(StoreKind kind) throws Exception {
    StoreKind.Place place = kind.place(folder);
    ImageHash hash = hash();
    try (Bank one = place.create(PDQ)) {
      one.add(Pictures.entry("a", hash()));
      place.sql("UPDATE epoch SET token = token / 2 + 1");
      assertThatThrownBy(one::catchUp)
          .isInstanceOf(BankStoreException.class)
          .hasMessageContaining("as if an older state was put back; open it again");
      try (Bank two = place.open()) {
        two.add(Pictures.entry("b", hash));
      }
      assertThatThrownBy(one::catchUp).hasMessageContaining("open it again");
      assertThat(one.health().problem()).isPresent();
    }
    try (Bank again = place.open()) {
      assertThat(again.neighbours(hash)).hasSize(1);
    }
  }

  @ParameterizedTest
  @EnumSource(StoreKind.class)
  void open_changedBehindItsBack_isDamaged(StoreKind kind) throws Exception {
    String[] changes = {
      "DELETE FROM entry WHERE id = 'a'",
      "UPDATE entry SET held = 0 WHERE id = 'a'",
      "UPDATE entry SET sequence = 7 WHERE id = 'a'",
      "UPDATE entry SET id = 'c' WHERE id = 'a'",
      "INSERT INTO entry SELECT 99, 'z', 99, held, body, checksum FROM entry WHERE id = 'a'",
      "UPDATE bank SET held = 0",
      "UPDATE bank SET sequence = 1",
      "UPDATE bank SET checksum = checksum + 1",
      "UPDATE bank SET entries_checksum = entries_checksum - 1",
      "DELETE FROM bank",
    };
    for (String change : changes) {
      StoreKind.Place place = kind.place(folder);
      try (Bank bank = place.create(PDQ)) {
        bank.add(Pictures.entry("a", hash()));
        bank.add(Pictures.entry("b", hash()));
      }
      place.sql(change);

      assertThatThrownBy(place::open)
          .as(change)
          .isInstanceOf(BankStoreException.class)
          .hasMessageContaining("damaged");
    }
  }
}
