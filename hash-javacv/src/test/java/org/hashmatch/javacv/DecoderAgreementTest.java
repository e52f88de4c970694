package org.hashmatch.javacv;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Transparency;
import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ColorModel;
import java.awt.image.ComponentColorModel;
import java.awt.image.DataBuffer;
import java.awt.image.IndexColorModel;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Iterator;
import java.util.stream.Stream;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import org.hashmatch.hash.ImageHash;
import org.hashmatch.hash.algorithm.PdqHasher;
import org.hashmatch.hash.decode.DecodedImage;
import org.hashmatch.hash.decode.ImageDecoder;
import org.hashmatch.hash.decode.ImageGuard;
import org.hashmatch.hash.decode.JavaDecoder;
import org.hashmatch.testdata.scene.Scene;
import org.hashmatch.testdata.scene.SceneKind;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * One rule for every decoder: pictures of all kinds of samples have the same hash whatever decodes
 * them, as stored and on white, and that of the same picture in plain colours.
 */
class DecoderAgreementTest {

  private static final int WIDTH = 320;
  private static final int HEIGHT = 240;
  private static final int TOLERANCE_BITS = 2;

  /** Fewer colours or levels are another picture, but not much of one. */
  private static final int COARSE_BITS = 30;

  /** Without any levels between, it is hardly the same picture; unrelated ones lie at 128. */
  private static final int BLACK_AND_WHITE_BITS = 80;

  private static final int[] PIXELS = Scene.of(SceneKind.LAKE, 3).draw(WIDTH, HEIGHT);

  private final ImageDecoder openCv = OpenCvDecoder.load();
  private final ImageDecoder java = new JavaDecoder();

  static Stream<Arguments> files() throws IOException {
    int grey = ColorSpace.CS_GRAY;
    int rgb = ColorSpace.CS_sRGB;
    return Stream.of(
        file("png, grey", png(samples(grey, false, DataBuffer.TYPE_BYTE)), 0),
        file("png, grey and alpha", png(samples(grey, true, DataBuffer.TYPE_BYTE)), 0),
        file("png, grey of 16 bits", png(samples(grey, false, DataBuffer.TYPE_USHORT)), 0),
        file("png, grey of 16 bits and alpha", png(samples(grey, true, DataBuffer.TYPE_USHORT)), 0),
        file("png, colours", png(samples(rgb, false, DataBuffer.TYPE_BYTE)), 0),
        file("png, colours and alpha", png(samples(rgb, true, DataBuffer.TYPE_BYTE)), 0),
        file("png, colours of 16 bits", png(samples(rgb, false, DataBuffer.TYPE_USHORT)), 0),
        file("png, 16 bits and alpha", png(samples(rgb, true, DataBuffer.TYPE_USHORT)), 0),
        file("png, palette", png(palette(256, false)), COARSE_BITS),
        file("png, palette with alpha", png(palette(256, true)), COARSE_BITS),
        file("png, palette of 16", png(palette(16, false)), COARSE_BITS),
        file("png, 1 bit", png(palette(2, false)), BLACK_AND_WHITE_BITS),
        file("gif", written(palette(256, false), "gif"), COARSE_BITS),
        file("bmp", written(samples(rgb, false, DataBuffer.TYPE_BYTE), "bmp"), 0),
        file("bmp, palette", written(palette(256, false), "bmp"), COARSE_BITS),
        file("bmp, 1 bit", written(palette(2, false), "bmp"), BLACK_AND_WHITE_BITS),
        file("tiff, grey", written(samples(grey, false, DataBuffer.TYPE_BYTE), "tiff"), 0),
        file("tiff, colours", written(samples(rgb, false, DataBuffer.TYPE_BYTE), "tiff"), 0),
        file("tiff, palette", written(palette(256, false), "tiff"), COARSE_BITS),
        file("jpeg, grey", written(samples(grey, false, DataBuffer.TYPE_BYTE), "jpeg"), 8),
        file("jpeg, colours", written(samples(rgb, false, DataBuffer.TYPE_BYTE), "jpeg"), 8),
        file("jpeg, CMYK", cmykJpeg(), 8));
  }

