package org.hashmatch.bank;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.hashmatch.bank.store.SqliteBankFile;
import org.hashmatch.hash.Dihedral;
import org.hashmatch.hash.HashAlgorithm;
import org.hashmatch.hash.ImageHash;
import org.hashmatch.hash.ImageHashes;
import org.hashmatch.hash.Quality;
import org.hashmatch.hash.UnscreenableReason;
import org.hashmatch.hash.algorithm.PHasher;
import org.hashmatch.hash.algorithm.PdqHasher;
import org.hashmatch.hash.decode.Completeness;
import org.hashmatch.hash.decode.GuardLimits;
import org.hashmatch.hash.decode.ImageGuard;
import org.hashmatch.hash.decode.JavaDecoder;
import org.hashmatch.hash.view.InProcessHasher;
import org.hashmatch.hash.view.PictureHasher;
import org.hashmatch.hash.view.View;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScreenerTest {

  private static final BufferedImage KNOWN = Pictures.blocks(1, 640, 480);

  @TempDir private Path folder;
  private final PictureHasher hasher = InProcessHasher.pdq(new JavaDecoder());
  private Bank blocking;
  private Bank reviewing;

  @BeforeEach
  void openBanks() throws IOException {
    blocking = SqliteBankFile.create(folder.resolve("blocking.bank"), BankSettings.pdq("blocking"));
    BankPolicy review =
        BankPolicy.builder().qualityFloor(new Quality(20)).action(MatchAction.REVIEW).build();
    reviewing =
        SqliteBankFile.create(
            folder.resolve("reviewing.bank"), new BankSettings("reviewing", review));
  }

  @AfterEach
  void closeBanks() throws IOException {
    blocking.close();
    reviewing.close();
  }

  @Test
  void screen_exactCopy_isBlockedAndNamesEverything() throws Exception {
    enrol(blocking, "case-7/1", KNOWN);

    Decision decision = screener().screen(Pictures.file(KNOWN, "png"));

    assertThat(decision).isInstanceOf(Decision.Blocked.class);
    assertThat(decision.word()).isEqualTo("BLOCK");
    BankMatch best = decision.best().orElseThrow();
    assertThat(best.bank().name()).isEqualTo("blocking");
    assertThat(best.entry().id()).isEqualTo("case-7/1");
    assertThat(perceptual(best).distance()).isZero();
    assertThat(perceptual(best).dihedral()).isEqualTo(Dihedral.ORIGINAL);
    assertThat(perceptual(best).quality()).isEqualTo(Quality.FULL);
  }

  @Test
  void screen_recompressedAndMirroredCopy_isBlockedAsMirrored() throws Exception {
    enrol(blocking, "known", KNOWN);

    Decision decision = screener().screen(Pictures.file(Pictures.mirrored(KNOWN), "jpeg"));

    assertThat(decision.word()).isEqualTo("BLOCK");
    assertThat(perceptual(decision.best().orElseThrow()).dihedral()).isEqualTo(Dihedral.FLIPY);
    assertThat(perceptual(decision.best().orElseThrow()).distance()).isLessThanOrEqualTo(31);
  }

  @Test
  void screen_otherPicture_isClear() throws Exception {
    enrol(blocking, "known", KNOWN);

    Decision decision = screener().screen(Pictures.file(Pictures.blocks(2, 640, 480), "jpeg"));

    assertThat(decision)
        .isEqualTo(new Decision.Clear(Findings.NONE, Quality.FULL, Completeness.COMPLETE));
    assertThat(decision.word()).isEqualTo("CLEAR");
    assertThat(decision.best()).isEmpty();
  }

  @Test
  void screen_pictureInBothBanks_blockingDecides() throws Exception {
    enrol(reviewing, "near", KNOWN);
    blocking.add(Pictures.entry("far", Pictures.flipped(hash(KNOWN), 30)));

    Decision decision = screener().screen(Pictures.file(KNOWN, "png"));

    assertThat(decision.word()).isEqualTo("BLOCK");
    assertThat(decision.matches())
        .extracting(match -> match.entry().id())
        .containsExactly("far", "near");
  }

  @Test
  void screen_pictureInReviewingBank_isForReview() throws Exception {
    enrol(reviewing, "known", KNOWN);

    assertThat(screener().screen(Pictures.file(KNOWN, "png")))
        .isInstanceOf(Decision.ForReview.class);
  }

  @Test
  void match_atTheRadius_isAMatchAndBeyondIsNot() throws Exception {
    ImageHash known = Pictures.randomHash(new Random(5));
    blocking.add(Pictures.entry("known", known));

    assertThat(matcher().match(Pictures.flipped(known, 31), Quality.FULL).word())
        .isEqualTo("BLOCK");
    assertThat(matcher().match(Pictures.flipped(known, 32), Quality.FULL).word())
        .isEqualTo("CLEAR");
  }

  @Test
  void match_removedEntry_isClearAtOnce() throws Exception {
    ImageHash known = Pictures.randomHash(new Random(6));
    blocking.add(Pictures.entry("known", known));
    HashMatcher matcher = matcher();

    assertThat(matcher.match(known, Quality.FULL).word()).isEqualTo("BLOCK");
    assertThat(blocking.remove("known")).isTrue();
    assertThat(matcher.match(known, Quality.FULL).word()).isEqualTo("CLEAR");
  }

  @Test
  void match_entryNearSeveralRenditions_isReportedOnceAtItsNearest() throws Exception {
    ImageHash known = Pictures.randomHash(new Random(7));
    blocking.add(Pictures.entry("known", known));
    ImageHash far = Pictures.flipped(known, 20);
    ImageHash near = Pictures.flipped(known, 4);

    Decision decision =
        matcher()
            .match(
                new ImageHashes(Quality.FULL, List.of(far, far, near, far, near, far, far, far)));

    assertThat(decision.matches()).hasSize(1);
    assertThat(perceptual(decision.best().orElseThrow()).distance()).isEqualTo(4);
    assertThat(perceptual(decision.best().orElseThrow()).dihedral()).isEqualTo(Dihedral.ROTATE180);
  }

  @Test
  void match_qualityBelowOneBanksFloor_isFeaturelessUnlessTheOtherKnowsIt() throws Exception {
    ImageHash known = Pictures.randomHash(new Random(8));
    Quality low = new Quality(30);

    assertThat(matcher().match(known, low))
        .isEqualTo(
            new Decision.Unscreenable(UnscreenableReason.FEATURELESS, "quality 30 (floor 50)"));
    reviewing.add(Pictures.entry("known", known));
    assertThat(matcher().match(known, low).word()).isEqualTo("REVIEW");
  }

  @Test
  void screen_whatCannotBeLookedAt_isNeverClear() throws Exception {
    byte[] sound = Pictures.file(KNOWN, "jpeg");
    assertUnscreenable(new byte[0], UnscreenableReason.NOT_AN_IMAGE);
    assertUnscreenable("text".getBytes(StandardCharsets.UTF_8), UnscreenableReason.NOT_AN_IMAGE);
    assertUnscreenable(Arrays.copyOf(sound, sound.length / 2), UnscreenableReason.PARTIAL);
    assertUnscreenable(Arrays.copyOf(Pictures.file(KNOWN, "png"), 500), UnscreenableReason.DAMAGED);
    assertUnscreenable(
        Pictures.file(Pictures.blocks(3, 63, 64), "png"), UnscreenableReason.TOO_SMALL);
    assertUnscreenable(
        Pictures.file(new BufferedImage(200, 200, BufferedImage.TYPE_3BYTE_BGR), "png"),
        UnscreenableReason.FEATURELESS);
    assertUnscreenable(
        "\u00ff\n\u0001".getBytes(StandardCharsets.ISO_8859_1),
        UnscreenableReason.UNSUPPORTED_FORMAT);
  }

  @Test
  void screen_jpegWithoutItsEnd_isFoundOrClearAndMarked() throws Exception {
    byte[] sound = Pictures.file(KNOWN, "jpeg");
    byte[] endless = Arrays.copyOf(sound, sound.length - 2);

    assertThat(screener().screen(endless))
        .isEqualTo(new Decision.Clear(Findings.NONE, Quality.FULL, Completeness.REPAIRED));
    enrol(blocking, "known", KNOWN);
    assertThat(screener().screen(endless).word()).isEqualTo("BLOCK");
    byte[] cut = Arrays.copyOf(sound, sound.length * 15 / 16);
    assertThat(screener().screen(cut).word()).isEqualTo("BLOCK");
  }

  @Test
  void screen_pictureHiddenByTransparency_isFoundEitherWay() throws Exception {
    enrol(blocking, "known", KNOWN);
    BufferedImage unseen = Pictures.withAlpha(KNOWN, (x, y) -> 0);
    BufferedImage drawnByAlpha = Pictures.withAlpha(flat(0x202020), Pictures.luminanceOf(KNOWN));

    Decision stored = screener().screen(Pictures.file(unseen, "png"));
    Decision white = screener().screen(Pictures.file(drawnByAlpha, "png"));

    assertThat(stored.word()).isEqualTo("BLOCK");
    assertThat(perceptual(stored.best().orElseThrow()).view()).isEqualTo(View.STORED);
    assertThat(white.word()).isEqualTo("BLOCK");
    assertThat(perceptual(white.best().orElseThrow()).view())
        .isEqualTo(View.STORED.on(View.Background.WHITE));
  }

  private static BufferedImage flat(int rgb) {
    BufferedImage image = new BufferedImage(640, 480, BufferedImage.TYPE_3BYTE_BGR);
    for (int y = 0; y < 480; y++) {
      for (int x = 0; x < 640; x++) {
        image.setRGB(x, y, rgb);
      }
    }
    return image;
  }

  @Test
  void screen_overTheLimits_isTooLarge() throws Exception {
    ImageGuard strict = new ImageGuard(GuardLimits.DEFAULT.withMaxSide(100));
    PictureHasher small = new InProcessHasher(strict, new JavaDecoder(), PdqHasher.full());

    assertThat(new Screener(small, List.of(blocking)).screen(Pictures.file(KNOWN, "png")))
        .isEqualTo(
            new Decision.Unscreenable(
                UnscreenableReason.TOO_LARGE, "640x480 pixels (limit 100 a side)"));
  }

  @Test
  void screener_withoutBank_isRefused() {
    assertThatThrownBy(() -> new Screener(hasher, List.of()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("matching needs at least one bank (got none)");
  }

  @Test
  void screener_ofAnotherAlgorithm_isRefused() {
    PictureHasher nn512 =
        new InProcessHasher(ImageGuard.withDefaults(), new JavaDecoder(), PdqHasher.nn512());

    assertThatThrownBy(() -> new Screener(nn512, List.of(blocking)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "bank blocking looks up [pdq/1/256] hashes, the hasher makes [pdq-nn512/1/256]");
  }

  private void assertUnscreenable(byte[] file, UnscreenableReason reason) throws IOException {
    Decision decision = screener().screen(file);
    assertThat(decision).isInstanceOf(Decision.Unscreenable.class);
    assertThat(decision.word()).isEqualTo("UNSCREENABLE");
    assertThat(((Decision.Unscreenable) decision).reason()).isEqualTo(reason);
  }

  @Test
  void match_hashThatABankDoesNotLookUp_isRefused() throws Exception {
    BankPolicy nn512 = BankPolicy.builder().radius(HashAlgorithm.PDQ_NN512, 31).build();
    try (Bank other =
        SqliteBankFile.create(folder.resolve("nn512.bank"), new BankSettings("nn512", nn512))) {
      HashMatcher matcher = new HashMatcher(List.of(blocking, other));
      assertThatThrownBy(() -> matcher.match(Pictures.randomHash(new Random(1)), Quality.FULL))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessage("bank nn512 looks up [pdq-nn512/1/256] hashes (got [pdq/1/256])");
    }
  }

  private static Evidence.Perceptual perceptual(BankMatch match) {
    return (Evidence.Perceptual) match.evidence();
  }

  @Test
  void screen_sameFileByDigest_isBlockedWithoutBeingDecoded() throws Exception {
    byte[] noPicture = "not a picture".getBytes(StandardCharsets.UTF_8);
    ExactDigest digest = ExactDigest.of(noPicture, List.of(DigestAlgorithm.SHA1)).get(0);
    reviewing.add(BankEntry.builder("file").digest(digest).build());

    Screening screening = screener().screen(new Upload("u1", noPicture));
    assertThat(screening.decision()).isInstanceOf(Decision.ForReview.class);
    assertThat(screening.uploadId()).isEqualTo("u1");
    assertThat(screening.pictures()).isEmpty();
    blocking.add(BankEntry.builder("file").digest(digest).build());
    assertThat(screener().screen(noPicture).best().orElseThrow().evidence())
        .isEqualTo(new Evidence.Exact(DigestAlgorithm.SHA1));
  }

  @Test
  void screen_bySeveralAlgorithms_findsWhatAnyOfThemKnows() throws Exception {
    PictureHasher phash =
        new InProcessHasher(ImageGuard.withDefaults(), new JavaDecoder(), PHasher.bits64());
    BankPolicy both =
        BankPolicy.builder()
            .radius(HashAlgorithm.PDQ, 31)
            .radius(HashAlgorithm.PHASH_64, 6)
            .build();
    byte[] file = Pictures.file(KNOWN, "png");
    try (Bank bank =
        SqliteBankFile.create(folder.resolve("both.bank"), new BankSettings("both", both))) {
      bank.add(BankEntry.builder("a").hash(phash.hash(file).stored().trusted().original()).build());
      HashMatcher matcher = new HashMatcher(List.of(bank));

      assertThat(new Screener(hasher, List.of(bank)).screen(file).word()).isEqualTo("CLEAR");
      Screening screening =
          new Screener(List.of(hasher, phash), matcher, List.of()).screen(new Upload("", file));
      assertThat(screening.decision().word()).isEqualTo("BLOCK");
      assertThat(screening.pictures()).hasSize(2);
    }
  }

  @Test
  void screenAll_severalAtOnce_answersInOrderAndTellsListeners() throws Exception {
    enrol(blocking, "known", KNOWN);
    List<Upload> uploads = new ArrayList<>();
    for (int i = 0; i < 12; i++) {
      byte[] file = Pictures.file(i % 3 == 0 ? KNOWN : Pictures.blocks(50 + i, 100, 100), "png");
      uploads.add(new Upload("upload-" + i, file));
    }
    List<String> told = Collections.synchronizedList(new ArrayList<>());
    Screener screener =
        new Screener(
            List.of(hasher),
            matcher(),
            List.of(each -> told.add(each.uploadId() + " " + each.decision().word())));
    ExecutorService threads = Executors.newFixedThreadPool(3);
    try {
      List<Screening> screenings = screener.screenAll(uploads, threads);
      List<String> expected = new ArrayList<>();
      for (int i = 0; i < 12; i++) {
        expected.add("upload-" + i + " " + (i % 3 == 0 ? "BLOCK" : "CLEAR"));
      }
      assertThat(screenings)
          .extracting(each -> each.uploadId() + " " + each.decision().word())
          .isEqualTo(expected);
      assertThat(told).containsExactlyInAnyOrderElementsOf(expected);
    } finally {
      threads.shutdownNow();
    }
  }

  @Test
  void screen_listenerThatFails_givesNoDecision() throws Exception {
    ScreeningListener full =
        screening -> {
          throw new IOException("the audit file is full");
        };
    Screener screener = new Screener(List.of(hasher), matcher(), List.of(full));
    Upload upload = new Upload("u", Pictures.file(KNOWN, "png"));

    assertThatThrownBy(() -> screener.screen(upload)).hasMessage("the audit file is full");
    assertThatThrownBy(() -> screener.screenAsync(upload, Runnable::run).join())
        .isInstanceOf(CompletionException.class)
        .hasRootCauseMessage("the audit file is full");
    assertThatThrownBy(() -> screener.screenAll(List.of(upload, upload), Runnable::run))
        .isInstanceOf(IOException.class)
        .hasMessage("the audit file is full");
  }

  private HashMatcher matcher() {
    return new HashMatcher(List.of(reviewing, blocking));
  }

  private Screener screener() {
    return new Screener(hasher, List.of(reviewing, blocking));
  }

  private void enrol(Bank bank, String id, BufferedImage image) throws Exception {
    assertThat(bank.add(Pictures.entry(id, hash(image)))).isEqualTo(AddOutcome.ADDED);
  }

  private ImageHash hash(BufferedImage image) throws Exception {
    return hasher.hash(Pictures.file(image, "png")).stored().trusted().original();
  }
}
