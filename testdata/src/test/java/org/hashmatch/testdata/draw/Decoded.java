package org.hashmatch.testdata.draw;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import javax.imageio.ImageIO;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.opencv.global.opencv_imgcodecs;
import org.bytedeco.opencv.opencv_core.Mat;
import org.hashmatch.testdata.Luma64;

/** A file read back: its pixels as stored, three bytes each, red first. */
final class Decoded {

  private final int width;
  private final int height;
  private final byte[] rgb;

  private Decoded(int width, int height, byte[] rgb) {
    this.width = width;
    this.height = height;
    this.rgb = rgb;
  }

  static Decoded from(byte[] bytes) throws IOException {
    BufferedImage image = ImageIO.read(new ByteArrayInputStream(bytes));
    return image == null ? webP(bytes) : from(image);
  }

  private static Decoded from(BufferedImage image) {
    int width = image.getWidth();
    int height = image.getHeight();
    byte[] rgb = new byte[3 * width * height];
    int[] samples = image.getRaster().getPixels(0, 0, width, height, (int[]) null);
    int bands = image.getRaster().getNumBands();
    boolean indexed = image.getType() == BufferedImage.TYPE_BYTE_INDEXED;
    for (int i = 0; i < rgb.length; i++) {
      // Grey samples are taken as they are, where getRGB would brighten them.
      int sample = samples[i / 3 * bands + i % 3 % bands];
      int colour = indexed ? image.getColorModel().getRGB(sample) >> (16 - i % 3 * 8) : sample;
      rgb[i] = (byte) colour;
    }
    return new Decoded(width, height, rgb);
  }

  private static Decoded webP(byte[] bytes) {
    try (Mat file = new Mat(new BytePointer(bytes), false);
        Mat pixels = opencv_imgcodecs.imdecode(file, opencv_imgcodecs.IMREAD_COLOR_RGB)) {
      byte[] rgb = new byte[3 * pixels.cols() * pixels.rows()];
      pixels.data().get(rgb);
      return new Decoded(pixels.cols(), pixels.rows(), rgb);
    }
  }

  int width() {
    return width;
  }

  int height() {
    return height;
  }

  int[] argb() {
    int[] argb = new int[width * height];
    for (int i = 0; i < argb.length; i++) {
      argb[i] =
          0xff000000
              | ((rgb[3 * i] & 255) << 16)
              | ((rgb[3 * i + 1] & 255) << 8)
              | (rgb[3 * i + 2] & 255);
    }
    return argb;
  }

  int quality() {
    return new Luma64(width, height, argb()).quality();
  }

  double meanDifference(Picture picture) {
    long sum = 0;
    for (int i = 0; i < rgb.length; i++) {
      int pixel = i / 3;
      int drawn = picture.channel(pixel % width, pixel / width, i % 3);
      sum += Math.abs((rgb[i] & 255) - drawn);
    }
    return (double) sum / rgb.length;
  }
}
