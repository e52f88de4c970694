package org.hashmatch.javacv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.opencv.global.opencv_core;
import org.bytedeco.opencv.global.opencv_imgcodecs;
import org.bytedeco.opencv.global.opencv_imgproc;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Size;
import org.hashmatch.hash.Dihedral;
import org.hashmatch.hash.HashAlgorithm;
import org.hashmatch.hash.HashedImage;
import org.hashmatch.hash.ImageHash;
import org.hashmatch.hash.ImageHashes;
import org.hashmatch.hash.Quality;
import org.hashmatch.hash.UnscreenableException;
import org.hashmatch.hash.UnscreenableReason;
import org.hashmatch.hash.algorithm.PdqHasher;
import org.hashmatch.hash.decode.DecodedImage;
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
import org.hashmatch.testdata.scene.Scene;
import org.hashmatch.testdata.scene.SceneKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
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
        PdqHasher.full().hash(decoder.decode(guard.admit(image.bytes())).pixels()).untrusted();

    assertThat(hashes.original()).isEqualTo(reference(image));
    assertThat(hashes.quality()).isEqualTo(Quality.FULL);
  }

  /** The promise is two bits; on these pictures the decoders agree to the bit. */
  @ParameterizedTest
  @MethodSource("picturesJavaReads")
  void decode_byTheJavaDecoder_isWithinTwoBits(TestImage image) throws Exception {
    PixelImage pixels = new JavaDecoder().decode(guard.admit(image.bytes())).pixels();

    assertThat(PdqHasher.full().hash(pixels).untrusted().original().distance(reference(image)))
        .isLessThanOrEqualTo(2);
  }

  @ParameterizedTest
  @CsvSource({
    "2100,1500,256,4",
    "2100,1500,376,2",
    "2100,1500,1501,1",
    "2055,2049,256,8",
    "511,2000,256,1",
    "512,2001,256,2",
    "300,300,2147483647,1"
  })
  void decodeToSufficientSide_jpeg_isReducedAsFarAsThatAllows(
      int width, int height, int sufficientSide, int reduction) throws Exception {
    EncodedImage jpeg = guard.admit(jpeg(width, height, 3));
    PixelImage pixels = decoder.decode(jpeg, sufficientSide).pixels();

    assertThat(pixels.reduction()).isEqualTo(reduction);
    assertThat(List.of(pixels.fullWidth(), pixels.fullHeight())).containsExactly(width, height);
    assertThat(pixels.width()).isEqualTo((width + reduction - 1) / reduction);
    assertThat(pixels.height()).isEqualTo((height + reduction - 1) / reduction);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 3})
  void decodeToSufficientSide_greyOrColour_hashesWithinFourBits(int bands) throws Exception {
    PdqHasher hasher = PdqHasher.full();
    EncodedImage jpeg = guard.admit(jpeg(2100, 1503, bands));
    HashedImage reduced = hasher.hash(decoder.decode(jpeg, hasher.sufficientSide()).pixels());
    HashedImage full = hasher.hash(decoder.decode(jpeg).pixels());

    assertThat(reduced.reduction()).isEqualTo(4);
    assertThat(full.reduction()).isEqualTo(1);
    assertThat(List.of(reduced.width(), reduced.height())).containsExactly(2100, 1503);
    assertThat(reduced.trusted().original().distance(full.trusted().original()))
        .isLessThanOrEqualTo(4);
  }

  @Test
  void decodeToSufficientSide_otherFormats_givesAllPixels() throws Exception {
    TestImage png =
        TestImages.known().stream().filter(i -> i.file().endsWith("png")).findAny().orElseThrow();

    assertThat(decoder.decode(guard.admit(png.bytes()), 64).pixels().reduction()).isEqualTo(1);
  }

  @Test
  void decodeToSufficientSide_cutFile_isDamaged() throws Exception {
    byte[] jpeg = jpeg(2100, 1503, 3);
    EncodedImage cut = guard.admit(Arrays.copyOf(jpeg, jpeg.length / 2));

    assertThatThrownBy(() -> decoder.decode(cut, 256))
        .isInstanceOf(UnscreenableException.class)
        .hasMessage("DAMAGED: JPEG cannot be decoded");
  }

  /** A drawn picture enlarged: drawing millions of pixels takes longer than all that is tested. */
  @SuppressWarnings("try") // the scope frees what is made while it is open; nobody need name it
  private static byte[] jpeg(int width, int height, int bands) {
    int[] argb = Scene.of(SceneKind.VALLEY, 1).draw(400, 300);
    byte[] samples = new byte[bands * argb.length];
    for (int i = 0; i < samples.length; i++) {
      samples[i] = (byte) (argb[i / bands] >> (8 * (i % bands)));
    }
    try (PointerScope scope = new PointerScope()) {
      Mat drawn = new Mat(300, 400, opencv_core.CV_8UC(bands), new BytePointer(samples));
      Mat enlarged = new Mat();
      opencv_imgproc.resize(drawn, enlarged, new Size(width, height));
      BytePointer file = new BytePointer();
      opencv_imgcodecs.imencode(".jpg", enlarged, file);
      byte[] bytes = new byte[(int) file.limit()];
      file.get(bytes);
      return bytes;
    }
  }

  @Test
  void decode_pictureWithOrientation_keepsThePixelsAsStored() throws Exception {
    TestImage image = TestImages.of("uploads/rotated/exif-6.jpg");
    EncodedImage encoded = guard.admit(image.bytes());
    PixelImage pixels = decoder.decode(encoded).pixels();

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
    ImageGuard open =
        new ImageGuard(
            GuardLimits.DEFAULT
                .withMaxSide(Integer.MAX_VALUE)
                .withMaxPixels(Long.MAX_VALUE)
                .withMaxScanPixels(Long.MAX_VALUE));
    ByteBuffer bmp = ByteBuffer.allocate(1024).order(ByteOrder.LITTLE_ENDIAN);
    bmp.put((byte) 'B').put((byte) 'M').putInt(1024).putInt(0).putInt(54).putInt(40);
    bmp.putInt(60_000).putInt(60_000).putShort((short) 1).putShort((short) 24);
    EncodedImage encoded = open.admit(bmp.array());

    assertThatThrownBy(() -> decoder.decode(encoded))
        .isInstanceOf(UnscreenableException.class)
        .hasMessage("DAMAGED: BMP cannot be decoded (RuntimeException)");
  }

  /** OpenCV's own first frame of a GIF differs from others' where it is smaller or transparent. */
  @Test
  void decode_gif_isWhatTheJavaDecoderGives() throws Exception {
    String canvas = "474946383961" + "0300" + "0200" + "800000" + "010203" + "040506";
    String secondIsTransparent = "21f904" + "01000001" + "00";
    String frame = "2c" + "01000100" + "02000100" + "00" + "0202440a00" + "3b";
    byte[] file = HexFormat.of().parseHex(canvas + secondIsTransparent + frame);
    int[] row = new int[3];
    try (DecodedImage decoded = decoder.decode(guard.admit(file))) {
      decoded.pixels().argbRow(1, row);
    }

    assertThat(row).containsExactly(0, 0xff010203, 0x00040506);
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
      try (DecodedImage decoded = decoder.decode(guard.admit(file))) {
        return decoded.pixels().width() > 0;
      }
    } catch (UnscreenableException e) {
      return e.reason() != UnscreenableReason.FEATURELESS;
    }
  }

  @Test
  void decode_manyPictures_freesNativeMemory() throws Exception {
    EncodedImage encoded = guard.admit(TestImages.of("known/beach-01.jpg").bytes());
    for (int i = 0; i < 20; i++) {
      decoder.decode(encoded).close();
    }
    long before = org.bytedeco.javacpp.Pointer.totalBytes();
    for (int i = 0; i < 200; i++) {
      decoder.decode(encoded).close();
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
