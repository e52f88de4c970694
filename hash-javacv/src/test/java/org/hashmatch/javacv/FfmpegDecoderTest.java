package org.hashmatch.javacv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.bytedeco.javacpp.Pointer;
import org.hashmatch.hash.ImageHash;
import org.hashmatch.hash.ImageHashes;
import org.hashmatch.hash.UnscreenableException;
import org.hashmatch.hash.UnscreenableReason;
import org.hashmatch.hash.algorithm.PdqHasher;
import org.hashmatch.hash.decode.DecodedImage;
import org.hashmatch.hash.decode.EncodedImage;
import org.hashmatch.hash.decode.ImageDecoder;
import org.hashmatch.hash.decode.ImageGuard;
import org.hashmatch.hash.decode.JavaDecoder;
import org.hashmatch.hash.decode.Orientation;
import org.hashmatch.hash.image.PixelImage;
import org.hashmatch.testdata.TestImages;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FfmpegDecoderTest {

  private static final String SOURCE = "known/lake-02.jpg";

  private final ImageGuard guard = ImageGuard.withDefaults();
  private final FfmpegDecoder decoder = FfmpegDecoder.load();

  private static byte[] file(String name) throws IOException {
    try (InputStream in = FfmpegDecoderTest.class.getResourceAsStream(name)) {
      return Objects.requireNonNull(in, name).readAllBytes();
    }
  }

  private PixelImage source() throws UnscreenableException {
    return new JavaDecoder().decode(guard.admit(TestImages.of(SOURCE).bytes())).pixels();
  }

  private static ImageHash hash(PixelImage pixels) {
    ImageHashes hashes = PdqHasher.full().hash(pixels).untrusted();
    return hashes.original();
  }

  /** Measured: 2, 0, 0, 4 and 2 bits. */
  @ParameterizedTest
  @ValueSource(
      strings = {"lake.avif", "lake.heic", "lake-turned.heic", "lake-grid.avif", "lake-grid.heic"})
  void decode_anyFile_hashesWithinSixBitsOfItsSource(String name) throws Exception {
    EncodedImage image = guard.admit(file(name));
    try (DecodedImage decoded = decoder.decode(image)) {
      PixelImage pixels = decoded.pixels();

      assertThat(List.of(pixels.width(), pixels.height())).containsExactly(800, 600);
      assertThat(hash(pixels).distance(hash(source()))).isLessThanOrEqualTo(6);
    }
  }

  /** Colours that lay in the wrong order, or in the wrong range, would be tens of levels off. */
  @ParameterizedTest
  @ValueSource(strings = {"lake.avif", "lake.heic", "lake-grid.avif", "lake-grid.heic"})
  void decode_anyFile_hasTheColoursOfItsSource(String name) throws Exception {
    int[] expected = new int[800];
    int[] found = new int[800];
    long difference = 0;
    PixelImage source = source();
    try (DecodedImage decoded = decoder.decode(guard.admit(file(name)))) {
      for (int y = 0; y < 600; y += 20) {
        source.rgbRow(y, expected);
        decoded.pixels().rgbRow(y, found);
        for (int i = 0; i < 3 * 800; i++) {
          int shift = 8 * (i % 3);
          difference += Math.abs((expected[i / 3] >> shift & 255) - (found[i / 3] >> shift & 255));
        }
      }
    }
    assertThat(difference / (3.0 * 800 * 30)).isLessThan(5);
  }

  @Test
  void decode_turnedFile_keepsThePixelsAsStored() throws Exception {
    EncodedImage image = guard.admit(file("lake-turned.heic"));

    assertThat(image.orientation()).isEqualTo(Orientation.TURN_COUNTERCLOCKWISE);
    assertThat(image.width()).isEqualTo(800);
  }

  @ParameterizedTest
  @ValueSource(strings = {"lake.avif", "lake.heic", "lake-grid.avif", "lake-grid.heic"})
  void decode_cutFile_isDamaged(String name) throws Exception {
    byte[] file = file(name);
    for (int length = 100; length < file.length; length += 97) {
      byte[] cut = Arrays.copyOf(file, length);
      UnscreenableException e =
          catchThrowableOfType(
              UnscreenableException.class, () -> decoder.decode(guard.admit(cut)).close());
      assertThat(e.reason()).isEqualTo(UnscreenableReason.DAMAGED);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"lake.avif", "lake.heic", "lake-grid.heic"})
  void decode_randomDamage_isAnAnswer(String name) throws Exception {
    Random random = new Random(13);
    byte[] sound = file(name);
    int answers = 0;
    for (int i = 0; i < 100; i++) {
      byte[] damaged = sound.clone();
      for (int flip = 0; flip < 5; flip++) {
        damaged[random.nextInt(damaged.length)] = (byte) random.nextInt();
      }
      answers += isAnswered(damaged) ? 1 : 0;
    }
    assertThat(answers).isEqualTo(100);
  }

  private boolean isAnswered(byte[] file) {
    try (DecodedImage decoded = decoder.decode(guard.admit(file))) {
      return decoded.pixels().width() > 0;
    } catch (UnscreenableException e) {
      return !e.detail().isEmpty();
    }
  }

  /**
   * The coded picture is 800x600; the header is made to say what is smaller than that, or larger.
   */
  @ParameterizedTest
  @CsvSource({"lake.avif,801", "lake.heic,801", "lake.avif,799", "lake.heic,799"})
  void decode_otherSizeThanTheHeaders_isDamaged(String name, int width) throws Exception {
    byte[] file = file(name);
    for (int at = 4; at < 600; at++) {
      if (file[at - 4] == 'i'
          && file[at - 3] == 's'
          && file[at - 2] == 'p'
          && file[at - 1] == 'e') {
        file[at + 6] = (byte) (width >> 8);
        file[at + 7] = (byte) width;
      }
    }
    assertThatThrownBy(() -> decoder.decode(guard.admit(file)))
        .isInstanceOf(UnscreenableException.class)
        .hasMessageStartingWith("DAMAGED");
  }

  /** A picture that is not freed is 1.4 MB: two hundred of them would be seen. */
  @Test
  void decode_manyPictures_freesNativeMemory() throws Exception {
    EncodedImage avif = guard.admit(file("lake.avif"));
    EncodedImage heic = guard.admit(file("lake-grid.heic"));
    byte[] broken = file("lake.heic");
    Arrays.fill(broken, broken.length / 2, broken.length, (byte) 0xff);
    decodeOften(20, avif, heic, broken);
    long before = Pointer.physicalBytes();
    decodeOften(100, avif, heic, broken);

    assertThat(Pointer.physicalBytes() - before).isLessThan(100 << 20);
  }

  private void decodeOften(int times, EncodedImage avif, EncodedImage heic, byte[] broken)
      throws UnscreenableException {
    for (int i = 0; i < times; i++) {
      decoder.decode(avif).close();
      decoder.decode(heic).close();
      assertThat(isAnswered(broken)).isTrue();
    }
  }

  @Test
  void decode_anotherFormat_isUnsupported() throws Exception {
    EncodedImage jpeg = guard.admit(TestImages.of(SOURCE).bytes());

    assertThatThrownBy(() -> decoder.decode(jpeg))
        .isInstanceOf(UnscreenableException.class)
        .hasMessage("UNSUPPORTED_FORMAT: the FFmpeg decoder does not read JPEG");
  }

  @Test
  void besides_anotherDecoder_takesAvifAndHeicOnly() throws Exception {
    ImageDecoder both = decoder.besides(OpenCvDecoder.load());
    EncodedImage jpeg = guard.admit(TestImages.of(SOURCE).bytes());

    assertThat(both.name()).isEqualTo("opencv+ffmpeg");
    assertThat(both.decode(jpeg, 64).pixels().reduction()).isEqualTo(8);
    for (String name : List.of("lake.avif", "lake.heic")) {
      EncodedImage image = guard.admit(file(name));
      assertThat(both.decode(image).pixels().width()).isEqualTo(800);
      assertThat(both.decode(image, 64).pixels().reduction()).isEqualTo(1);
    }
  }

  @Test
  void decode_byOtherDecoders_isUnsupported() throws Exception {
    EncodedImage avif = guard.admit(file("lake.avif"));

    assertThatThrownBy(() -> OpenCvDecoder.load().decode(avif))
        .isInstanceOf(UnscreenableException.class)
        .hasMessage("UNSUPPORTED_FORMAT: AVIF needs the ffmpeg artifact and its decoder");
    assertThatThrownBy(() -> new JavaDecoder().decode(avif))
        .isInstanceOf(UnscreenableException.class)
        .hasMessage("UNSUPPORTED_FORMAT: the Java decoder does not read AVIF");
  }

  /** FFmpeg is optional: without it the class is there, and says what to add. */
  @Test
  void load_withoutFfmpeg_saysWhatCanBeDone() throws Exception {
    Class<?> alone = new WithoutFfmpeg().loadClass(FfmpegDecoder.class.getName());

    assertThatThrownBy(() -> alone.getMethod("load").invoke(null))
        .cause()
        .hasMessageContaining("FFmpeg's native libraries cannot be loaded")
        .hasMessageContaining("javacpp and ffmpeg artifacts")
        .satisfies(
            e ->
                assertThat(e.getClass().getName())
                    .isEqualTo(NativeLibraryException.class.getName()));
  }

  /** Loads this module's classes anew, and none of FFmpeg's. */
  private static final class WithoutFfmpeg extends ClassLoader {

    WithoutFfmpeg() {
      super(FfmpegDecoderTest.class.getClassLoader());
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
      if (name.startsWith("org.bytedeco.ffmpeg")) {
        throw new ClassNotFoundException(name);
      }
      return name.startsWith("org.hashmatch.javacv")
          ? define(name)
          : super.loadClass(name, resolve);
    }

    private Class<?> define(String name) throws ClassNotFoundException {
      Class<?> loaded = findLoadedClass(name);
      if (loaded != null) {
        return loaded;
      }
      try (InputStream in = getResourceAsStream(name.replace('.', '/') + ".class")) {
        byte[] bytes = Objects.requireNonNull(in, name).readAllBytes();
        return defineClass(name, bytes, 0, bytes.length);
      } catch (IOException e) {
        throw new ClassNotFoundException(name, e);
      }
    }
  }

  @Test
  void name_isWhatDecisionsSay() {
    assertThat(decoder.name()).isEqualTo("ffmpeg");
  }
}
