package org.hashmatch.bank.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.hashmatch.bank.Bank;
import org.hashmatch.bank.BankHealth;
import org.hashmatch.bank.BankSettings;
import org.hashmatch.bank.HashMatcher;
import org.hashmatch.bank.Pictures;
import org.hashmatch.hash.ImageHash;
import org.hashmatch.hash.Quality;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Two matchers on one store: what one changes, the other knows within a second. */
class BankFollowTest {

  private static final Duration SECOND = Duration.ofSeconds(1);

  @TempDir private Path folder;
  private final Random random = new Random(1);

  @ParameterizedTest
  @EnumSource(StoreKind.class)
  void changesOfOne_areBlockedAndClearedByTheOtherWithinASecond(StoreKind kind) throws Exception {
    StoreKind.Place place = kind.place(folder);
    long slowest = 0;
    try (Bank one = place.create(BankSettings.pdq("shared"));
        Bank two = place.open()) {
      two.follow(Duration.ofMillis(250));
      HashMatcher matcher = new HashMatcher(List.of(two));
      for (int i = 0; i < 12; i++) {
        ImageHash hash = Pictures.randomHash(random);
        one.add(Pictures.entry("id-" + i, hash).toBuilder().origin("ngo", "c" + i).build());
        slowest = Math.max(slowest, nanosUntil(matcher, hash, "BLOCK"));
        String caseReference = "c" + i;
        one.withdraw(origin -> origin.caseReference().equals(caseReference));
        slowest = Math.max(slowest, nanosUntil(matcher, hash, "CLEAR"));
      }
      two.catchUp();
      assertThat(two.health().sequence()).isEqualTo(one.health().sequence());
    }
    System.out.printf(
        "%s: the slowest of 24 changes was seen after %d ms%n", kind, slowest / 1_000_000);
    assertThat(Duration.ofNanos(slowest)).isLessThan(SECOND);
  }

  private static long nanosUntil(HashMatcher matcher, ImageHash hash, String word)
      throws Exception {
    long start = System.nanoTime();
    while (!matcher.match(hash, Quality.FULL).word().equals(word)) {
      assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(20));
      Thread.sleep(5);
    }
    return System.nanoTime() - start;
  }

  @Test
  void follow_serverThrowsEverybodyOut_goesOnAndSaysSoMeanwhile() throws Exception {
    StoreKind.Place place = StoreKind.POSTGRES.place(folder);
    try (Bank one = place.create(BankSettings.pdq("shared"));
        Bank two = place.open()) {
      two.follow(Duration.ofMillis(50));
      one.add(Pictures.entry("a", Pictures.randomHash(random)));
      for (int i = 0; i < 5; i++) {
        PostgresServer.sql(
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
                + " WHERE application_name = 'hashmatch'");
        // A change whose connection is gone may fail; the next one has another.
        ImageHash hash = Pictures.randomHash(random);
        String id = "after-" + i;
        addOnSecondTry(one, id, hash);
        nanosUntil(new HashMatcher(List.of(two)), hash, "BLOCK");
      }
      assertThat(two.health().problem()).isEmpty();
    }
  }

  private static void addOnSecondTry(Bank bank, String id, ImageHash hash) throws IOException {
    try {
      bank.add(Pictures.entry(id, hash));
    } catch (IOException e) {
      assertThat(e).hasMessageContaining("the database cannot be reached");
      bank.add(Pictures.entry(id, hash));
    }
  }

  @Test
  void health_storeThatIsGone_tellsTheProblemAndSearchesGoOn() throws Exception {
    StoreKind.Place place = StoreKind.POSTGRES.place(folder);
    ImageHash other = Pictures.randomHash(random);
    try (Bank one = place.create(BankSettings.pdq("shared"))) {
      one.add(Pictures.entry("a", Pictures.randomHash(random)));
      one.follow(Duration.ofMillis(20));
      place.sql("ALTER TABLE bank RENAME TO away");
      Optional<String> problem = Optional.empty();
      for (int i = 0; i < 500 && problem.isEmpty(); i++) {
        Thread.sleep(10);
        problem = one.health().problem();
      }
      assertThat(problem).hasValueSatisfying(words -> assertThat(words).contains("no such bank"));
      BankHealth broken = one.health();
      assertThat(broken.sequence()).isEqualTo(1);
      assertThat(new HashMatcher(List.of(one)).match(other, Quality.FULL).word())
          .isEqualTo("CLEAR");
      place.sql("ALTER TABLE away RENAME TO bank");
      for (int i = 0; i < 500 && one.health().problem().isPresent(); i++) {
        Thread.sleep(10);
      }
      assertThat(one.health().problem()).isEmpty();
      assertThat(one.health().checkedAt()).isAfter(broken.checkedAt());
    }
  }

  @Test
  void follow_twiceOrTooOften_isRefused() throws Exception {
    try (Bank bank = StoreKind.SQLITE.place(folder).create(BankSettings.pdq("b"))) {
      assertThatThrownBy(() -> bank.follow(Duration.ofMillis(9)))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessage("interval must be PT0.01S or more (got PT0.009S)");
      bank.follow(Duration.ofMillis(10));
      assertThatThrownBy(() -> bank.follow(Duration.ofMillis(10)))
          .isInstanceOf(IllegalStateException.class)
          .hasMessage("bank b is followed already");
    }
  }
}
