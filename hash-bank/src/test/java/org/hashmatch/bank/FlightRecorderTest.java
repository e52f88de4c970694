package org.hashmatch.bank;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import jdk.jfr.Recording;
import jdk.jfr.ValueDescriptor;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordingFile;
import org.hashmatch.bank.store.SqliteBankFile;
import org.hashmatch.hash.ImageHash;
import org.hashmatch.hash.decode.JavaDecoder;
import org.hashmatch.hash.view.InProcessHasher;
import org.hashmatch.hash.view.PictureHasher;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FlightRecorderTest {

  private static final BufferedImage KNOWN = Pictures.blocks(1, 320, 240);

  @TempDir private Path folder;
  private Path file;
  private Path recorded;

  @BeforeEach
  void name() {
    file = folder.resolve("b.bank");
    recorded = folder.resolve("events.jfr");
  }

  /** Something that makes events. */
  private interface Work {
    void run() throws Exception;
  }

  private List<RecordedEvent> events(String name, Work work) throws Exception {
    try (Recording recording = new Recording()) {
      recording.enable(name);
      recording.start();
      work.run();
      recording.stop();
      recording.dump(recorded);
    }
    return RecordingFile.readAllEvents(recorded).stream()
        .filter(event -> event.getEventType().getName().equals(name))
        .toList();
  }

  @Test
  void screen_uploads_areEventsWithoutAnythingOfThePicture() throws Exception {
    PictureHasher hasher = InProcessHasher.pdq(new JavaDecoder());
    byte[] upload = Pictures.file(KNOWN, "png");
    ImageHash hash = hasher.hash(upload).stored().trusted().original();
    List<RecordedEvent> events;
    try (Bank bank = SqliteBankFile.create(file, BankSettings.pdq("ncii"))) {
      bank.add(Pictures.entry("case-7", hash));
      Screener screener = new Screener(hasher, List.of(bank));
      events =
          events(
              "org.hashmatch.Screening",
              () -> {
                screener.screen(new Upload("upload-7", upload));
                screener.screen(new Upload("upload-8", new byte[5]));
              });
    }

    assertThat(events).hasSize(2);
    RecordedEvent blocked = events.get(0);
    assertThat(blocked.getString("decision")).isEqualTo("BLOCK");
    assertThat(blocked.getString("bank")).isEqualTo("ncii");
    assertThat(blocked.getString("reason")).isEmpty();
    assertThat(blocked.getLong("bytes")).isEqualTo(upload.length);
    assertThat(blocked.getDuration()).isPositive();
    assertThat(events.get(1).getString("decision")).isEqualTo("UNSCREENABLE");
    assertThat(events.get(1).getString("reason")).isEqualTo("NOT_AN_IMAGE");
    assertThat(blocked.getFields())
        .extracting(ValueDescriptor::getName)
        .containsExactlyInAnyOrder(
            "startTime",
            "duration",
            "eventThread",
            "stackTrace",
            "decision",
            "bank",
            "reason",
            "bytes");
    assertThat(new String(Files.readAllBytes(recorded), StandardCharsets.ISO_8859_1))
        .doesNotContain(hash.toHex())
        .doesNotContain("upload-7")
        .doesNotContain("case-7");
  }

  @Test
  void open_bank_isAnEventThatSaysHowMuchAndFromWhere() throws Exception {
    Random random = new Random(3);
    try (Bank bank = SqliteBankFile.create(file, BankSettings.pdq("large"))) {
      List<BankEntry> entries =
          random
              .longs(IndexCache.LEAST_CHANGES)
              .mapToObj(n -> Pictures.entry("e" + n, Pictures.randomHash(random)))
              .toList();
      bank.addAll(entries);
    }
    SqliteBankFile.open(file).close();

    List<RecordedEvent> cached =
        events("org.hashmatch.BankOpening", () -> SqliteBankFile.open(file).close());
    deleteFolder(folder.resolve("b.bank.index"));
    List<RecordedEvent> read =
        events("org.hashmatch.BankOpening", () -> SqliteBankFile.open(file).close());

    assertThat(cached).hasSize(1);
    assertThat(cached.get(0).getBoolean("fromCache")).isTrue();
    assertThat(cached.get(0).getLong("entries")).isEqualTo(IndexCache.LEAST_CHANGES);
    assertThat(cached.get(0).getString("bank")).isEqualTo("large");
    assertThat(read).hasSize(1);
    assertThat(read.get(0).getBoolean("fromCache")).isFalse();
    assertThat(read.get(0).getDuration()).isPositive();
  }

  private static void deleteFolder(Path folder) throws IOException {
    try (var files = Files.list(folder)) {
      for (Path each : files.toList()) {
        Files.delete(each);
      }
    }
    Files.delete(folder);
  }

  @Test
  void catchUp_changesElsewhere_isAnEventThatSaysHowMany() throws Exception {
    Random random = new Random(4);
    try (Bank bank = SqliteBankFile.create(file, BankSettings.pdq("followed"));
        Bank other = SqliteBankFile.open(file)) {
      List<RecordedEvent> events =
          events(
              "org.hashmatch.BankCatchUp",
              () -> {
                other.addAll(
                    List.of(
                        Pictures.entry("a", Pictures.randomHash(random)),
                        Pictures.entry("b", Pictures.randomHash(random))));
                bank.catchUp();
                bank.catchUp();
              });

      assertThat(events).hasSize(1);
      assertThat(events.get(0).getLong("changes")).isEqualTo(2);
      assertThat(events.get(0).getString("bank")).isEqualTo("followed");
      assertThat(events.get(0).getLong("sequence")).isEqualTo(2);
    }
  }
}
