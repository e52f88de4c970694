package org.hashmatch.eval.attack;

import java.util.function.UnaryOperator;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.IntPointer;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.opencv.global.opencv_core;
import org.bytedeco.opencv.global.opencv_imgcodecs;
import org.bytedeco.opencv.opencv_core.Mat;
import org.hashmatch.javacv.OpenCvDecoder;

/**
 * Where pixels go from the heap to OpenCV and back. Native memory that is taken meanwhile is freed
 * before a method returns. OpenCV's own threads are switched off for the whole process: edits are
 * small, and whoever measures runs many at once.
 *
 * <p>Not all of OpenCV is the same on every processor. With AVX2 (and its fused multiply and add)
 * {@code addWeighted}, {@code filter2D} and the way back from HSV gave other samples than without,
 * so they are done here in whole numbers instead: {@link Picture#blended}, {@link
 * FocusEdit.Sharpen}, {@link HueTurn}. {@code warpAffine} and resizing by floats are avoided too.
 */
final class OpenCv {

  private static volatile boolean loaded;

  private OpenCv() {}

  /** One operation: a picture's pixels in, 8 bits each of blue, green, red; such pixels out. */
  @SuppressWarnings("try") // the scope frees what is made while it is open; nobody need name it
  static Picture edit(Picture picture, UnaryOperator<Mat> operation) {
    load();
    try (PointerScope scope = new PointerScope()) {
      return toHeap(operation.apply(toNative(picture)));
    }
  }

  /** Such a picture's file; the parameters are OpenCV's, a name and a value each. */
  @SuppressWarnings("try") // as above
  static byte[] encode(Picture picture, String suffix, int... parameters) {
    load();
    try (PointerScope scope = new PointerScope()) {
      return encode(toNative(picture), suffix, parameters);
    }
  }

  private static byte[] encode(Mat pixels, String suffix, int... parameters) {
    BytePointer file = new BytePointer();
    if (!opencv_imgcodecs.imencode(suffix, pixels, file, new IntPointer(parameters))) {
      throw new IllegalStateException("OpenCV cannot write " + suffix);
    }
    byte[] bytes = new byte[Math.toIntExact(file.limit())];
    file.get(bytes);
    return bytes;
  }

  /** The picture as a file's decoder gives it back. */
  static Picture recode(Picture picture, String suffix, int... parameters) {
    return edit(
        picture,
        pixels -> {
          byte[] file = encode(pixels, suffix, parameters);
          return opencv_imgcodecs.imdecode(
              new Mat(1, file.length, opencv_core.CV_8UC1, new BytePointer(file)),
              opencv_imgcodecs.IMREAD_COLOR);
        });
  }

  private static void load() {
    if (!loaded) {
      OpenCvDecoder.load();
      opencv_core.setNumThreads(1);
      loaded = true;
    }
  }

  static Mat toNative(Picture picture) {
    Mat pixels = new Mat(picture.height(), picture.width(), opencv_core.CV_8UC3);
    pixels.data().put(picture.samples());
    return pixels;
  }

  private static Picture toHeap(Mat pixels) {
    Mat whole = pixels.isContinuous() ? pixels : pixels.clone();
    byte[] samples = new byte[Picture.CHANNELS * whole.cols() * whole.rows()];
    whole.data().get(samples);
    return new Picture(whole.cols(), whole.rows(), samples);
  }
}
