package org.hashmatch.javacv;

import static org.hashmatch.hash.UnscreenableReason.DAMAGED;
import static org.hashmatch.hash.UnscreenableReason.OUT_OF_MEMORY;
import static org.hashmatch.hash.UnscreenableReason.UNSUPPORTED_FORMAT;

import java.nio.ByteBuffer;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.PointerScope;
import org.bytedeco.opencv.global.opencv_core;
import org.bytedeco.opencv.global.opencv_imgcodecs;
import org.bytedeco.opencv.opencv_core.Mat;
import org.hashmatch.hash.UnscreenableException;
import org.hashmatch.hash.decode.DecodedImage;
import org.hashmatch.hash.decode.EncodedImage;
import org.hashmatch.hash.decode.ImageDecoder;
import org.hashmatch.hash.decode.JavaDecoder;
import org.hashmatch.hash.image.ByteLayout;
import org.hashmatch.hash.image.PixelImage;

/**
 * Decodes with OpenCV's {@code imdecode}: JPEG (CMYK too), PNG, GIF, WebP, BMP and TIFF, 8 bits a
 * sample.
 *
 * <p>EXIF orientation is switched off; the pixels are those stored. Grey stays grey. A file that
 * OpenCV refuses, be it by an empty result or by an exception, is damaged.
 *
 * <p>Runs in this process: a native decoder cannot be interrupted, and its memory is not the Java
 * heap. Pixels of whole pictures are OpenCV's own memory until they are closed; those of reduced
 * pictures are copied into the heap.
 */
public final class OpenCvDecoder implements ImageDecoder {

  /** ANYCOLOR keeps grey grey; without ANYDEPTH, 16 bits become 8. */
  private static final int FLAGS =
      opencv_imgcodecs.IMREAD_ANYCOLOR | opencv_imgcodecs.IMREAD_IGNORE_ORIENTATION;

  /** The only mode that delivers alpha; it ignores orientation, and leaves 16 bits 16 bits. */
  private static final int WITH_ALPHA = opencv_imgcodecs.IMREAD_UNCHANGED;

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
  public DecodedImage decode(EncodedImage image) throws UnscreenableException {
    return switch (image.format()) {
      case GIF -> decodeGif(image);
      case AVIF, HEIC ->
          throw new UnscreenableException(
              UNSUPPORTED_FORMAT, image.format() + " needs the ffmpeg artifact and its decoder");
      default -> decodeWhole(image);
    };
  }

  /** The Java decoder's GIF keeps what OpenCV drops: what it can of a file that lacks its end. */
  private static DecodedImage decodeGif(EncodedImage image) throws UnscreenableException {
    try {
      return JavaDecoder.withoutPlugIns().decode(image);
    } catch (UnscreenableException e) {
      return decodeWhole(image);
    }
  }

  private static DecodedImage decodeWhole(EncodedImage image) throws UnscreenableException {
    return decodeWith(image.isTransparent() ? WITH_ALPHA : FLAGS, image, Reduction.NONE);
  }

  /**
   * {@inheritDoc}
   *
   * <p>JPEG only: other formats OpenCV would decode whole and shrink afterwards.
   */
  @Override
  public DecodedImage decode(EncodedImage image, int sufficientSide) throws UnscreenableException {
    Reduction reduction = Reduction.of(image, sufficientSide);
    return reduction == Reduction.NONE
        ? decode(image)
        : decodeWith(FLAGS | reduction.flag(), image, reduction);
  }

  @SuppressWarnings("try") // the scope frees what is made while it is open; nobody need name it
  private static DecodedImage decodeWith(int flags, EncodedImage image, Reduction reduction)
      throws UnscreenableException {
    try (PointerScope scope = new PointerScope()) {
      byte[] still = image.stillBytes();
      Mat file = new Mat(1, still.length, opencv_core.CV_8UC1, new BytePointer(still));
      Mat pixels = opencv_imgcodecs.imdecode(file, flags);
      if (pixels == null || pixels.empty()) {
        throw new UnscreenableException(DAMAGED, image.format() + " cannot be decoded");
      }
      return reduction == Reduction.NONE ? lend(pixels) : reduced(pixels, image, reduction);
    } catch (RuntimeException e) {
      // OpenCV's messages quote its source paths; the class is all that is of use.
      throw new UnscreenableException(
          DAMAGED, image.format() + " cannot be decoded (" + e.getClass().getSimpleName() + ")", e);
    } catch (OutOfMemoryError e) {
      // JavaCPP's, of native memory, which the scope has freed; or the heap's, for the copy.
      throw new UnscreenableException(OUT_OF_MEMORY, image.format() + " needs too much memory", e);
    }
  }

  /** Whole pictures may be large: their memory is lent. */
  private static DecodedImage lend(Mat pixels) {
    PixelImage view =
        PixelImage.interleaved(pixels.cols(), pixels.rows(), layout(pixels), buffer(pixels));
    return LentMemory.lend(view, pixels);
  }

  /** Reduced pictures are small, and read faster in the heap. */
  private static DecodedImage reduced(Mat pixels, EncodedImage image, Reduction reduction) {
    byte[] samples = new byte[pixels.rows() * layout(pixels).rowStride()];
    buffer(pixels).get(samples);
    PixelImage copy = PixelImage.interleaved(pixels.cols(), pixels.rows(), layout(pixels), samples);
    return DecodedImage.of(
        PixelImage.reduced(copy, image.width(), image.height(), reduction.factor()));
  }

  private static ByteBuffer buffer(Mat pixels) {
    return pixels.data().capacity(pixels.step() * pixels.rows()).asByteBuffer();
  }

  /** Blue, green, red, alpha; of 16-bit samples, which lie low byte first, the high byte. */
  private static ByteLayout layout(Mat pixels) {
    int sampleBytes = Math.toIntExact(pixels.elemSize1());
    int channels = pixels.channels();
    if (sampleBytes > 2) {
      throw new IllegalStateException("samples of " + sampleBytes + " bytes");
    }
    int high = sampleBytes - 1;
    boolean grey = channels < 3;
    return new ByteLayout(
        channels * sampleBytes,
        Math.toIntExact(pixels.step()),
        grey ? high : 2 * sampleBytes + high,
        grey ? high : sampleBytes + high,
        high,
        channels == 4 ? 3 * sampleBytes + high : ByteLayout.OPAQUE);
  }
}
