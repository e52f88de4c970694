package org.hashmatch.testdata.draw;

import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.function.Function;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;

/** The formats that the JDK writes. */
final class ImageIoFormats {

  private static final int LEVELS = 255 / Picture.PALETTE_STEP + 1;

  private ImageIoFormats() {}

  static Encoding jpeg(int percent) {
    return jpeg(percent, ImageWriteParam.MODE_DISABLED, ImageIoFormats::colour);
  }

  static Encoding progressiveJpeg(int percent) {
    return jpeg(percent, ImageWriteParam.MODE_DEFAULT, ImageIoFormats::colour);
  }

  static Encoding greyJpeg(int percent) {
    return jpeg(percent, ImageWriteParam.MODE_DISABLED, ImageIoFormats::grey);
  }

  static Encoding png() {
    return plain("png", ImageIoFormats::colour);
  }

  static Encoding greyPng() {
    return plain("png", ImageIoFormats::grey);
  }

  static Encoding palettePng() {
    return plain("png", ImageIoFormats::indexed);
  }

  static Encoding gif() {
    return plain("gif", ImageIoFormats::indexed);
  }

  static Encoding bmp() {
    return plain("bmp", ImageIoFormats::colour);
  }

  private static Encoding plain(String format, Function<Picture, BufferedImage> image) {
    return picture -> {
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      if (!ImageIO.write(image.apply(picture), format, bytes)) {
        throw new IOException("this JDK cannot write " + format);
      }
      return bytes.toByteArray();
    };
  }

  private static Encoding jpeg(
      int percent, int progressiveMode, Function<Picture, BufferedImage> image) {
    return picture -> {
      ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      try (ImageOutputStream out = ImageIO.createImageOutputStream(bytes)) {
        ImageWriteParam settings = writer.getDefaultWriteParam();
        settings.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
        settings.setCompressionQuality(percent / 100f);
        settings.setProgressiveMode(progressiveMode);
        writer.setOutput(out);
        writer.write(null, new IIOImage(image.apply(picture), null, null), settings);
      } finally {
        writer.dispose();
      }
      return bytes.toByteArray();
    };
  }

  private static BufferedImage colour(Picture picture) {
    BufferedImage image =
        new BufferedImage(picture.width(), picture.height(), BufferedImage.TYPE_3BYTE_BGR);
    for (int y = 0; y < picture.height(); y++) {
      for (int x = 0; x < picture.width(); x++) {
        image.setRGB(x, y, picture.at(x, y));
      }
    }
    return image;
  }

  /** Of a picture that is grey already; its samples go in as they are, unlike by setRGB. */
  private static BufferedImage grey(Picture picture) {
    BufferedImage image =
        new BufferedImage(picture.width(), picture.height(), BufferedImage.TYPE_BYTE_GRAY);
    for (int y = 0; y < picture.height(); y++) {
      for (int x = 0; x < picture.width(); x++) {
        image.getRaster().setSample(x, y, 0, picture.channel(x, y, 1));
      }
    }
    return image;
  }

  /** Of a picture that is dithered already. */
  private static BufferedImage indexed(Picture picture) {
    BufferedImage image =
        new BufferedImage(
            picture.width(), picture.height(), BufferedImage.TYPE_BYTE_INDEXED, palette());
    for (int y = 0; y < picture.height(); y++) {
      for (int x = 0; x < picture.width(); x++) {
        image.getRaster().setSample(x, y, 0, index(picture, x, y));
      }
    }
    return image;
  }

  private static int index(Picture picture, int x, int y) {
    int index = 0;
    for (int channel = 0; channel < 3; channel++) {
      index = index * LEVELS + picture.channel(x, y, channel) / Picture.PALETTE_STEP;
    }
    return index;
  }

  private static IndexColorModel palette() {
    int size = LEVELS * LEVELS * LEVELS;
    byte[] red = new byte[size];
    byte[] green = new byte[size];
    byte[] blue = new byte[size];
    for (int i = 0; i < size; i++) {
      red[i] = (byte) (i / (LEVELS * LEVELS) * Picture.PALETTE_STEP);
      green[i] = (byte) (i / LEVELS % LEVELS * Picture.PALETTE_STEP);
      blue[i] = (byte) (i % LEVELS * Picture.PALETTE_STEP);
    }
    return new IndexColorModel(8, size, red, green, blue);
  }
}
