package org.hashmatch.hash.decode;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Optional;
import org.hashmatch.hash.UnscreenableException;
import org.hashmatch.hash.UnscreenableReason;

/** What the guard must answer to any bytes at all; anything else that it throws goes through. */
final class GuardAnswer {

  private static final ImageGuard GUARD = ImageGuard.withDefaults();

  /** Pixels: a fuzzer is to try many files, not to fill large ones. */
  private static final long SMALL_CANVAS = 4096;

  private static final long MOST_FRAME_PIXELS = 100_000;

  private GuardAnswer() {}

  /** Has a file admitted or refused, and checks the answer. */
  static Optional<EncodedImage> check(byte[] file) {
    byte[] before = file.clone();
    try {
      EncodedImage image = GUARD.admit(file);
      checkAdmitted(image, file);
      return Optional.of(image);
    } catch (UnscreenableException e) {
      checkRefused(e, file);
      return Optional.empty();
    } finally {
      assertThat(Arrays.equals(file, before)).as("bytes unchanged").isTrue();
    }
  }

  private static void checkAdmitted(EncodedImage image, byte[] file) throws UnscreenableException {
    GuardLimits limits = GUARD.limits();
    assertThat(image.width()).isBetween(1, limits.maxSide());
    assertThat(image.height()).isBetween(1, limits.maxSide());
    assertThat((long) image.width() * image.height()).isLessThanOrEqualTo(limits.maxPixels());
    assertThat(image.frames()).isPositive();
    assertThat(image.bytes()).isSameAs(file);
    assertThat(image.stillBytes().length).isLessThanOrEqualTo(file.length);
    if (image.format() == ImageFormat.JPEG) {
      // What the decoder reads of the header itself.
      assertThat(JpegHeader.inks(file)).isEqualTo(JpegHeader.inks(file));
    }
    checkSame(GUARD.admit(file), image);
    checkStill(image);
    checkParts(image);
  }

  /** What is taken apart before a decoder sees it: frames, tiles. */
  private static void checkParts(EncodedImage image) {
    try {
      switch (image.format()) {
        case AVIF, HEIC -> assertThat(HeifPicture.of(image)).isNotNull();
        case GIF, PNG, WEBP -> checkFrames(image);
        default -> {}
      }
    } catch (UnscreenableException e) {
      assertThat(e.detail()).isNotBlank();
    }
  }

  private static void checkFrames(EncodedImage image) throws UnscreenableException {
    if ((long) image.width() * image.height() <= SMALL_CANVAS) {
      Animation.decode(
          image,
          new NoDecoder(),
          GUARD.limits().withMaxFramePixels(MOST_FRAME_PIXELS),
          (frame, canvas) -> {
            assertThat(frame).isBetween(1, image.frames() - 1);
            assertThat(canvas.width()).isEqualTo(image.width());
            assertThat(canvas.height()).isEqualTo(image.height());
          });
    }
  }

  /** Frames of PNG and WebP are cut out and refused: no decoder is to be fuzzed here. */
  private static final class NoDecoder implements ImageDecoder {

    @Override
    public String name() {
      return "none";
    }

    @Override
    public DecodedImage decode(EncodedImage image) throws UnscreenableException {
      throw new UnscreenableException(UnscreenableReason.UNSUPPORTED_FORMAT, "not decoded");
    }
  }

  private static void checkSame(EncodedImage again, EncodedImage image) {
    checkSamePicture(again, image);
    assertThat(again.orientation()).isEqualTo(image.orientation());
    assertThat(again.isTransparent()).isEqualTo(image.isTransparent());
    assertThat(again.frames()).isEqualTo(image.frames());
    assertThat(Arrays.equals(again.stillBytes(), image.stillBytes())).isTrue();
  }

  /** The file for the decoder is a picture like the whole one, and has nothing more to lose. */
  private static void checkStill(EncodedImage image) throws UnscreenableException {
    EncodedImage still = GUARD.admit(image.stillBytes());
    checkSamePicture(still, image);
    assertThat(still.isTransparent()).isEqualTo(image.isTransparent());
    assertThat(still.stillBytes()).isSameAs(image.stillBytes());
  }

  private static void checkSamePicture(EncodedImage other, EncodedImage image) {
    assertThat(other.format()).isEqualTo(image.format());
    assertThat(other.width()).isEqualTo(image.width());
    assertThat(other.height()).isEqualTo(image.height());
  }

  private static void checkRefused(UnscreenableException refusal, byte[] file) {
    String detail = refusal.detail();
    assertThat(detail.isBlank()).as("no detail").isFalse();
    assertThat(detail.chars().noneMatch(Character::isISOControl)).as(detail).isTrue();
    UnscreenableException again = refusal(file);
    assertThat(again.detail()).isEqualTo(detail);
    UnscreenableReason reason = refusal.reason();
    assertThat(again.reason()).isEqualTo(reason);
  }

  private static UnscreenableException refusal(byte[] file) {
    try {
      GUARD.admit(file);
    } catch (UnscreenableException e) {
      return e;
    }
    throw new AssertionError("refused, then admitted");
  }
}
