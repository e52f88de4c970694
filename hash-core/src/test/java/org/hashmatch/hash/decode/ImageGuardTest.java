package org.hashmatch.hash.decode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.awt.image.BufferedImage;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.hashmatch.hash.Dihedral;
import org.hashmatch.hash.UnscreenableException;
import org.hashmatch.hash.UnscreenableReason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ImageGuardTest {

  private final ImageGuard guard = ImageGuard.withDefaults();

  static Stream<Arguments> headers() {
    BufferedImage image = new BufferedImage(321, 123, BufferedImage.TYPE_3BYTE_BGR);
    byte[] exif = PictureFiles.tiffDirectory(ByteOrder.LITTLE_ENDIAN, new int[][] {{274, 3, 6}});
    byte[] vp8x = {0, 0, 0, 0, 64, 1, 0, 122, 0, 0};
    return Stream.of(
        Arguments.of(
            "jpeg", PictureFiles.written(image, "jpeg"), ImageFormat.JPEG, Orientation.UPRIGHT),
        Arguments.of(
            "jpeg exif",
            PictureFiles.jpegHeader(6, 321, 123),
            ImageFormat.JPEG,
            Orientation.TURN_CLOCKWISE),
        Arguments.of(
            "png", PictureFiles.written(image, "png"), ImageFormat.PNG, Orientation.UPRIGHT),
        Arguments.of(
            "png exif",
            PictureFiles.png(
                PictureFiles.ihdr(321, 123),
                PictureFiles.chunk("tEXt", new byte[9]),
                PictureFiles.chunk("eXIf", exif)),
            ImageFormat.PNG,
            Orientation.TURN_CLOCKWISE),
        Arguments.of(
            "gif", PictureFiles.written(image, "gif"), ImageFormat.GIF, Orientation.UPRIGHT),
        Arguments.of(
            "gif small canvas",
            PictureFiles.gif(1, 1, 321, 123),
            ImageFormat.GIF,
            Orientation.UPRIGHT),
        Arguments.of(
            "bmp", PictureFiles.written(image, "bmp"), ImageFormat.BMP, Orientation.UPRIGHT),
        Arguments.of(
            "bmp top down",
            PictureFiles.bmpHeader(40, 321, -123),
            ImageFormat.BMP,
            Orientation.UPRIGHT),
        Arguments.of(
            "bmp old", PictureFiles.bmpHeader(12, 321, 123), ImageFormat.BMP, Orientation.UPRIGHT),
        Arguments.of(
            "tiff", PictureFiles.written(image, "tiff"), ImageFormat.TIFF, Orientation.UPRIGHT),
        Arguments.of(
            "tiff big endian",
            PictureFiles.tiffDirectory(
                ByteOrder.BIG_ENDIAN, new int[][] {{256, 3, 321}, {257, 4, 123}, {274, 3, 8}}),
            ImageFormat.TIFF,
            Orientation.TURN_COUNTERCLOCKWISE),
        Arguments.of(
            "webp lossy",
            PictureFiles.webp(
                PictureFiles.riffChunk(
                    "VP8 ", new byte[] {0, 0, 0, (byte) 0x9d, 1, 42, 65, 1, 123, 0})),
            ImageFormat.WEBP,
            Orientation.UPRIGHT),
        Arguments.of(
            "webp lossless",
            PictureFiles.webp(
                PictureFiles.riffChunk(
                    "VP8L",
                    ByteBuffer.allocate(5)
                        .order(ByteOrder.LITTLE_ENDIAN)
                        .put((byte) 0x2f)
                        .putInt(320 | 122 << 14)
                        .array())),
            ImageFormat.WEBP,
            Orientation.UPRIGHT),
        Arguments.of(
            "webp extended",
            PictureFiles.webp(
                PictureFiles.riffChunk("VP8X", vp8x),
                PictureFiles.riffChunk("ICCP", new byte[3]),
                PictureFiles.riffChunk("EXIF", exif)),
            ImageFormat.WEBP,
            Orientation.TURN_CLOCKWISE),
        Arguments.of(
            "avif",
            HeifFile.avif(321, 123, HeifFile.box("irot", new byte[] {3})).bytes(),
            ImageFormat.AVIF,
            Orientation.TURN_CLOCKWISE),
        Arguments.of(
            "avif grid",
            HeifFile.grid(321, 123, 2, 2, 4).bytes(),
            ImageFormat.AVIF,
            Orientation.UPRIGHT),
        Arguments.of(
            "heic", HeifFile.heic(321, 123).bytes(), ImageFormat.HEIC, Orientation.UPRIGHT));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("headers")
  void admit_soundHeader_readsFormatSizeAndOrientation(
      String name, byte[] file, ImageFormat format, Orientation orientation) throws Exception {
    EncodedImage image = guard.admit(file);

    assertThat(image.format()).isEqualTo(format);
    assertThat(image.width()).isEqualTo(321);
    assertThat(image.height()).isEqualTo(123);
    assertThat(image.orientation()).isEqualTo(orientation);
    assertThat(image.bytes()).isSameAs(file);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("headers")
  void admit_everyTruncationAndRandomDamage_isAnAnswer(
      String name, byte[] file, ImageFormat format, Orientation orientation) {
    int header = Math.min(file.length, 400);
    for (int length = 0; length < header; length++) {
      admitOrRefuse(Arrays.copyOf(file, length));
    }
    Random random = new Random(42);
    for (int i = 0; i < 3000; i++) {
      byte[] damaged = file.clone();
      for (int flip = 0; flip <= i % 4; flip++) {
        damaged[random.nextInt(header)] = (byte) random.nextInt();
      }
      admitOrRefuse(damaged);
    }
  }

  /** Anything but an answer (an unchecked exception, a loop without end) fails the test. */
  private void admitOrRefuse(byte[] file) {
    try {
      EncodedImage image = guard.admit(file);
      assertThat(image.width()).isBetween(1, 65_535);
      assertThat((long) image.width() * image.height()).isLessThanOrEqualTo(40_000_000);
    } catch (UnscreenableException e) {
      assertThat(e.detail()).isNotBlank();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "hello, this is text",
        "%PDF-1.7",
        "<svg/>",
        "BX",
        "\u00ff\u00d8",
        "RIFFxxxxWAVE"
      })
  void admit_noPicture_isNotAnImage(String content) {
    assertThat(reason(PictureFiles.latin1(content))).isEqualTo(UnscreenableReason.NOT_AN_IMAGE);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"\u00ff\n\u0001", "\0\0\0\u000cJXL \r\n\u0087\n", "\0\0\0\u000cjP  \r\n\u0087\n"})
  void admit_pictureOfAnotherFormat_isUnsupported(String content) {
    assertThat(reason(PictureFiles.latin1(content)))
        .isEqualTo(UnscreenableReason.UNSUPPORTED_FORMAT);
  }

  @ParameterizedTest
  @CsvSource({
    "65536,1,65536x1 pixels (limit 65535 a side)",
    "1,65536,1x65536 pixels (limit 65535 a side)",
    "6325,6325,6325x6325 pixels (limit 40000000 in all)",
    "-1,-1,4294967295x4294967295 pixels (limit 65535 a side)"
  })
  void admit_overALimit_isTooLargeAndNamesTheLimit(int width, int height, String detail) {
    UnscreenableException e = refused(PictureFiles.png(PictureFiles.ihdr(width, height)));

    assertThat(e.reason()).isEqualTo(UnscreenableReason.TOO_LARGE);
    assertThat(e).hasMessage("TOO_LARGE: " + detail);
  }

  @Test
  void admit_atTheLimits_passes() throws Exception {
    assertThat(guard.admit(PictureFiles.png(PictureFiles.ihdr(65_535, 610))).width())
        .isEqualTo(65_535);
    assertThat(guard.admit(PictureFiles.png(PictureFiles.ihdr(6250, 6400))).height())
        .isEqualTo(6400);
  }

  @Test
  void admit_tooManyBytes_isTooLargeAndNamesTheLimit() {
    ImageGuard strict =
        new ImageGuard(GuardLimits.DEFAULT.withMaxBytes(100).withMaxSide(10).withMaxPixels(100));

    assertThatThrownBy(() -> strict.admit(new byte[101]))
        .isInstanceOf(UnscreenableException.class)
        .hasMessage("TOO_LARGE: 101 bytes (limit 100)");
    assertThat(strict.limits().maxSide()).isEqualTo(10);
  }

  @Test
  void admit_jpegOfManyScans_isTooLarge() throws Exception {
    assertThat(guard.admit(PictureFiles.jpegScans(6000, 4000, 16)).width()).isEqualTo(6000);
    assertThat(refused(PictureFiles.jpegScans(6000, 4000, 17)))
        .hasMessage("TOO_LARGE: 17 scans of 6000x4000 pixels (limit 400000000 in all)");
    assertThat(guard.admit(PictureFiles.jpegScans(100, 100, 100)).width()).isEqualTo(100);
    assertThat(refused(PictureFiles.jpegScans(100, 100, 101)))
        .hasMessage("TOO_LARGE: 101 scans (limit 100)");
  }

  @Test
  void admit_scansBehindTheEnd_areNotCounted() throws Exception {
    byte[] preview = PictureFiles.jpegScans(10, 10, 90);

    assertThat(guard.admit(PictureFiles.jpegScans(100, 100, 90, preview)).width()).isEqualTo(100);
  }

  @Test
  void admit_pngWithMuchThatIsNoPixel_leavesItOut() throws Exception {
    byte[] text = PictureFiles.chunk("zTXt", new byte[1000]);
    byte[] transparency = PictureFiles.chunk("tRNS", new byte[6]);
    byte[] pixels = PictureFiles.chunk("IDAT", new byte[50]);
    byte[] end = PictureFiles.chunk("IEND", new byte[0]);
    byte[] header = PictureFiles.ihdr(5, 6);

    byte[] file = PictureFiles.png(header, text, transparency, text, pixels, text, end, text);
    EncodedImage image = guard.admit(file);

    assertThat(image.bytes()).isSameAs(file);
    assertThat(image.stillBytes()).isEqualTo(PictureFiles.png(header, transparency, pixels, end));
    assertThat(image.isTransparent()).isTrue();
    byte[] small = PictureFiles.png(header, pixels, end);
    assertThat(guard.admit(small).stillBytes()).isSameAs(small);
    assertThat(guard.admit(small).isTransparent()).isFalse();
  }

  @Test
  void admit_pngWithTextAmidItsPixels_isLeftAsItIs() throws Exception {
    byte[] text = PictureFiles.chunk("tEXt", new byte[10]);
    byte[] pixels = PictureFiles.chunk("IDAT", new byte[50]);
    byte[] file = PictureFiles.png(PictureFiles.ihdr(5, 6), pixels, text, pixels);

    assertThat(guard.admit(file).stillBytes()).isSameAs(file);
  }

  @Test
  void admit_pngHeaderWithWrongChecksum_isDamaged() {
    byte[] file = PictureFiles.png(PictureFiles.ihdr(5, 6));
    file[file.length - 1] ^= 1;

    assertThat(refused(file)).hasMessage("DAMAGED: PNG does not begin with an intact IHDR chunk");
  }

  @Test
  void limits_changedOneByOne_areThoseGiven() {
    GuardLimits limits =
        GuardLimits.DEFAULT
            .withMaxBytes(1)
            .withMaxSide(2)
            .withMaxPixels(3)
            .withMaxScans(4)
            .withMaxScanPixels(5)
            .withMaxFrames(6)
            .withMaxFramePixels(7);

    assertThat(limits).isEqualTo(new GuardLimits(1, 2, 3, 4, 5, 6, 7));
    assertThatThrownBy(() -> limits.withMaxFrames(9))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("maxFrames must be 1..8 (got 9)");
  }

  @Test
  void admit_zeroSides_areDamaged() {
    assertThat(refused(PictureFiles.png(PictureFiles.ihdr(0, 5))))
        .hasMessage("DAMAGED: header says 0x5");
    assertThat(reason(PictureFiles.jpegHeader(1, 5, 0))).isEqualTo(UnscreenableReason.DAMAGED);
    assertThat(reason(PictureFiles.bmpHeader(40, -5, 5))).isEqualTo(UnscreenableReason.TOO_LARGE);
  }

  @Test
  void admit_directoryThatPointsAtItself_ends() throws Exception {
    byte[] file =
        PictureFiles.tiffDirectory(
            ByteOrder.LITTLE_ENDIAN, new int[][] {{256, 4, 10}, {257, 4, 10}});
    ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN).putInt(file.length - 4, 8);

    assertThat(guard.admit(file).width()).isEqualTo(10);
  }

  @Test
  void admit_twoExifBlocks_asksTheFirstOnly() throws Exception {
    byte[] mirrored = PictureFiles.tiffDirectory(ByteOrder.BIG_ENDIAN, new int[][] {{274, 3, 2}});
    byte[] turned = HeaderForm.EXIF_IN_PNG.soundBody();
    byte[] cut = Arrays.copyOf(turned, 9);
    byte[] otherApp1 = PictureFiles.latin1("\u00ff\u00e1\0\u0006http");
    byte[] jpeg =
        HeaderForm.EXIF_IN_JPEG.file(PictureFiles.concat(PictureFiles.latin1("Exif\0\0"), turned));

    assertThat(
            orientation(
                PictureFiles.concat(
                    Arrays.copyOf(jpeg, 2), otherApp1, Arrays.copyOfRange(jpeg, 2, jpeg.length))))
        .isEqualTo(Orientation.TURN_CLOCKWISE);
    assertThat(orientation(png(mirrored, turned))).isEqualTo(Orientation.MIRRORED);
    assertThat(orientation(png(cut, turned))).isEqualTo(Orientation.UPRIGHT);
    assertThat(orientation(webp(mirrored, turned))).isEqualTo(Orientation.MIRRORED);
    assertThat(orientation(webp(cut, turned))).isEqualTo(Orientation.UPRIGHT);
  }

  private Orientation orientation(byte[] file) throws UnscreenableException {
    return guard.admit(file).orientation();
  }

  private static byte[] png(byte[] first, byte[] second) {
    return PictureFiles.png(
        PictureFiles.ihdr(21, 13),
        PictureFiles.chunk("eXIf", first),
        PictureFiles.chunk("eXIf", second));
  }

  private static byte[] webp(byte[] first, byte[] second) {
    return HeaderForm.WEBP_EXTENDED.file(
        PictureFiles.concat(
            PictureFiles.riffChunk("EXIF", first), PictureFiles.riffChunk("EXIF", second)));
  }

  @Test
  void orientationOfExif_outside1To8_isUpright() {
    for (int value : List.of(-1, 0, 9, 65535)) {
      assertThat(Orientation.ofExif(value)).isEqualTo(Orientation.UPRIGHT);
    }
    assertThat(IntStream.rangeClosed(1, 8).mapToObj(i -> Orientation.ofExif(i).upright()))
        .containsExactly(
            Dihedral.ORIGINAL,
            Dihedral.FLIPY,
            Dihedral.ROTATE180,
            Dihedral.FLIPX,
            Dihedral.FLIPPLUS1,
            Dihedral.ROTATE270,
            Dihedral.FLIPMINUS1,
            Dihedral.ROTATE90);
  }

  @ParameterizedTest
  @CsvSource({"0,1,1,maxBytes", "1,0,1,maxSide", "1,1,-5,maxPixels"})
  void limits_belowOne_nameTheLimit(long bytes, int side, long pixels, String name) {
    assertThatThrownBy(
            () -> GuardLimits.DEFAULT.withMaxBytes(bytes).withMaxSide(side).withMaxPixels(pixels))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith(name + " must be 1 or more (got ");
  }

  private UnscreenableReason reason(byte[] file) {
    return refused(file).reason();
  }

  private UnscreenableException refused(byte[] file) {
    return catchThrowableOfType(UnscreenableException.class, () -> guard.admit(file));
  }
}