  private static Arguments file(String name, byte[] file, int bitsFromPlain) {
    return Arguments.of(name, file, bitsFromPlain);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("files")
  void decode_kindOfSamples_hasTheSameHashInEveryDecoder(
      String name, byte[] file, int bitsFromPlain) throws Exception {
    ImageHash plain =
        hash(openCv, png(samples(ColorSpace.CS_sRGB, false, DataBuffer.TYPE_BYTE)), false);
    for (boolean white : new boolean[] {false, true}) {
      ImageHash byOpenCv = hash(openCv, file, white);
      ImageHash byJava = hash(java, file, white);

      assertThat(byOpenCv.distance(byJava)).isLessThanOrEqualTo(TOLERANCE_BITS);
    }
    assertThat(hash(openCv, file, false).distance(plain))
        .as("bits from plain colours")
        .isLessThanOrEqualTo(TOLERANCE_BITS + bitsFromPlain);
  }

  private static ImageHash hash(ImageDecoder decoder, byte[] file, boolean white) throws Exception {
    try (DecodedImage decoded = decoder.decode(ImageGuard.withDefaults().admit(file))) {
      var pixels = white ? decoded.pixels().overWhite() : decoded.pixels();
      return PdqHasher.full().hash(pixels).untrusted().original();
    }
  }

  /** The scene, in samples of this kind; with alpha, clearer towards the right. */
  private static BufferedImage samples(int space, boolean alpha, int type) {
    ColorModel model =
        new ComponentColorModel(
            ColorSpace.getInstance(space),
            alpha,
            false,
            alpha ? Transparency.TRANSLUCENT : Transparency.OPAQUE,
            type);
    WritableRaster raster = model.createCompatibleWritableRaster(WIDTH, HEIGHT);
    int stretch = type == DataBuffer.TYPE_USHORT ? 257 : 1;
    int colours = space == ColorSpace.CS_GRAY ? 1 : 3;
    for (int y = 0; y < HEIGHT; y++) {
      for (int x = 0; x < WIDTH; x++) {
        int pixel = PIXELS[y * WIDTH + x];
        for (int band = 0; band < colours; band++) {
          int value = colours == 1 ? luma(pixel) : pixel >> (16 - 8 * band) & 0xff;
          raster.setSample(x, y, band, value * stretch);
        }
        if (alpha) {
          raster.setSample(x, y, colours, 255 * (WIDTH - x) / WIDTH * stretch);
        }
      }
    }
    return new BufferedImage(model, raster, false, null);
  }

  private static int luma(int pixel) {
    int red = pixel >> 16 & 0xff;
    int green = pixel >> 8 & 0xff;
    return (299 * red + 587 * green + 114 * (pixel & 0xff) + 500) / 1000;
  }

  /** Levels of grey in a palette of colours, since all decoders must look them up. */
  private static BufferedImage palette(int size, boolean alpha) {
    int bits = size == 2 ? 1 : size == 16 ? 4 : 8;
    byte[] levels = new byte[size];
    byte[] tinted = new byte[size];
    byte[] opacity = new byte[size];
    for (int i = 0; i < size; i++) {
      levels[i] = (byte) (255 * i / (size - 1));
      tinted[i] = (byte) (250 * i / (size - 1));
      opacity[i] = (byte) (255 - i / 2);
    }
    IndexColorModel model =
        alpha
            ? new IndexColorModel(bits, size, levels, tinted, levels, opacity)
            : new IndexColorModel(bits, size, levels, tinted, levels);
    int type = bits == 8 ? BufferedImage.TYPE_BYTE_INDEXED : BufferedImage.TYPE_BYTE_BINARY;
    BufferedImage image = new BufferedImage(WIDTH, HEIGHT, type, model);
    for (int y = 0; y < HEIGHT; y++) {
      for (int x = 0; x < WIDTH; x++) {
        int level = luma(PIXELS[y * WIDTH + x]) * size / 256;
        image.getRaster().setSample(x, y, 0, level);
      }
    }
    return image;
  }

  /** Four components as they are, inverted as Adobe's programs store them. */
  private static byte[] cmykJpeg() throws IOException {
    WritableRaster raster =
        Raster.createInterleavedRaster(DataBuffer.TYPE_BYTE, WIDTH, HEIGHT, 4, null);
    for (int y = 0; y < HEIGHT; y++) {
      for (int x = 0; x < WIDTH; x++) {
        int pixel = PIXELS[y * WIDTH + x];
        int[] inks = {pixel >> 16 & 0xff, pixel >> 8 & 0xff, pixel & 0xff, 0xff};
        raster.setPixel(x, y, inks);
      }
    }
    return written("jpeg", new IIOImage(raster, null, null));
  }

  private static byte[] png(BufferedImage image) throws IOException {
    return written(image, "png");
  }

  private static byte[] written(BufferedImage image, String format) throws IOException {
    return written(format, new IIOImage(image, null, null));
  }

  private static byte[] written(String format, IIOImage image) throws IOException {
    Iterator<ImageWriter> writers = ImageIO.getImageWritersByFormatName(format);
    ImageWriter writer = writers.next();
    ByteArrayOutputStream file = new ByteArrayOutputStream();
    try (var output = new MemoryCacheImageOutputStream(file)) {
      writer.setOutput(output);
      writer.write(null, image, null);
    } finally {
      writer.dispose();
    }
    return file.toByteArray();
  }
}
