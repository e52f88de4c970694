package org.hashmatch.hash.decode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.awt.Transparency;
import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ComponentColorModel;
import java.awt.image.DataBuffer;
import java.awt.image.IndexColorModel;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.Stream;
import org.hashmatch.hash.UnscreenableException;
import org.hashmatch.hash.image.PixelImage;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class JavaDecoderTest {

  private static final int WIDTH = 97;
  private static final int HEIGHT = 61;

  private final JavaDecoder decoder = new JavaDecoder();

  static Stream<Arguments> greyPictures() {
    byte[] levels = new byte[256];
    for (int i = 0; i < 256; i++) {
      levels[i] = (byte) i;
    }
    IndexColorModel palette = new IndexColorModel(8, 256, levels, levels, levels);
    return Stream.of(
        Arguments.of("grey 8", new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_BYTE_GRAY), 0),
        Arguments.of(
            "grey 16", new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_USHORT_GRAY), 8),
        Arguments.of(
            "palette",
            new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_BYTE_INDEXED, palette),
            0),
        Arguments.of("grey and alpha", component(ColorSpace.CS_GRAY, 2, DataBuffer.TYPE_BYTE), 0),
        Arguments.of("rgb", new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_3BYTE_BGR), 0),
        Arguments.of(
            "rgb and alpha", new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_4BYTE_ABGR), 0),
        Arguments.of("rgb 16", component(ColorSpace.CS_sRGB, 3, DataBuffer.TYPE_USHORT), 8),
        Arguments.of(
            "rgb 16 and alpha", component(ColorSpace.CS_sRGB, 4, DataBuffer.TYPE_USHORT), 8));
  }

  /**
   * Grey levels, written as PNG in every kind of raster, come back as they were: no gamma, whatever
   * the kind.
   */
  @ParameterizedTest(name = "{0}")
  @MethodSource("greyPictures")
  void decode_greyLevelsInAnyRaster_keepsThem(String kind, BufferedImage image, int shift)
      throws Exception {
    WritableRaster raster = image.getRaster();
    for (int y = 0; y < HEIGHT; y++) {
      for (int x = 0; x < WIDTH; x++) {
        for (int band = 0; band < raster.getNumBands(); band++) {
          raster.setSample(x, y, band, level(x, y) << shift);
        }
      }
    }

    assertLevels(decode(PictureFiles.written(image, "png")), 0.01f);
  }

  @Test
  void decode_oneBit_isBlackAndWhite() throws Exception {
    BufferedImage image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_BYTE_BINARY);
    image.getRaster().setSample(3, 0, 0, 1);
    float[] row = new float[WIDTH];
    decode(PictureFiles.written(image, "png")).lumaRow(0, row);

    assertThat(row[2]).isZero();
    assertThat(row[3]).isEqualTo(255, within(0.01f));
  }

  @ParameterizedTest
  @ValueSource(strings = {"bmp", "tiff", "gif", "jpeg"})
  void decode_greyInOtherFormats_keepsTheLevels(String format) throws Exception {
    BufferedImage image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_BYTE_GRAY);
    for (int y = 0; y < HEIGHT; y++) {
      for (int x = 0; x < WIDTH; x++) {
        image.getRaster().setSample(x, y, 0, level(x, y));
      }
    }

    // The GIF writer picks a palette by sRGB values of the grey picture, so its levels are
    // gamma-shifted at the source.
    float tolerance = format.equals("gif") ? 80 : 8;
    assertLevels(decode(PictureFiles.written(image, format)), tolerance);
  }

  @Test
  void decode_packedPixels_keepsTheirColours() throws Exception {
    BufferedImage image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
    int[] pixels = new Random(1).ints(WIDTH * HEIGHT).toArray();
    image.setRGB(0, 0, WIDTH, HEIGHT, pixels, 0, WIDTH);
    float[] expected = new float[WIDTH];
    PixelImage.argb(WIDTH, HEIGHT, pixels).lumaRow(0, expected);
    float[] row = new float[WIDTH];
    decode(PictureFiles.written(image, "bmp")).lumaRow(0, row);

    assertThat(row).isEqualTo(expected);
  }

  @Test
  void decode_jpegCutAtTheEnd_isDecodedAndMarked() throws Exception {
    BufferedImage image = new BufferedImage(400, 400, BufferedImage.TYPE_3BYTE_BGR);
    image.setRGB(0, 0, 400, 400, new Random(1).ints(160_000).toArray(), 0, 400);
    byte[] file = PictureFiles.written(image, "jpeg");

    assertThat(completeness(file, file.length)).isEqualTo(Completeness.COMPLETE);
    assertThat(completeness(file, file.length - 1)).isEqualTo(Completeness.REPAIRED);
    assertThat(completeness(file, file.length - 2)).isEqualTo(Completeness.REPAIRED);
    assertThat(completeness(file, file.length - 20)).isEqualTo(Completeness.PARTIAL);
    assertThat(completeness(file, file.length / 2)).isEqualTo(Completeness.PARTIAL);
  }

  @ParameterizedTest
  @ValueSource(strings = {"png", "bmp", "tiff"})
  void decode_fileCutInTheMiddle_isDamaged(String format) {
    BufferedImage image = new BufferedImage(400, 400, BufferedImage.TYPE_3BYTE_BGR);
    image.setRGB(0, 0, 400, 400, new Random(1).ints(160_000).toArray(), 0, 400);
    byte[] file = PictureFiles.written(image, format);

    assertThatThrownBy(() -> decode(Arrays.copyOf(file, file.length / 2)))
        .isInstanceOf(UnscreenableException.class)
        .hasMessageStartingWith("DAMAGED: ");
  }

  @Test
  void decode_randomDamage_isAnAnswer() {
    BufferedImage image = new BufferedImage(40, 40, BufferedImage.TYPE_3BYTE_BGR);
    image.setRGB(0, 0, 40, 40, new Random(1).ints(1600).toArray(), 0, 40);
    for (String format : new String[] {"jpeg", "png", "gif", "bmp"}) {
      byte[] file = PictureFiles.written(image, format);
      Random random = new Random(7);
      for (int i = 0; i < 300; i++) {
        byte[] damaged = file.clone();
        damaged[random.nextInt(file.length)] ^= (byte) (1 << random.nextInt(8));
        try {
          assertThat(decode(damaged).width()).isPositive();
        } catch (UnscreenableException e) {
          assertThat(e.detail()).isNotBlank();
        }
      }
    }
  }

  @Test
  void decode_webp_isUnsupportedAndSaysByWhom() {
    byte[] file =
        PictureFiles.webp(
            PictureFiles.riffChunk(
                "VP8 ", new byte[] {0, 0, 0, (byte) 0x9d, 1, 42, 65, 1, 123, 0}));

    assertThatThrownBy(() -> decode(file))
        .isInstanceOf(UnscreenableException.class)
        .hasMessage("UNSUPPORTED_FORMAT: the Java decoder does not read WEBP");
    assertThat(decoder.name()).isEqualTo("java");
  }

  private Completeness completeness(byte[] file, int bytes) throws UnscreenableException {
    return decoder
        .decode(ImageGuard.withDefaults().admit(Arrays.copyOf(file, bytes)))
        .completeness();
  }

  private PixelImage decode(byte[] file) throws UnscreenableException {
    return decoder.decode(ImageGuard.withDefaults().admit(file)).pixels();
  }

  private static int level(int x, int y) {
    return (x * 2 + y) & 255;
  }

  private static void assertLevels(PixelImage image, float tolerance) {
    assertThat(image.width()).isEqualTo(WIDTH);
    assertThat(image.height()).isEqualTo(HEIGHT);
    float[] row = new float[WIDTH];
    for (int y = 0; y < HEIGHT; y++) {
      image.lumaRow(y, row);
      for (int x = 0; x < WIDTH; x++) {
        assertThat(row[x]).as("pixel %d,%d", x, y).isEqualTo(level(x, y), within(tolerance));
      }
    }
  }

  private static BufferedImage component(int space, int bands, int type) {
    boolean alpha = bands % 2 == 0;
    int transparency = alpha ? Transparency.TRANSLUCENT : Transparency.OPAQUE;
    ComponentColorModel model =
        new ComponentColorModel(ColorSpace.getInstance(space), alpha, false, transparency, type);
    return new BufferedImage(
        model, Raster.createInterleavedRaster(type, WIDTH, HEIGHT, bands, null), false, null);
  }

  @Test
  void decode_avif_isUnsupported() throws Exception {
    EncodedImage avif = ImageGuard.withDefaults().admit(HeifFile.avif(9, 9).bytes());

    assertThatThrownBy(() -> new JavaDecoder().decode(avif))
        .isInstanceOf(UnscreenableException.class)
        .hasMessage("UNSUPPORTED_FORMAT: the Java decoder does not read AVIF");
  }
}
