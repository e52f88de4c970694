package org.hashmatch.bank;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.hashmatch.bank.store.SqliteBankFile;
import org.hashmatch.hash.HashAlgorithm;
import org.hashmatch.hash.ImageHash;
import org.hashmatch.hash.Quality;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What banks' policies make of neighbours. */
class HashMatcherTest {

  @TempDir private Path folder;
  private final Random random = new Random(1);
  private final List<Bank> open = new ArrayList<>();
  private final ImageHash known = Pictures.randomHash(random);

  @AfterEach
  void close() throws IOException {
    for (Bank bank : open) {
      bank.close();
    }
  }

  private Bank bank(String name, BankPolicy.Builder policy) throws IOException {
    Bank bank =
        SqliteBankFile.create(
            folder.resolve(name + ".bank"), new BankSettings(name, policy.build()));
    open.add(bank);
    return bank;
  }

  private static Decision match(ImageHash query, Bank... banks) throws IOException {
    return new HashMatcher(List.of(banks)).match(query, Quality.FULL);
  }

  @Test
  void log_aMatch_isClearAndNoted() throws Exception {
    Bank bank = bank("log", BankPolicy.builder().action(MatchAction.LOG));
    bank.add(Pictures.entry("a", known));

    Decision decision = match(known, bank);
    assertThat(decision.word()).isEqualTo("CLEAR");
    assertThat(decision.findings().noted()).hasSize(1);
    assertThat(decision.findings().noted().get(0).restraint()).isEmpty();
  }

  @Test
  void shadow_aMatch_isClearAndNotedAsSuch() throws Exception {
    Bank bank = bank("new", BankPolicy.builder().shadow(true));
    bank.add(Pictures.entry("a", known));

    Decision decision = match(known, bank);
    assertThat(decision.word()).isEqualTo("CLEAR");
    assertThat(decision.findings().noted().get(0).restraint()).contains(Restraint.SHADOW);
    assertThat(decision.sentence())
        .isEqualTo(
            "CLEAR: nothing known, quality 100; noted a in new, pdq/1/256 distance 0 of 31,"
                + " original, quality 100, LOG because the bank only tries out.");
  }

  @Test
  void negativeBank_nearer_suppressesTheMatch() throws Exception {
    Bank known = bank("known", BankPolicy.builder());
    Bank innocent = bank("innocent", BankPolicy.builder().negative(true));
    known.add(Pictures.entry("fake", this.known));
    innocent.add(Pictures.entry("her own", Pictures.flipped(this.known, 20)));

    Decision near = match(Pictures.flipped(this.known, 15), known, innocent);
    assertThat(near.word()).isEqualTo("CLEAR");
    assertThat(near.findings().noted().get(0).restraint()).contains(Restraint.INNOCENT_NEARER);
    assertThat(near.findings().innocents().get(0).entry().id()).isEqualTo("her own");
    assertThat(match(Pictures.flipped(this.known, 5), known, innocent).word()).isEqualTo("BLOCK");
    Decision between = match(Pictures.flipped(this.known, 10), known, innocent);
    assertThat(between.word()).isEqualTo("REVIEW");
    assertThat(between.best().orElseThrow().restraint()).contains(Restraint.INNOCENT_AS_NEAR);
    assertThat(match(this.known, innocent, known).word()).isEqualTo("BLOCK");
  }

