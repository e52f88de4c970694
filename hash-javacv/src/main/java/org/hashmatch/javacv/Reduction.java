package org.hashmatch.javacv;

import org.bytedeco.opencv.global.opencv_imgcodecs;
import org.hashmatch.hash.decode.EncodedImage;
import org.hashmatch.hash.decode.ImageFormat;

/**
 * By how much libjpeg reduces a picture while decoding: it computes fewer samples of each block.
 */
enum Reduction {
  NONE(1, 0),
  HALF(2, opencv_imgcodecs.IMREAD_REDUCED_GRAYSCALE_2),
  QUARTER(4, opencv_imgcodecs.IMREAD_REDUCED_GRAYSCALE_4),
  EIGHTH(8, opencv_imgcodecs.IMREAD_REDUCED_GRAYSCALE_8);

  private final int factor;
  private final int flag;

  /** The flags for grey are the bare ones: together with ANYCOLOR, colours stay colours. */
  Reduction(int factor, int flag) {
    this.factor = factor;
    this.flag = flag;
  }

  /** The largest by which the smaller side stays long enough. */
  static Reduction of(EncodedImage image, int sufficientSide) {
    Reduction largest = NONE;
    if (image.format() == ImageFormat.JPEG) {
      for (Reduction reduction : values()) {
        if (Math.min(image.width(), image.height()) / reduction.factor >= sufficientSide) {
          largest = reduction;
        }
      }
    }
    return largest;
  }

  int factor() {
    return factor;
  }

  int flag() {
    return flag;
  }
}
