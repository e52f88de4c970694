package org.hashmatch.javacv;

import java.util.function.Function;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.opencv.global.opencv_core;
import org.bytedeco.opencv.opencv_core.Mat;
import org.hashmatch.hash.image.PixelImage;

/**
 * A picture's pixels as OpenCV takes them: native memory, blue, green, red, 8 bits each. A grey
 * picture has three equal channels, of which OpenCV's conversion makes the same grey again.
 */
final class NativePixels {

  private NativePixels() {}

  /**
   * Lends a picture's pixels; native memory taken meanwhile, by the user too, is freed at the end.
   *
   * @throws IllegalStateException if OpenCV throws, or JavaCPP because native memory reached its
   *     limit
   */
  @SuppressWarnings("try") // the scope frees what is made while it is open; nobody need name it
  static <T> T lend(PixelImage image, Function<Mat, T> user) {
    try (PointerScope scope = new PointerScope()) {
      return user.apply(copy(image));
    } catch (RuntimeException | OutOfMemoryError e) {
      // The error is JavaCPP's, of native memory, all of which is free again. Messages quote
      // OpenCV's
      // source paths; the class is all that is of use.
      throw new IllegalStateException(
          "OpenCV cannot hash a picture of "
              + image.width()
              + "x"
              + image.height()
              + " pixels ("
              + e.getClass().getSimpleName()
              + ")",
          e);
    }
  }

  private static Mat copy(PixelImage image) {
    Mat pixels = new Mat(image.height(), image.width(), opencv_core.CV_8UC3);
    int[] rgb = new int[image.width()];
    byte[] bgr = new byte[Math.multiplyExact(3, image.width())];
    BytePointer data = pixels.data();
    long rowStride = pixels.step();
    for (int y = 0; y < image.height(); y++) {
      image.rgbRow(y, rgb);
      interleave(rgb, bgr);
      data.position(y * rowStride).put(bgr);
    }
    return pixels;
  }

  private static void interleave(int[] rgb, byte[] bgr) {
    int at = 0;
    for (int colour : rgb) {
      bgr[at++] = (byte) colour;
      bgr[at++] = (byte) (colour >> 8);
      bgr[at++] = (byte) (colour >> 16);
    }
  }
}