  @Test
  void negativeBank_alone_isRefused() throws Exception {
    Bank innocent = bank("innocent", BankPolicy.builder().negative(true));

    assertThatThrownBy(() -> new HashMatcher(List.of(innocent)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("matching needs at least one bank that is not negative");
  }

  @Test
  void labelFilter_entriesItDoesNotAccept_matchNothing() throws Exception {
    Bank bank =
        bank("b", BankPolicy.builder().labels(new LabelFilter(Set.of("ncii"), Set.of("disputed"))));
    ImageHash bare = Pictures.randomHash(random);
    ImageHash both = Pictures.randomHash(random);
    bank.add(Pictures.entry("a", known).toBuilder().labels(Set.of("ncii", "x")).build());
    bank.add(Pictures.entry("bare", bare));
    bank.add(Pictures.entry("both", both).toBuilder().labels(Set.of("ncii", "disputed")).build());

    assertThat(match(known, bank).word()).isEqualTo("BLOCK");
    assertThat(match(bare, bank).word()).isEqualTo("CLEAR");
    assertThat(match(both, bank).word()).isEqualTo("CLEAR");
  }

  @Test
  void digest_ofTheSameFile_decidesBeforeAnyHash() throws Exception {
    byte[] file = {1, 2, 3};
    List<ExactDigest> digests = ExactDigest.allOf(file);
    Bank bank = bank("b", BankPolicy.builder());
    assertThat(new HashMatcher(List.of(bank)).digestAlgorithms()).isEmpty();
    bank.add(BankEntry.builder("file").digest(digests.get(0)).labels(Set.of("ncii")).build());
    HashMatcher matcher = new HashMatcher(List.of(bank));

    assertThat(matcher.digestAlgorithms()).containsExactly(DigestAlgorithm.MD5);
    Decision decision = matcher.match(digests).orElseThrow();
    assertThat(decision.sentence())
        .isEqualTo("BLOCK: file in b, labels ncii, the same file by MD5.");
    assertThat(matcher.match(ExactDigest.allOf(new byte[] {1, 2, 4}))).isEmpty();
  }

  /** Only 64 bits of a digest are compared in memory. */
  @Test
  void digest_thatOnlyBeginsAlike_isNoMatch() throws Exception {
    byte[] known = new byte[32];
    byte[] other = known.clone();
    known[0] = 1;
    other[0] = 1;
    other[31] = 1;
    Bank bank = bank("b", BankPolicy.builder());
    bank.add(
        BankEntry.builder("file").digest(ExactDigest.of(DigestAlgorithm.SHA256, known)).build());
    HashMatcher matcher = new HashMatcher(List.of(bank));

    assertThat(matcher.match(List.of(ExactDigest.of(DigestAlgorithm.SHA256, known)))).isPresent();
    assertThat(matcher.match(List.of(ExactDigest.of(DigestAlgorithm.SHA256, other)))).isEmpty();
  }

  @Test
  void flood_entryThatMatchesTooOften_isSetAsideUntilEnabled() throws Exception {
    SteppingClock clock = new SteppingClock();
    FloodLimit limit = new FloodLimit(3, Duration.ofMinutes(16));
    FloodWatch watch = new FloodWatch(limit, clock);
    for (int i = 0; i < 3; i++) {
      assertThat(watch.isFlood(1)).isFalse();
    }
    assertThat(watch.isFlood(1)).isTrue();
    assertThat(watch.isFlood(2)).isFalse();
    clock.now = clock.now.plus(Duration.ofMinutes(17));
    assertThat(watch.isFlood(1)).isFalse();

    Bank bank = bank("b", BankPolicy.builder().floodLimit(limit));
    bank.add(Pictures.entry("meme", known));
    for (int i = 0; i < 3; i++) {
      assertThat(match(known, bank).word()).isEqualTo("BLOCK");
    }
    Decision fourth = match(known, bank);
    assertThat(fourth.word()).isEqualTo("REVIEW");
    assertThat(fourth.best().orElseThrow().restraint()).contains(Restraint.QUARANTINED);
    awaitStatus(bank, "meme", EntryStatus.QUARANTINED);
    assertThat(match(known, bank).word()).isEqualTo("REVIEW");
    bank.setStatus("meme", EntryStatus.ACTIVE);
    assertThat(match(known, bank).word()).isEqualTo("BLOCK");
  }

  /** Time that passes when it is told to. */
  private static final class SteppingClock extends Clock {

    private Instant now = Instant.parse("2026-11-01T00:00:00Z");

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }

    @Override
    public Instant instant() {
      return now;
    }
  }

  private static void awaitStatus(Bank bank, String id, EntryStatus status) throws Exception {
    for (int i = 0; i < 500; i++) {
      if (bank.find(id).orElseThrow().status() == status) {
        return;
      }
      Thread.sleep(10);
    }
    assertThat(bank.find(id).orElseThrow().status()).isEqualTo(status);
  }

  @Test
  void nearestMiss_askedFor_namesTheEntryJustBeyondTheRadius() throws Exception {
    Bank bank = bank("b", BankPolicy.builder());
    bank.add(Pictures.entry("a", known));
    bank.add(Pictures.entry("far", Pictures.randomHash(random)));
    HashMatcher matcher = new HashMatcher(List.of(bank)).withNearestMiss(16);
    ImageHash query = Pictures.flipped(known, 40);

    assertThat(match(query, bank).findings().nearestMiss()).isEmpty();
    assertThat(matcher.match(query, Quality.FULL).findings().nearestMiss())
        .contains(new NearestMiss("b", "a", HashAlgorithm.PDQ, 40, 31));
    assertThat(matcher.match(query, Quality.FULL).sentence())
        .endsWith("; nearest is a in b at pdq/1/256 distance 40, radius 31.");
    assertThat(matcher.match(Pictures.flipped(known, 48), Quality.FULL).findings().nearestMiss())
        .isEmpty();
  }

  @Test
  void severalAlgorithms_eachHasItsRadius() throws Exception {
    Bank bank =
        bank(
            "b",
            BankPolicy.builder().radius(HashAlgorithm.PDQ, 31).radius(HashAlgorithm.PHASH_64, 4));
    ImageHash phash = ImageHash.of(HashAlgorithm.PHASH_64, 0x0123456789abcdefL);
    ImageHash unused = ImageHash.of(HashAlgorithm.DHASH_64, 0x0123456789abcdefL);
    bank.add(BankEntry.builder("a").hash(known).hash(phash).hash(unused).build());

    assertThat(match(known, bank).word()).isEqualTo("BLOCK");
    assertThat(match(ImageHash.of(HashAlgorithm.PHASH_64, phash.word(0) ^ 15), bank).word())
        .isEqualTo("BLOCK");
    assertThat(match(ImageHash.of(HashAlgorithm.PHASH_64, phash.word(0) ^ 31), bank).word())
        .isEqualTo("CLEAR");
    assertThatThrownBy(() -> match(unused, bank))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("looks up [pdq/1/256, phash/1/64] hashes (got [dhash/1/64])");
    assertThat(bank.find("a").orElseThrow().hashes()).contains(unused);
  }

  @Test
  void manyCopies_aHundredNearestExplainTheDecision() throws Exception {
    Bank bank = bank("b", BankPolicy.builder());
    List<BankEntry> copies = new ArrayList<>();
    for (int i = 0; i < 300; i++) {
      copies.add(Pictures.entry("copy-" + i, Pictures.flipped(known, i < 250 ? 9 : 3)));
    }
    bank.addAll(copies);

    List<BankMatch> matches = match(known, bank).matches();
    assertThat(matches).hasSize(100);
    assertThat(matches.get(0).evidence().farness()).isEqualTo(1 + 3 / 256.0);
    assertThat(match(known, bank).sentence()).contains(", and 99 more.");
  }

  @Test
  void entryLostFromTheStore_isAnErrorAndNotClear() throws Exception {
    Path file = folder.resolve("lost.bank");
    Bank bank = SqliteBankFile.create(file, BankSettings.pdq("lost"));
    open.add(bank);
    bank.add(Pictures.entry("a", known));
    try (var connection = java.sql.DriverManager.getConnection("jdbc:sqlite:" + file);
        var statement = connection.createStatement()) {
      statement.execute("DELETE FROM entry");
    }

    assertThatThrownBy(() -> match(known, bank))
        .isInstanceOf(BankStoreException.class)
        .hasMessage("bank " + file + ": damaged (entry 1 is lost)");
  }
}
