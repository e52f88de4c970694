package org.hashmatch.bank.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.hashmatch.bank.Bank;
import org.hashmatch.bank.BankMatch;
import org.hashmatch.bank.BankSettings;
import org.hashmatch.bank.Decision;
import org.hashmatch.bank.DigestAlgorithm;
import org.hashmatch.bank.Evidence;
import org.hashmatch.bank.Findings;
import org.hashmatch.bank.MatchAction;
import org.hashmatch.bank.Pictures;
import org.hashmatch.bank.Screening;
import org.hashmatch.bank.store.SqliteBankFile;
import org.hashmatch.hash.Quality;
import org.hashmatch.hash.UnscreenableReason;
import org.hashmatch.hash.decode.Completeness;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MicrometerListenerTest {

  @TempDir private Path folder;
  private final SimpleMeterRegistry registry = new SimpleMeterRegistry();

  @Test
  void screened_decisions_areCountedAndTimedByWordBankAndReason() {
    MicrometerListener listener = new MicrometerListener(registry);
    BankMatch match =
        new BankMatch(
            BankSettings.pdq("ncii"),
            Pictures.entry("case-7", Pictures.randomHash(new Random(1))),
            new Evidence.Exact(DigestAlgorithm.MD5),
            MatchAction.BLOCK,
            Optional.empty());
    Decision blocked =
        new Decision.Blocked(new Findings(List.of(match), List.of(), List.of(), Optional.empty()));
    listener.screened(screening(blocked));
    listener.screened(screening(blocked));
    listener.screened(
        screening(new Decision.Clear(Findings.NONE, Quality.FULL, Completeness.COMPLETE)));
    listener.screened(
        screening(new Decision.Unscreenable(UnscreenableReason.TOO_SMALL, "3x3 pixels")));

    assertThat(decisions("block", "ncii", "none")).isEqualTo(2);
    assertThat(decisions("clear", "none", "none")).isEqualTo(1);
    assertThat(decisions("unscreenable", "none", "too_small")).isEqualTo(1);
    assertThat(registry.get("hashmatch.decisions").counters()).hasSize(3);
    assertThat(
            registry
                .get("hashmatch.screening")
                .tag("decision", "block")
                .timer()
                .totalTime(TimeUnit.MILLISECONDS))
        .isEqualTo(14);
    assertThat(registry.getMetersAsString()).doesNotContain("upload-7").doesNotContain("case-7");
  }

  private static Screening screening(Decision decision) {
    return new Screening("upload-7", 1, Instant.EPOCH, Duration.ofMillis(7), decision, List.of());
  }

  private double decisions(String word, String bank, String reason) {
    return registry
        .get("hashmatch.decisions")
        .tags("decision", word, "bank", bank, "reason", reason)
        .counter()
        .count();
  }

  @Test
  void watch_bank_showsSizeSequenceStalenessAndProblem() throws Exception {
    Path file = folder.resolve("b.bank");
    try (Bank bank = SqliteBankFile.create(file, BankSettings.pdq("watched"))) {
      Clock later = Clock.fixed(bank.health().checkedAt().plusSeconds(90), ZoneOffset.UTC);
      new MicrometerListener(registry, later).watch(bank);
      assertThat(gauge("entries")).isZero();
      assertThat(gauge("staleness")).isEqualTo(90);

      Random random = new Random(2);
      bank.add(Pictures.entry("a", Pictures.randomHash(random)));
      bank.add(Pictures.entry("b", Pictures.randomHash(random)));
      bank.remove("a");

      assertThat(gauge("entries")).isEqualTo(1);
      assertThat(gauge("sequence")).isEqualTo(3);
      assertThat(gauge("problem")).isZero();
      assertThat(gauge("staleness")).isLessThan(90);

      breakStore(file);
      assertThatThrownBy(bank::catchUp).isInstanceOf(IOException.class);
      assertThat(gauge("problem")).isEqualTo(1);
    }
  }

  /** Nothing that a bank may be, in the place of its database and log. */
  private static void breakStore(Path file) throws IOException {
    for (String suffix : List.of("", "-wal", "-shm")) {
      Path part = file.resolveSibling(file.getFileName() + suffix);
      if (Files.exists(part)) {
        byte[] zeros = new byte[(int) Files.size(part)];
        Files.write(part, zeros);
      }
    }
  }

  private double gauge(String name) {
    return registry.get("hashmatch.bank." + name).tag("bank", "watched").gauge().value();
  }
}
