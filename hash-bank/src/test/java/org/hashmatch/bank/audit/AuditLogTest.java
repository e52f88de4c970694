package org.hashmatch.bank.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AuditLogTest {

  private static final Clock CLOCK = Clock.fixed(Screenings.AT, ZoneOffset.UTC);

  @TempDir private Path folder;
  private Path file;

  @BeforeEach
  void name() {
    file = folder.resolve("audit.jsonl");
  }

  private AuditState writeThree() throws IOException {
    try (AuditLog log = AuditLog.open(file, AuditOptions.DEFAULT, CLOCK)) {
      log.screened(Screenings.blocked("upload é \uD800"));
      log.screened(Screenings.unscreenable("u2"));
      log.screened(Screenings.clear("u3"));
      return log.state();
    }
  }

  @Test
  void screened_decisions_areLinesAsThePackageSays() throws Exception {
    AuditState state = writeThree();

    List<String> lines = Files.readAllLines(file, StandardCharsets.US_ASCII);
    assertThat(lines).hasSize(4);
    assertThat(lines.get(0))
        .startsWith(
            "{\"v\":1,\"n\":1,\"at\":\"2026-11-01T12:00:00.123Z\",\"event\":\"BEGUN\","
                + "\"previous\":\"0000000000000000000000000000000000000000000000000000000000000000\","
                + "\"hash\":\"");
    assertThat(lines.get(1))
        .startsWith(
            "{\"v\":1,\"n\":2,\"at\":\"2026-11-01T12:00:00.123Z\",\"event\":\"DECISION\","
                + "\"uploadId\":\"upload \\u00E9 \\uD800\",\"decision\":\"BLOCK\",\"matches\":[{"
                + "\"bank\":\"ncii \\u00E9\",\"entry\":\"case-7/1\",\"sources\":[\"ngo\"],"
                + "\"labels\":[\"a\",\"b\"],\"evidence\":\"PERCEPTUAL\","
                + "\"algorithm\":\"pdq/1/256\",\"distance\":12,\"radius\":31,\"view\":\"flipy\","
                + "\"quality\":87,\"action\":\"BLOCK\"}],\"noted\":[{\"bank\":\"tried\","
                + "\"entry\":\"case-8\",\"sources\":[\"ngo\"],\"labels\":[\"a\",\"b\"],"
                + "\"evidence\":\"EXACT\",\"algorithm\":\"SHA-256\",\"action\":\"LOG\","
                + "\"restraint\":\"SHADOW\"}],\"innocents\":[{\"bank\":\"ncii \\u00E9\","
                + "\"entry\":\"case-7/1\",\"distance\":12}],\"bytes\":1234,\"tookMicros\":5678,"
                + "\"previous\":\""
                + sha256(lines.get(0))
                + "\",\"hash\":\"");
    assertThat(lines.get(2))
        .contains(
            "\"decision\":\"UNSCREENABLE\",\"reason\":\"TOO_SMALL\","
                + "\"detail\":\"3x3 \\\"pixels\\\"\\n\\u2028\",\"matches\":[]");
    for (String line : lines) {
      int end = line.indexOf(",\"hash\":\"");
      assertThat(line).endsWith(",\"hash\":\"" + sha256(line.substring(0, end) + "}") + "\"}");
    }
    assertThat(state).isEqualTo(new AuditState(4, AuditState.NONE, sha256(lines.get(3))));
    assertThat(AuditLog.verify(file)).isEqualTo(state);
  }

  private static String sha256(String text) throws Exception {
    return HexFormat.of()
        .formatHex(
            MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
  }

  @Test
  void file_ofMatches_hasNoHashNoDigestAndNoKey() throws Exception {
    byte[] key = "0123456789abcdef".getBytes(StandardCharsets.US_ASCII);
    AuditOptions options = AuditOptions.DEFAULT.hidingUploadIds(key);
    try (AuditLog log = AuditLog.open(file, options)) {
      log.screened(Screenings.blocked("somebody@example.org"));
    }

    assertThat(Files.readString(file))
        .doesNotContain(Screenings.HASH.toHex())
        .doesNotContain(Screenings.DIGEST.toHex())
        .doesNotContain("0123456789abcdef")
        .doesNotContain("somebody")
        // By: printf somebody@example.org | openssl dgst -sha256 -hmac 0123456789abcdef
        .contains(HMAC);
    assertThat(options.toString()).doesNotContain("0123456789abcdef");
  }

  private static final String HMAC =
      "70706bb671b7d7b1c7f898413f8441f40888738a107208af74e816305ce7bbdd";

  @Test
  void verify_everyFlippedByte_isNoticed() throws Exception {
    AuditState state = writeThree();
    byte[] sound = Files.readAllBytes(file);
    for (int i = 0; i < sound.length; i++) {
      for (int bit : new int[] {1 << 5, 1 << i % 8}) {
        byte[] damaged = sound.clone();
        damaged[i] ^= (byte) bit;
        Files.write(file, damaged);
        long line = lineAt(sound, i);
        assertThatThrownBy(() -> AuditLog.verify(file, state))
            .as("byte %d, bit %d", i, bit)
            .isInstanceOfSatisfying(AuditException.class, e -> assertThat(e.line()).isEqualTo(line))
            .hasMessageStartingWith("audit log " + file + ", line " + line + ": ");
      }
    }
  }

  private static long lineAt(byte[] bytes, int offset) {
    long line = 1;
    for (int i = 0; i < offset; i++) {
      line += bytes[i] == '\n' ? 1 : 0;
    }
    return line;
  }

  @Test
  void verify_everyCut_isNoticedBesideWhatWasKeptElsewhere() throws Exception {
    AuditState state = writeThree();
    byte[] sound = Files.readAllBytes(file);
    int silent = 0;
    for (int length = 0; length < sound.length; length++) {
      Files.write(file, Arrays.copyOf(sound, length));
      assertThatThrownBy(() -> AuditLog.verify(file, state)).isInstanceOf(AuditException.class);
      silent += isSoundByItself() ? 1 : 0;
    }
    assertThat(silent).as("cuts at the end of a line").isEqualTo(3);
  }

  private boolean isSoundByItself() throws IOException {
    try {
      AuditLog.verify(file);
      return true;
    } catch (AuditException e) {
      return false;
    }
  }

  @Test
  void verify_removedSwappedRepeatedOrInventedLine_isNoticed() throws Exception {
    writeThree();
    List<String> sound = Files.readAllLines(file);
    for (int i = 0; i < sound.size() - 1; i++) {
      List<String> removed = new ArrayList<>(sound);
      removed.remove(i);
      checkNoticed(removed, i + 1, "n is " + (i + 2) + " (expected " + (i + 1) + ")");
      List<String> swapped = new ArrayList<>(sound);
      Collections.swap(swapped, i, i + 1);
      checkNoticed(swapped, i + 1, "n is ");
      List<String> repeated = new ArrayList<>(sound);
      repeated.add(i, sound.get(i));
      checkNoticed(repeated, i + 2, "n is ");
    }
    List<String> invented = new ArrayList<>(sound);
    byte[] forged = AuditLine.of(2, Screenings.AT, "TORN", json -> {}, AuditState.NONE);
    invented.set(1, new String(forged, StandardCharsets.US_ASCII));
    checkNoticed(invented, 2, "does not follow the line before (previous differs)");
    byte[] odd = AuditLine.of(1, Screenings.AT, "BEGUN", json -> {}, "x");
    checkNoticed(
        List.of(new String(odd, StandardCharsets.US_ASCII)), 1, "previous is not of the form ");
    byte[] torn =
        AuditLine.of(
            1, Screenings.AT, "TORN", json -> json.writeStringField("torn", "x"), AuditState.NONE);
    checkNoticed(
        List.of(new String(torn, StandardCharsets.US_ASCII)), 1, "torn is not of the form ");
    checkNoticed(List.of("{}"), 1, "was changed (its hash differs)");
  }

  private void checkNoticed(List<String> lines, long line, String problem) throws IOException {
    Files.writeString(file, String.join("\n", lines) + "\n");
    assertThatThrownBy(() -> AuditLog.verify(file))
        .isInstanceOf(AuditException.class)
        .hasMessageStartingWith("audit log " + file + ", line " + line + ": " + problem);
    assertThatThrownBy(() -> AuditLog.open(file, AuditOptions.DEFAULT))
        .isInstanceOf(AuditException.class);
  }

  @Test
  void verify_fileThatWentOn_hasWhatItHadBefore() throws Exception {
    AuditState before = writeThree();
    try (AuditLog log = AuditLog.open(file, AuditOptions.DEFAULT)) {
      assertThat(log.state()).isEqualTo(before);
      log.screened(Screenings.clear("u4"));
    }

    assertThat(AuditLog.verify(file, before).lines()).isEqualTo(5);

    Files.delete(file);
    try (AuditLog log = AuditLog.open(file, AuditOptions.DEFAULT)) {
      for (int i = 0; i < 5; i++) {
        log.screened(Screenings.clear("forged"));
      }
    }
    assertThatThrownBy(() -> AuditLog.verify(file, before))
        .hasMessageEndingWith("line 4: is not the expected one (its hash differs)");
  }

  @Test
  void open_tornLastLine_isMovedAsideAndNoted() throws Exception {
    AuditState state = writeThree();
    for (int round = 1; round <= 2; round++) {
      Files.writeString(file, "{\"v\":1,\"n\":" + round, StandardOpenOption.APPEND);
      assertThatThrownBy(() -> AuditLog.verify(file))
          .hasMessageEndingWith("is cut (no newline at its end)");

      try (AuditLog log = AuditLog.open(file, AuditOptions.DEFAULT)) {
        log.screened(Screenings.clear("after " + round));
      }

      assertThat(folder.resolve("audit.jsonl.torn-" + round)).hasContent("{\"v\":1,\"n\":" + round);
      assertThat(AuditLog.verify(file, state).lines()).isEqualTo(4 + 2 * round);
      assertThat(Files.readAllLines(file).get(2 + 2 * round))
          .contains("\"event\":\"TORN\",\"torn\":" + round + ",");
    }
  }

  @Test
  void open_afterCrashBetweenCutAndNote_notesItAllTheSame() throws Exception {
    writeThree();
    Files.writeString(folder.resolve("audit.jsonl.torn-1"), "{");

    AuditLog.open(file, AuditOptions.DEFAULT).close();
    AuditLog.open(file, AuditOptions.DEFAULT).close();

    assertThat(Files.readString(file)).containsOnlyOnce("\"event\":\"TORN\",\"torn\":1,");
  }

  @Test
  void open_everyCutWithinALine_goesOnAfterTheLineBefore() throws Exception {
    writeThree();
    byte[] sound = Files.readAllBytes(file);
    int lastLine = new String(sound, StandardCharsets.US_ASCII).lastIndexOf("{\"v\"");
    for (int length = lastLine + 1; length < sound.length; length += 7) {
      Files.write(file, Arrays.copyOf(sound, length));
      AuditLog.open(file, AuditOptions.DEFAULT).close();
      assertThat(AuditLog.verify(file).lines()).as("length %d", length).isEqualTo(4);
      Files.delete(folder.resolve("audit.jsonl.torn-1"));
    }
  }

  @Test
  void open_nextFile_carriesTheLastHashOfTheFormer() throws Exception {
    AuditState former = writeThree();
    Path next = folder.resolve("next.jsonl");
    AuditOptions after = AuditOptions.DEFAULT.after(former.last());

    AuditLog.open(next, after).close();
    AuditLog.open(next, after).close();

    assertThat(AuditLog.verify(next).first()).isEqualTo(former.last());
    assertThatThrownBy(() -> AuditLog.open(file, after))
        .isInstanceOf(AuditException.class)
        .hasMessageEndingWith("line 1: follows another file than expected");
  }

  @Test
  void open_twice_isRefusedAndReadingDoesNotUnlock() throws Exception {
    try (AuditLog log = AuditLog.open(file, AuditOptions.DEFAULT)) {
      AuditLog.verify(file);
      assertThatThrownBy(() -> AuditLog.open(file, AuditOptions.DEFAULT))
          .isInstanceOf(IOException.class)
          .hasMessageEndingWith("is open already in this process");
      List<String> said = new ArrayList<>();
      Process other = start(List.of());
      try (BufferedReader out = output(other)) {
        out.lines().forEach(said::add);
      }
      assertThat(other.waitFor()).isNotZero();
      assertThat(String.join("\n", said)).contains("is open already in another process");
      log.screened(Screenings.clear("still there"));
    }
    AuditLog.open(file, AuditOptions.DEFAULT).close();
  }

  @Test
  void screened_byEightThreads_isOneChain() throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(8);
    try (AuditLog log = AuditLog.open(file, AuditOptions.DEFAULT)) {
      List<Future<?>> all = new ArrayList<>();
      for (int thread = 0; thread < 8; thread++) {
        String name = "t" + thread + "-";
        all.add(
            threads.submit(
                () -> {
                  for (int i = 0; i < 100; i++) {
                    log.screened(Screenings.blocked(name + i));
                  }
                  return name;
                }));
      }
      for (Future<?> each : all) {
        each.get();
      }
    } finally {
      threads.shutdown();
    }
    assertThat(AuditLog.verify(file).lines()).isEqualTo(801);
    assertThat(Files.readAllLines(file).stream().filter(l -> l.contains("\"t3-99\""))).hasSize(1);
  }

  @Test
  void screened_interruptedThread_harmsNobody() throws Exception {
    try (AuditLog log = AuditLog.open(file, AuditOptions.DEFAULT)) {
      Thread.currentThread().interrupt();
      log.screened(Screenings.clear("interrupted"));
      assertThat(Thread.interrupted()).isTrue();
      log.screened(Screenings.clear("next"));
    }
    assertThat(AuditLog.verify(file).lines()).isEqualTo(3);
  }

  @Test
  void screened_syncedNowAndThen_isThereAfterClosing() throws Exception {
    AuditOptions options = AuditOptions.DEFAULT.syncEvery(Duration.ofMillis(5));
    try (AuditLog log = AuditLog.open(file, options)) {
      for (int i = 0; i < 100; i++) {
        log.screened(Screenings.clear("u" + i));
      }
    }
    assertThat(AuditLog.verify(file).lines()).isEqualTo(101);
  }

  @Test
  void screened_afterClosing_isRefused() throws Exception {
    AuditLog log = AuditLog.open(file, AuditOptions.DEFAULT);
    log.close();
    log.close();
    assertThatThrownBy(() -> log.screened(Screenings.clear("late")))
        .isInstanceOf(IOException.class)
        .hasMessage("audit log " + file + " is closed");
  }

  @Test
  void open_afterTheWriterWasKilled_hasAllThatWasAcknowledged() throws Exception {
    for (int round = 0; round < 3; round++) {
      long before = Files.exists(file) ? AuditLog.verify(file).lines() : 1;
      Process writer = start(List.of());
      long acknowledged = 0;
      try (BufferedReader out = output(writer)) {
        for (; acknowledged < 50; acknowledged++) {
          assertThat(out.readLine()).isEqualTo("acknowledged");
        }
        // By its handle: what the process said can still be read then.
        assertThat(writer.toHandle().destroyForcibly()).isTrue();
        for (String line = out.readLine(); "acknowledged".equals(line); line = out.readLine()) {
          acknowledged++;
        }
      }
      AuditLog.open(file, AuditOptions.DEFAULT).close();
      assertThat(AuditLog.verify(file).lines()).isGreaterThanOrEqualTo(before + acknowledged);
    }
  }

  @Test
  void screened_noRoomLeft_isAnErrorAndNothingFollowsTheGap() throws Exception {
    assumeThat(Path.of("/bin/bash")).as("limits the size of files").isExecutable();
    Process writer = start(List.of("/bin/bash", "-c", "ulimit -f 4; exec \"$@\"", "bash"));
    List<String> said = new ArrayList<>();
    try (BufferedReader out = output(writer)) {
      out.lines().forEach(said::add);
    }
    assertThat(writer.waitFor()).isZero();
    long acknowledged = said.stream().filter("acknowledged"::equals).count();
    assertThat(acknowledged).isPositive();
    assertThat(said.get(said.size() - 2)).startsWith("failed: audit log " + file + " failed: ");
    assertThat(said.get(said.size() - 1)).startsWith("refused: audit log " + file + " failed: ");
    assertThat(Files.size(file)).isEqualTo(4096);

    try (AuditLog log = AuditLog.open(file, AuditOptions.DEFAULT)) {
      assertThat(log.state().lines()).isEqualTo(1 + acknowledged + 1);
    }
    assertThat(folder.resolve("audit.jsonl.torn-1")).isNotEmptyFile();
  }

  private Process start(List<String> prefix) throws IOException {
    List<String> command = new ArrayList<>(prefix);
    command.addAll(
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-XX:TieredStopAtLevel=1",
            "-XX:-UsePerfData",
            "-cp",
            System.getProperty("java.class.path"),
            AuditWriter.class.getName(),
            file.toString()));
    return new ProcessBuilder(command).redirectErrorStream(true).start();
  }

  private static BufferedReader output(Process process) {
    return new BufferedReader(
        new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
  }

  @Test
  void options_outOfBounds_nameThem() {
    assertThatThrownBy(() -> AuditOptions.DEFAULT.hidingUploadIds(new byte[15]))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("the key for upload ids must have 16 bytes or more (got 15)");
    assertThatThrownBy(() -> AuditOptions.DEFAULT.syncEvery(Duration.ZERO))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("time must be PT0.001S..PT1M (got PT0S)");
    assertThatThrownBy(() -> AuditOptions.DEFAULT.after("A".repeat(64)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("a line's hash must be 64 lower-case hex digits (got 64 characters)");
  }
}
