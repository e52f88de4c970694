package org.hashmatch.bank.lint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.hashmatch.bank.Bank;
import org.hashmatch.bank.BankSettings;
import org.hashmatch.bank.Pictures;
import org.hashmatch.bank.lint.CalibrationReport.Collision;
import org.hashmatch.bank.lint.CalibrationReport.FalseAlarms;
import org.hashmatch.bank.lint.CalibrationReport.Suggestion;
import org.hashmatch.bank.store.SqliteBankFile;
import org.hashmatch.hash.HashAlgorithm;
import org.hashmatch.hash.ImageHash;
import org.hashmatch.hash.ImageHashes;
import org.hashmatch.hash.Quality;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CalibrationTest {

  /** Exact where nothing happened; elsewhere wide enough for a test. */
  private static final RateInterval INTERVAL =
      (hits, trials) -> {
        double rate = (double) hits / trials;
        double least = 1 - Math.pow(0.025, 1.0 / trials);
        return new RateInterval.Bounds(rate / 2, Math.min(1, hits == 0 ? least : 2 * rate + least));
      };

  @TempDir private Path folder;
  private final Random random = new Random(1);
  private final ImageHash known = Pictures.randomHash(random);
  private Bank bank;

  @BeforeEach
  void create() throws IOException {
    bank = SqliteBankFile.create(folder.resolve("b.bank"), BankSettings.pdq("b"));
    bank.add(Pictures.entry("known", known));
    bank.add(Pictures.entry("beside it", Pictures.flipped(known, 3)));
  }

  @AfterEach
  void close() throws IOException {
    bank.close();
  }

  /** Eight hashes of which one, not the first, is this one. */
  private ImageHashes turned(ImageHash hash) {
    List<ImageHash> all = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      all.add(i == 6 ? hash : Pictures.randomHash(random));
    }
    return new ImageHashes(Quality.FULL, all);
  }

  private CalibrationReport report(int innocents) throws IOException {
    Calibration calibration = new Calibration(bank, HashAlgorithm.PDQ);
    calibration.add("at 64", turned(Pictures.flipped(known, 64)));
    calibration.add("at 65", turned(Pictures.flipped(known, 68)));
    calibration.add("at 20", turned(Pictures.flipped(known, 23)));
    calibration.add("flat", new ImageHashes(new Quality(49), Collections.nCopies(8, known)));
    for (int i = 0; i < innocents; i++) {
      calibration.add("innocent " + i, turned(Pictures.randomHash(random)));
    }
    return calibration.report();
  }

  @Test
  void report_uploadsAtKnownDistances_countsAlarmsByRadius() throws Exception {
    CalibrationReport report = report(97);

    assertThat(report.algorithm()).isEqualTo(HashAlgorithm.PDQ);
    assertThat(report.uploads()).isEqualTo(100);
    assertThat(report.passedOver()).isEqualTo(1);
    assertThat(report.alarms()).hasSize(65);
    assertThat(report.alarms().get(19)).isZero();
    assertThat(report.alarms().get(20)).isEqualTo(1);
    assertThat(report.alarms().get(60)).isEqualTo(1);
    assertThat(report.alarms().get(61)).isEqualTo(2);
    assertThat(report.alarms().get(64)).isEqualTo(2);
    assertThat(report.collisions())
        .containsExactly(
            new Collision("at 20", "beside it", 20),
            new Collision("at 20", "known", 23),
            new Collision("at 64", "beside it", 61),
            new Collision("at 64", "known", 64));
  }

  @Test
  void falseAlarms_atSomeTraffic_areRateTimesUploads() throws Exception {
    FalseAlarms at31 = report(97).falseAlarms(INTERVAL).get(31);

    assertThat(at31.radius()).isEqualTo(31);
    assertThat(at31.alarms()).isEqualTo(1);
    assertThat(at31.rate()).isEqualTo(0.01);
    assertThat(at31.aDay(5000)).isEqualTo(50);
    assertThat(at31.aDayAtMost(5000)).isEqualTo(5000 * INTERVAL.of(1, 100).upper());
  }

  @Test
  void suggest_enoughUploads_isTheLargestRadiusBelowTheRate() throws Exception {
    CalibrationReport report = report(97);

    Suggestion strict = report.suggest(0.04, INTERVAL);
    Suggestion loose = report.suggest(0.5, INTERVAL);

    assertThat(((Suggestion.Radius) strict).falseAlarms().radius()).isEqualTo(19);
    assertThat(((Suggestion.Radius) loose).falseAlarms().radius()).isEqualTo(64);
  }

  @Test
  void suggest_tooFewUploads_saysHowManyAreNeeded() throws Exception {
    Suggestion suggestion = report(97).suggest(0.001, INTERVAL);

    // 1 - 0.025^(1/n) < 0.001 from n = 3688 on.
    assertThat(suggestion).isEqualTo(new Suggestion.NotEnough(3688));
    assertThat(INTERVAL.of(0, 3688).upper()).isLessThan(0.001);
    assertThat(INTERVAL.of(0, 3687).upper()).isGreaterThanOrEqualTo(0.001);
  }

  @Test
  void suggest_alarmsAtRadiusZero_isNone() throws Exception {
    Calibration calibration = new Calibration(bank, HashAlgorithm.PDQ);
    calibration.add("the very picture", turned(known));

    Suggestion suggestion = calibration.report().suggest(0.1, INTERVAL);

    assertThat(((Suggestion.None) suggestion).falseAlarms().rate()).isCloseTo(1, within(0.0));
  }

  @Test
  void wrongArguments_areRefusedByName() throws Exception {
    assertThatThrownBy(() -> new Calibration(bank, HashAlgorithm.PHASH_64))
        .isInstanceOf(IllegalArgumentException.class);
    Calibration calibration = new Calibration(bank, HashAlgorithm.PDQ);
    ImageHashes other =
        new ImageHashes(
            Quality.FULL, Collections.nCopies(8, ImageHash.of(HashAlgorithm.PHASH_64, 5)));
    assertThatThrownBy(() -> calibration.add("u", other))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("uploads must be hashed by pdq/1/256 (got phash/1/64)");
    CalibrationReport none = calibration.report();
    assertThatThrownBy(() -> none.suggest(0.1, INTERVAL))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("there must be an upload that was looked up (got none)");
    assertThatThrownBy(() -> none.suggest(0, INTERVAL))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("rate must be 1e-8..1 (got 0.0)");
    assertThatThrownBy(() -> new RateInterval.Bounds(0.5, 0.4))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
