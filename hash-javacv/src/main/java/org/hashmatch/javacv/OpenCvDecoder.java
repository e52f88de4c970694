package org.hashmatch.javacv;

import static org.hashmatch.hash.UnscreenableReason.DAMAGED;

import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.opencv.global.opencv_core;
import org.bytedeco.opencv.global.opencv_imgcodecs;
import org.bytedeco.opencv.opencv_core.Mat;
import org.hashmatch.hash.UnscreenableException;
import org.hashmatch.hash.decode.EncodedImage;
import org.hashmatch.hash.decode.ImageDecoder;
import org.hashmatch.hash.image.PixelImage;

/**
 * Decodes with OpenCV's {@code imdecode}: JPEG (CMYK too), PNG, GIF, WebP, BMP and TIFF, 8 bits a
 * sample.
 *
 * <p>EXIF orientation is switched off; the pixels are those stored. Grey stays grey. A file that
 * OpenCV refuses, be it by an empty result or by an exception, is damaged.
 *
 * <p>Runs in this process: a native decoder cannot be interrupted, and its memory is not the Java
 * heap. Each call copies the pixels once into the heap and frees all native memory before it
 * returns.
 */
public final class OpenCvDecoder implements ImageDecoder {

  /** ANYCOLOR keeps grey grey; without ANYDEPTH, 16 bits become 8. */
  private static final int FLAGS =
      opencv_imgcodecs.IMREAD_ANYCOLOR | opencv_imgcodecs.IMREAD_IGNORE_ORIENTATION;

  private OpenCvDecoder() {}

  /**
   * Loads OpenCV.
   *
   * @return a decoder
   * @throws NativeLibraryException if the native libraries for this system are absent or cannot be
   *     loaded; the message says what can be done
   */
  public static OpenCvDecoder load() {
    NativeLibraries.load(opencv_core.class, opencv_imgcodecs.class);
    return new OpenCvDecoder();
  }

  @Override
  public String name() {
    return "opencv";
  }

  @Override
  public PixelImage decode(EncodedImage image) throws UnscreenableException {
    return decodeWith(FLAGS, image);
  }

  /**
   * {@inheritDoc}
   *
   * <p>JPEG only: other formats OpenCV would decode whole and shrink afterwards.
   */
  @Override
  public PixelImage decode(EncodedImage image, int sufficientSide) throws UnscreenableException {
    Reduction reduction = Reduction.of(image, sufficientSide);
    PixelImage pixels = decodeWith(FLAGS | reduction.flag(), image);
    return reduction == Reduction.NONE
        ? pixels
        : PixelImage.reduced(pixels, image.width(), image.height(), reduction.factor());
  }

  @SuppressWarnings("try") // the scope frees what is made while it is open; nobody need name it
  private static PixelImage decodeWith(int flags, EncodedImage image) throws UnscreenableException {
    try (PointerScope scope = new PointerScope()) {
      BytePointer bytes = new BytePointer(image.bytes());
      Mat file = new Mat(1, image.bytes().length, opencv_core.CV_8UC1, bytes);
      Mat pixels = opencv_imgcodecs.imdecode(file, flags);
      if (pixels == null || pixels.empty()) {
        throw new UnscreenableException(DAMAGED, image.format() + " cannot be decoded");
      }
      return copy(pixels);
    } catch (RuntimeException e) {
      // OpenCV's messages quote its source paths; the class is all that is of use.
      throw new UnscreenableException(
          DAMAGED, image.format() + " cannot be decoded (" + e.getClass().getSimpleName() + ")", e);
    }
  }

  private static PixelImage copy(Mat pixels) {
    int width = pixels.cols();
    int height = pixels.rows();
    int rowStride = Math.toIntExact(pixels.step());
    byte[] samples = new byte[Math.multiplyExact(rowStride, height)];
    pixels.data().get(samples);
    return switch (pixels.channels()) {
      case 1 -> PixelImage.grey(width, height, rowStride, samples);
      case 3 -> PixelImage.bgr(width, height, rowStride, samples);
      default -> throw new IllegalStateException(pixels.channels() + " channels");
    };
  }
}
