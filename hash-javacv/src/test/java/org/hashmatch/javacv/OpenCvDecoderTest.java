package org.hashmatch.javacv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.hashmatch.hash.Dihedral;
import org.hashmatch.hash.HashAlgorithm;
import org.hashmatch.hash.ImageHash;
import org.hashmatch.hash.ImageHashes;
import org.hashmatch.hash.Quality;
import org.hashmatch.hash.UnscreenableException;
import org.hashmatch.hash.UnscreenableReason;
import org.hashmatch.hash.algorithm.PdqHasher;
import org.hashmatch.hash.decode.EncodedImage;
import org.hashmatch.hash.decode.GuardLimits;
import org.hashmatch.hash.decode.ImageFormat;
import org.hashmatch.hash.decode.ImageGuard;
import org.hashmatch.hash.decode.JavaDecoder;
import org.hashmatch.hash.decode.Orientation;
import org.hashmatch.hash.image.PixelImage;
import org.hashmatch.testdata.ReferenceHashes;
import org.hashmatch.testdata.TestImage;
import org.hashmatch.testdata.TestImages;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class OpenCvDecoderTest {

  private final ImageGuard guard = ImageGuard.withDefaults();
  private final OpenCvDecoder decoder = OpenCvDecoder.load();

  static Stream<TestImage> soundPictures() {
    return TestImages.all().stream().filter(image -> image.kind() != TestImage.Kind.BROKEN);
  }

  static Stream<TestImage> picturesJavaReads() {
    return soundPictures().filter(image -> !image.file().endsWith(".webp"));
  }

  @ParameterizedTest
  @MethodSource("soundPictures")
  void decode_anyFormat_givesTheReferenceHash(TestImage image) throws Exception {
    ImageHashes hashes =
        PdqHasher.full().hash(decoder.decode(guard.admit(image.bytes()))).untrusted();

    assertThat(hashes.original()).isEqualTo(reference(image));
    assertThat(hashes.quality()).isEqualTo(Quality.FULL);
  }

  /** The promise is two bits; on these pictures the decoders agree to the bit. */
  @ParameterizedTest
  @MethodSource("picturesJavaReads")
  void decode_byTheJavaDecoder_isWithinTwoBits(TestImage image) throws Exception {
    PixelImage pixels = new JavaDecoder().decode(guard.admit(image.bytes()));

    assertThat(PdqHasher.full().hash(pixels).untrusted().original().distance(reference(image)))
        .isLessThanOrEqualTo(2);
  }

  @Test
  void decode_pictureWithOrientation_keepsThePixelsAsStored() throws Exception {
    TestImage image = TestImages.of("uploads/rotated/exif-6.jpg");
    EncodedImage encoded = guard.admit(image.bytes());
    PixelImage pixels = decoder.decode(encoded);

    assertThat(encoded.orientation()).isEqualTo(Orientation.TURN_CLOCKWISE);
    assertThat(List.of(pixels.width(), pixels.height()))
        .containsExactly(image.width(), image.height());
    Dihedral upright = encoded.orientation().upright();
    ImageHash known = reference(TestImages.of("known/still-life-01.jpg"));
    assertThat(PdqHasher.full().hash(pixels).untrusted().of(upright).distance(known))
        .isLessThanOrEqualTo(10);
  }

  @ParameterizedTest
  @ValueSource(strings = {"uploads/broken/cut.jpg", "uploads/broken/cut.png"})
  void decode_cutFile_isDamaged(String file) throws Exception {
    EncodedImage encoded = guard.admit(TestImages.of(file).bytes());

    assertThatThrownBy(() -> decoder.decode(encoded))
        .isInstanceOf(UnscreenableException.class)
        .hasMessageMatching("DAMAGED: (JPEG|PNG) cannot be decoded");
  }

  /** OpenCV has a limit of its own, 2^30 pixels, and throws where it otherwise returns nothing. */
  @Test
  void decode_beyondOpenCvsOwnLimit_isDamaged() throws Exception {
    ImageGuard open = new ImageGuard(new GuardLimits(1 << 20, Integer.MAX_VALUE, Long.MAX_VALUE));
    ByteBuffer bmp = ByteBuffer.allocate(1024).order(ByteOrder.LITTLE_ENDIAN);
    bmp.put((byte) 'B').put((byte) 'M').putInt(1024).putInt(0).putInt(54).putInt(40);
    bmp.putInt(60_000).putInt(60_000).putShort((short) 1).putShort((short) 24);
    EncodedImage encoded = open.admit(bmp.array());

    assertThatThrownBy(() -> decoder.decode(encoded))
        .isInstanceOf(UnscreenableException.class)
        .hasMessage("DAMAGED: BMP cannot be decoded (RuntimeException)");
  }

  @Test
  void decode_randomDamage_isAnAnswer() throws Exception {
    Random random = new Random(11);
    for (TestImage image :
        List.of(TestImages.of("known/wall-02.png"), TestImages.of("known/beach-02.webp"))) {
      for (int i = 0; i < 100; i++) {
        byte[] damaged = image.bytes().clone();
        for (int flip = 0; flip < 5; flip++) {
          damaged[random.nextInt(damaged.length)] = (byte) random.nextInt();
        }
        assertThat(isAnswered(damaged)).isTrue();
      }
    }
  }

  private boolean isAnswered(byte[] file) {
    try {
      return decoder.decode(guard.admit(file)).width() > 0;
    } catch (UnscreenableException e) {
      return e.reason() != UnscreenableReason.FEATURELESS;
    }
  }

  @Test
  void decode_manyPictures_freesNativeMemory() throws Exception {
    EncodedImage encoded = guard.admit(TestImages.of("known/beach-01.jpg").bytes());
    for (int i = 0; i < 20; i++) {
      decoder.decode(encoded);
    }
    long before = org.bytedeco.javacpp.Pointer.totalBytes();
    for (int i = 0; i < 200; i++) {
      decoder.decode(encoded);
    }

    assertThat(org.bytedeco.javacpp.Pointer.totalBytes() - before).isLessThan(1 << 20);
  }

  @Test
  void name_isWhatDecisionsSay() throws Exception {
    assertThat(decoder.name()).isEqualTo("opencv");
    assertThat(guard.admit(TestImages.known().get(0).bytes()).format()).isEqualTo(ImageFormat.JPEG);
  }

  @Test
  void nativeLibraryException_saysWhatCanBeDone() {
    NativeLibraryException e =
        new NativeLibraryException(
            new UnsatisfiedLinkError("no jniopenblas\nin java.library.path"));

    assertThat(e)
        .hasMessageContaining(System.getProperty("os.arch"))
        .hasMessageContaining("(no jniopenblas)")
        .hasMessageContaining("classifier")
        .hasMessageContaining("cachedir")
        .hasMessageContaining("Java decoder");
    assertThat(Arrays.stream(String.valueOf(e.getMessage()).split("\n", -1))).hasSize(1);
  }

  private static ImageHash reference(TestImage image) {
    return ImageHash.parse(HashAlgorithm.PDQ, ReferenceHashes.of(image));
  }
}
