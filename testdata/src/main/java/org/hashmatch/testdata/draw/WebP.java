package org.hashmatch.testdata.draw;

import java.io.IOException;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.IntPointer;
import org.bytedeco.opencv.global.opencv_core;
import org.bytedeco.opencv.global.opencv_imgcodecs;
import org.bytedeco.opencv.opencv_core.Mat;

/** WebP, which the JDK does not write: by OpenCV. */
final class WebP {

  /** OpenCV's sign for lossless: a quality above the highest. */
  private static final int LOSSLESS = 101;

  private WebP() {}

  static Encoding lossy(int percent) {
    return picture -> encode(picture, percent);
  }

  static Encoding lossless() {
    return picture -> encode(picture, LOSSLESS);
  }

  private static byte[] encode(Picture picture, int quality) throws IOException {
    try (Mat pixels = new Mat(picture.height(), picture.width(), opencv_core.CV_8UC3);
        IntPointer settings = new IntPointer(opencv_imgcodecs.IMWRITE_WEBP_QUALITY, quality);
        BytePointer out = new BytePointer()) {
      pixels.data().put(bgr(picture));
      if (!opencv_imgcodecs.imencode(".webp", pixels, out, settings)) {
        throw new IOException("OpenCV cannot write WebP");
      }
      byte[] bytes = new byte[(int) out.limit()];
      out.get(bytes);
      return bytes;
    }
  }

  private static byte[] bgr(Picture picture) {
    byte[] bgr = new byte[3 * picture.width() * picture.height()];
    for (int i = 0; i < bgr.length; i++) {
      int pixel = i / 3;
      int x = pixel % picture.width();
      bgr[i] = (byte) picture.channel(x, pixel / picture.width(), 2 - i % 3);
    }
    return bgr;
  }
}
