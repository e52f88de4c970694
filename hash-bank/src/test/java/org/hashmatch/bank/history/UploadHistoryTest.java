package org.hashmatch.bank.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.hashmatch.bank.Bank;
import org.hashmatch.bank.BankEntry;
import org.hashmatch.bank.BankPolicy;
import org.hashmatch.bank.BankSettings;
import org.hashmatch.bank.Decision;
import org.hashmatch.bank.Findings;
import org.hashmatch.bank.HashMatcher;
import org.hashmatch.bank.Pictures;
import org.hashmatch.bank.Screener;
import org.hashmatch.bank.Screening;
import org.hashmatch.bank.Upload;
import org.hashmatch.bank.store.SqliteBankFile;
import org.hashmatch.hash.Dihedral;
import org.hashmatch.hash.HashAlgorithm;
import org.hashmatch.hash.HashedImage;
import org.hashmatch.hash.ImageHash;
import org.hashmatch.hash.ImageHashes;
import org.hashmatch.hash.Quality;
import org.hashmatch.hash.decode.Completeness;
import org.hashmatch.hash.decode.JavaDecoder;
import org.hashmatch.hash.view.HashedPicture;
import org.hashmatch.hash.view.HashedView;
import org.hashmatch.hash.view.InProcessHasher;
import org.hashmatch.hash.view.PictureHasher;
import org.hashmatch.hash.view.View;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UploadHistoryTest {

  private static final Duration NEVER = Duration.ofDays(1);
  private static final BufferedImage PICTURE = Pictures.blocks(1, 320, 240);
  private static final PictureHasher HASHER = InProcessHasher.pdq(new JavaDecoder());

  @TempDir private Path folder;
  private Path file;

  @BeforeEach
  void name() {
    file = folder.resolve("history.bank");
  }

  private Bank create() throws IOException {
    return SqliteBankFile.create(file, BankSettings.pdq("history"));
  }

  private static ImageHashes eightHashes(BufferedImage image) throws Exception {
    return HASHER.hashToMatch(Pictures.file(image, "png")).stored().trusted();
  }

  /** A picture whose eight hashes are alike, which is enough for those that are not turned. */
  private static Screening upload(String id, ImageHash hash, Instant at) {
    return upload(id, hash, Quality.FULL, at);
  }

  private static Screening upload(String id, ImageHash hash, Quality quality, Instant at) {
    HashedImage image =
        new HashedImage(100, 100, 1, new ImageHashes(quality, Collections.nCopies(8, hash)));
    return new Screening(
        id,
        1,
        at,
        Duration.ZERO,
        new Decision.Clear(Findings.NONE, quality, Completeness.COMPLETE),
        List.of(
            new HashedPicture(List.of(new HashedView(View.STORED, image)), Completeness.COMPLETE)));
  }

  private static List<PastUpload> lookBack(UploadHistory history, ImageHash hash)
      throws IOException {
    return history.lookBack(Pictures.entry("known", hash), BankPolicy.DEFAULT);
  }

  @Test
  void lookBack_pictureThatBecameKnown_findsTurnedAndRecompressedCopies() throws Exception {
    try (Bank bank = SqliteBankFile.create(folder.resolve("known"), BankSettings.pdq("known"));
        UploadHistory history = UploadHistory.atOnce(create())) {
      Screener screener =
          new Screener(List.of(HASHER), new HashMatcher(List.of(bank)), List.of(history));
      screener.screen(new Upload("other", Pictures.file(Pictures.blocks(2, 320, 240), "png")));
      screener.screen(new Upload("mirrored", Pictures.file(Pictures.mirrored(PICTURE), "jpeg")));
      screener.screen(new Upload("as it is", Pictures.file(PICTURE, "png")));
      screener.screen(new Upload("turned", Pictures.file(turned(PICTURE), "png")));
      screener.screen(new Upload("no picture", new byte[9]));

      List<PastUpload> found = history.lookBack(eightHashes(PICTURE), 31);

      assertThat(found)
          .extracting(PastUpload::uploadId)
          .containsExactlyInAnyOrder("as it is", "turned", "mirrored");
      assertThat(found.get(0).distance()).isZero();
      assertThat(of(found, "as it is").dihedral()).isEqualTo(Dihedral.ORIGINAL);
      assertThat(of(found, "mirrored").dihedral()).isEqualTo(Dihedral.FLIPY);
      assertThat(of(found, "turned").dihedral()).isEqualTo(Dihedral.ROTATE180);

      bank.add(Pictures.entry("case-7", eightHashes(PICTURE).original()));
      screener.screen(new Upload("blocked", Pictures.file(PICTURE, "png")));
      assertThat(history.lookBack(eightHashes(PICTURE), 31)).hasSize(3);
      assertThat(history.lookBack(bank.find("case-7").orElseThrow(), BankPolicy.DEFAULT))
          .extracting(PastUpload::uploadId)
          .containsExactly("as it is");
    }
  }

  private static BufferedImage turned(BufferedImage image) {
    BufferedImage turned = new BufferedImage(image.getWidth(), image.getHeight(), image.getType());
    for (int y = 0; y < image.getHeight(); y++) {
      for (int x = 0; x < image.getWidth(); x++) {
        turned.setRGB(image.getWidth() - 1 - x, image.getHeight() - 1 - y, image.getRGB(x, y));
      }
    }
    return turned;
  }

  private static PastUpload of(List<PastUpload> found, String id) {
    return found.stream().filter(upload -> upload.uploadId().equals(id)).findFirst().orElseThrow();
  }

  @Test
  void lookBack_severalUploads_namesTheNearestFirstWithinTheRadius() throws Exception {
    ImageHash known = Pictures.randomHash(new Random(1));
    Instant at = Instant.parse("2026-11-01T12:00:00.123Z");
    try (UploadHistory history = UploadHistory.inBatches(create(), NEVER)) {
      history.screened(upload("at 31", Pictures.flipped(known, 31), at));
      history.screened(upload("at 32", Pictures.flipped(known, 32), at));
      history.screened(upload("at 3", Pictures.flipped(known, 3), at));

      assertThat(lookBack(history, known))
          .containsExactly(
              new PastUpload("at 3", at, HashAlgorithm.PDQ, 3, Dihedral.ORIGINAL),
              new PastUpload("at 31", at, HashAlgorithm.PDQ, 31, Dihedral.ORIGINAL));
      assertThatThrownBy(
              () ->
                  history.lookBack(
                      new ImageHashes(
                          Quality.FULL,
                          Collections.nCopies(8, ImageHash.of(HashAlgorithm.PHASH_64, 5))),
                      1))
          .isInstanceOf(IllegalArgumentException.class);
    }
  }

  @Test
  void screened_idUsedAgain_meansTheLaterUpload() throws Exception {
    Random random = new Random(2);
    ImageHash first = Pictures.randomHash(random);
    ImageHash second = Pictures.randomHash(random);
    try (UploadHistory history = UploadHistory.inBatches(create(), NEVER)) {
      for (boolean isFlushed : new boolean[] {false, true}) {
        history.screened(upload("same", first, Instant.now()));
        if (isFlushed) {
          history.flush();
        }
        history.screened(upload("same", second, Instant.now()));
        assertThat(lookBack(history, first)).isEmpty();
        assertThat(lookBack(history, second)).hasSize(1);
      }
      history.screened(upload("same", first, new Quality(49), Instant.now()));
      assertThat(lookBack(history, second)).isEmpty();
      assertThat(lookBack(history, first)).as("below the quality floor").isEmpty();
      assertThat(history.size()).isZero();
    }
  }

  @Test
  void screened_withoutIdOrWithOtherHashes_isAnError() throws Exception {
    try (UploadHistory history = UploadHistory.atOnce(create())) {
      assertThatThrownBy(
              () -> history.screened(upload("", Pictures.randomHash(new Random(3)), Instant.now())))
          .isInstanceOf(IOException.class)
          .hasMessage("an upload without an id cannot be kept for looking back");
      assertThatThrownBy(
              () ->
                  history.screened(
                      upload("u", ImageHash.of(HashAlgorithm.PHASH_64, 5), Instant.now())))
          .isInstanceOf(IOException.class)
          .hasMessage("history history keeps [pdq/1/256] hashes (got [phash/1/64])");
    }
  }

  @Test
  void forget_upload_isGoneFromSearchAndFile() throws Exception {
    Random random = new Random(4);
    ImageHash written = Pictures.randomHash(random);
    ImageHash waiting = Pictures.randomHash(random);
    try (UploadHistory history = UploadHistory.inBatches(create(), NEVER)) {
      history.screened(upload("written", written, Instant.now()));
      history.flush();
      history.screened(upload("waiting", waiting, Instant.now()));
      assertThat(bytes()).contains(bytes(written));

      assertThat(history.forget("written")).isTrue();
      assertThat(history.forget("waiting")).isTrue();
      assertThat(history.forget("never")).isFalse();

      assertThat(lookBack(history, written)).isEmpty();
      assertThat(lookBack(history, waiting)).isEmpty();
      history.purge();
      assertThat(bytes()).doesNotContain(bytes(written)).doesNotContain(bytes(waiting));
    }
  }

  private String bytes() throws IOException {
    StringBuilder all = new StringBuilder();
    try (var files = Files.list(folder)) {
      for (Path each : files.toList()) {
        all.append(new String(Files.readAllBytes(each), StandardCharsets.ISO_8859_1));
      }
    }
    return all.toString();
  }

  private static String bytes(ImageHash hash) {
    StringBuilder bytes = new StringBuilder();
    String hex = hash.toHex();
    for (int i = 0; i < hex.length(); i += 2) {
      bytes.append((char) Integer.parseInt(hex.substring(i, i + 2), 16));
    }
    return bytes.toString();
  }

  @Test
  void expire_uploadsWhoseTimeIsOver_areRemovedAndNotFoundEvenBefore() throws Exception {
    BankPolicy policy = BankPolicy.builder().timeToLive(Duration.ofDays(90)).build();
    ImageHash hash = Pictures.randomHash(new Random(5));
    Bank bank = SqliteBankFile.create(file, new BankSettings("history", policy));
    try (UploadHistory history = UploadHistory.inBatches(bank, NEVER)) {
      history.screened(upload("old", hash, Instant.now().minus(Duration.ofDays(91))));
      history.screened(upload("new", hash, Instant.now().minus(Duration.ofDays(89))));

      assertThat(lookBack(history, hash)).extracting(PastUpload::uploadId).containsExactly("new");
      assertThat(history.size()).isEqualTo(2);
      assertThat(history.expire()).isEqualTo(1);
      assertThat(history.size()).isEqualTo(1);
      assertThat(history.expire()).isZero();
    }
  }

  @Test
  void screened_atOnce_isOnDiskBeforeItReturns() throws Exception {
    ImageHash hash = Pictures.randomHash(new Random(6));
    try (UploadHistory history = UploadHistory.atOnce(create());
        Bank other = SqliteBankFile.open(file)) {
      history.screened(upload("u", hash, Instant.now()));
      other.catchUp();
      assertThat(other.neighbours(hash)).extracting(n -> n.entry().id()).containsExactly("u");
      assertThat(history.size()).isEqualTo(1);
    }
  }

  @Test
  void lookBack_uploadKeptByAnotherMachine_isFound() throws Exception {
    ImageHash hash = Pictures.randomHash(new Random(7));
    try (UploadHistory here = UploadHistory.atOnce(create());
        UploadHistory there = UploadHistory.atOnce(SqliteBankFile.open(file))) {
      there.screened(upload("u", hash, Instant.now()));
      assertThat(lookBack(here, hash)).hasSize(1);
    }
  }

  @Test
  void inBatches_manyThreads_keepsAllAfterClosing() throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(4);
    try (UploadHistory history = UploadHistory.inBatches(create(), Duration.ofMillis(5))) {
      List<Future<?>> all = new ArrayList<>();
      for (int thread = 0; thread < 4; thread++) {
        String name = "t" + thread + "-";
        Random random = new Random(thread);
        all.add(
            threads.submit(
                () -> {
                  for (int i = 0; i < 200; i++) {
                    history.screened(upload(name + i, Pictures.randomHash(random), Instant.now()));
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
    try (Bank bank = SqliteBankFile.open(file)) {
      List<BankEntry> entries = new ArrayList<>();
      bank.forEach(entries::add);
      assertThat(entries).hasSize(800);
      assertThat(entries.get(0).hashes()).hasSize(1);
      assertThat(entries.get(0).labels()).isEmpty();
      assertThat(entries.get(0).digests()).isEmpty();
    }
  }

  @Test
  void inBatches_storeThatCannotBeWritten_refusesOnceTooManyWait() throws Exception {
    Random random = new Random(8);
    Bank bank = create();
    UploadHistory history = UploadHistory.inBatches(bank, NEVER);
    bank.close();
    for (int i = 0; i < Recorder.MOST_WAITING; i++) {
      history.screened(upload("u" + i, Pictures.randomHash(random), Instant.now()));
    }
    assertThatThrownBy(
            () -> history.screened(upload("more", Pictures.randomHash(random), Instant.now())))
        .isInstanceOf(IOException.class);
    assertThatThrownBy(history::close).isInstanceOf(IOException.class);
    assertThatThrownBy(() -> UploadHistory.inBatches(bank, Duration.ZERO))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("time must be PT0.001S or more (got PT0S)");
  }
}
