package org.hashmatch.javacv;

import java.util.Random;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.opencv.global.opencv_core;
import org.bytedeco.opencv.opencv_core.Mat;
import org.hashmatch.hash.Dihedral;
import org.hashmatch.hash.image.PixelImage;

/** A picture of rectangles of random colours, {@code 0x00RRGGBB} each: no two seeds alike. */
final class RandomPixels {

  private final int width;
  private final int height;
  private final int[] rgb;

  private RandomPixels(int width, int height, int[] rgb) {
    this.width = width;
    this.height = height;
    this.rgb = rgb;
  }

  static RandomPixels of(long seed, int width, int height) {
    Random random = new Random(seed);
    int[] rgb = new int[width * height];
    for (int i = 0; i < 300; i++) {
      fill(random, width, height, i, rgb);
    }
    return new RandomPixels(width, height, rgb);
  }

  private static void fill(Random random, int width, int height, int i, int[] rgb) {
    int size = 1 + random.nextInt(1 + width / (1 + i / 20));
    int left = random.nextInt(width);
    int top = random.nextInt(height);
    int colour = random.nextInt(1 << 24);
    for (int y = top; y < Math.min(height, top + size); y++) {
      for (int x = left; x < Math.min(width, left + size); x++) {
        rgb[y * width + x] = colour;
      }
    }
  }

  PixelImage image() {
    return PixelImage.argb(width, height, rgb);
  }

  /** Laid down as the documentation of {@link Dihedral} says, pixel by pixel. */
  RandomPixels turned(Dihedral dihedral) {
    boolean upended =
        switch (dihedral) {
          case ORIGINAL, ROTATE180, FLIPX, FLIPY -> false;
          case ROTATE90, ROTATE270, FLIPPLUS1, FLIPMINUS1 -> true;
        };
    int newWidth = upended ? height : width;
    int newHeight = upended ? width : height;
    int[] turned = new int[rgb.length];
    for (int y = 0; y < newHeight; y++) {
      for (int x = 0; x < newWidth; x++) {
        turned[y * newWidth + x] = rgb[from(dihedral, x, y)];
      }
    }
    return new RandomPixels(newWidth, newHeight, turned);
  }

  private int from(Dihedral dihedral, int x, int y) {
    int right = width - 1;
    int bottom = height - 1;
    return switch (dihedral) {
      case ORIGINAL -> y * width + x;
      case ROTATE90 -> x * width + right - y;
      case ROTATE180 -> (bottom - y) * width + right - x;
      case ROTATE270 -> (bottom - x) * width + y;
      case FLIPX -> (bottom - y) * width + x;
      case FLIPY -> y * width + right - x;
      case FLIPPLUS1 -> x * width + y;
      case FLIPMINUS1 -> (bottom - x) * width + right - y;
    };
  }

  /** A grey picture of the blue values. */
  PixelImage greyImage() {
    return PixelImage.grey(width, height, width, blue());
  }

  /** The same grey in colours: all three equal. */
  PixelImage greyInColours() {
    int[] grey = new int[rgb.length];
    for (int i = 0; i < grey.length; i++) {
      grey[i] = (rgb[i] & 255) * 0x10101;
    }
    return PixelImage.argb(width, height, grey);
  }

  private byte[] blue() {
    byte[] blue = new byte[rgb.length];
    for (int i = 0; i < blue.length; i++) {
      blue[i] = (byte) rgb[i];
    }
    return blue;
  }

  /** The same grey as OpenCV takes it: one channel. */
  Mat greyMat() {
    Mat mat = new Mat(height, width, opencv_core.CV_8UC1);
    mat.data().put(blue());
    return mat;
  }

  /** All colours as OpenCV takes them. */
  Mat bgrMat() {
    Mat mat = new Mat(height, width, opencv_core.CV_8UC3);
    BytePointer data = mat.data();
    for (int i = 0; i < rgb.length; i++) {
      data.put(3L * i, (byte) rgb[i]);
      data.put(3L * i + 1, (byte) (rgb[i] >> 8));
      data.put(3L * i + 2, (byte) (rgb[i] >> 16));
    }
    return mat;
  }
}
