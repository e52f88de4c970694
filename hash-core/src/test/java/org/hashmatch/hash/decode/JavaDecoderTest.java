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
import java.io.ByteArrayInputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.hashmatch.hash.UnscreenableException;
import org.hashmatch.hash.decode.AnimatedFiles.Drawing;
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
  void decode_gifCutInTheMiddle_isDecodedAndMarked() throws Exception {
    int[] argb = new Random(1).ints(1600, 1, 256).map(AnimatedFiles::colour).toArray();
    byte[] file = AnimatedFiles.gif(40, 40, List.of(Drawing.whole(40, 40, argb)));

    assertThat(completeness(file, file.length)).isEqualTo(Completeness.COMPLETE);
    assertThat(completeness(file, file.length - 2)).isEqualTo(Completeness.COMPLETE);
    assertThat(completeness(file, file.length / 2)).isEqualTo(Completeness.PARTIAL);
    int pixels = 13 + 768 + 8 + 10;
    assertThatThrownBy(() -> completeness(file, pixels + 2))
        .isInstanceOf(UnscreenableException.class)
        .hasMessage("DAMAGED: GIF frame without pixels");
    assertThatThrownBy(() -> completeness(file, pixels))
        .isInstanceOf(UnscreenableException.class)
        .hasMessage("DAMAGED: GIF of 0 bits a pixel");
  }

  /** The first frame lies where it lies; colours below transparency stay. */
  @Test
  void decode_gifFrameSmallerThanItsCanvas_isOnATransparentCanvas() throws Exception {
    byte[] file =
        PictureFiles.concat(
            PictureFiles.latin1("GIF89a"),
            new byte[] {3, 0, 2, 0, (byte) 0x80, 0, 0, 1, 2, 3, 4, 5, 6},
            new byte[] {0x21, (byte) 0xf9, 4, 1, 0, 0, 1, 0},
            new byte[] {0x2c, 1, 0, 1, 0, 2, 0, 1, 0, 0},
            AnimatedFiles.compressed(new byte[] {0, 1}, 2),
            new byte[] {0x3b});
    PixelImage image = decode(file);
    int[] row = new int[3];

    image.argbRow(0, row);
    assertThat(row).containsExactly(0, 0, 0);
    image.argbRow(1, row);
    assertThat(row).containsExactly(0, 0xff010203, 0x00040506);
  }

  /** Runs of all lengths in all widths of codes, and tables that are full long before the end. */
  @ParameterizedTest
  @ValueSource(ints = {2, 3, 4, 5, 6, 7, 8})
  void decode_gifOfAnyBits_givesTheIndices(int bits) throws Exception {
    Random random = new Random(bits);
    byte[] indices = new byte[300 * 300];
    for (int i = 0; i < indices.length; i++) {
      boolean run = i > 0 && random.nextInt(1 + i / 300) > 3;
      indices[i] = run ? indices[i - 1] : (byte) random.nextInt(1 << bits);
    }
    byte[] palette = new byte[3 << bits];
    for (int i = 0; i < palette.length; i++) {
      palette[i] = (byte) (i / 3);
    }
    byte[] file =
        PictureFiles.concat(
            PictureFiles.latin1("GIF87a"),
            new byte[] {44, 1, 44, 1, (byte) (0x80 | (bits - 1)), 0, 0},
            palette,
            new byte[] {0x2c, 0, 0, 0, 0, 44, 1, 44, 1, 0},
            AnimatedFiles.compressed(indices, bits));
    PixelImage image = decode(file);
    for (int i = 0; i < indices.length; i++) {
      assertThat(image.rgb(i % 300, i / 300)).isEqualTo((indices[i] & 0xff) * 0x010101);
    }
  }

  /** The JDK's writer interlaces by default. */
  @Test
  void decode_gifOfTheJdksWriter_isAsItsReaderReadsIt() throws Exception {
    BufferedImage image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
    for (int y = 0; y < HEIGHT; y++) {
      for (int x = 0; x < WIDTH; x++) {
        image.setRGB(x, y, (x / 9 * 0x1f0000) | (y / 7 * 0x1b00) | (x * y / 300 * 12));
      }
    }
    byte[] file = PictureFiles.written(image, "gif");
    BufferedImage expected = ImageIO.read(new ByteArrayInputStream(file));
    PixelImage decoded = decode(file);
    for (int y = 0; y < HEIGHT; y++) {
      for (int x = 0; x < WIDTH; x++) {
        assertThat(decoded.rgb(x, y)).isEqualTo(expected.getRGB(x, y) & 0xffffff);
      }
    }
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
