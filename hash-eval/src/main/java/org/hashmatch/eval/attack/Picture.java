package org.hashmatch.eval.attack;

import java.util.Arrays;
import org.bytedeco.opencv.global.opencv_imgcodecs;
import org.bytedeco.opencv.global.opencv_imgproc;
import org.bytedeco.opencv.opencv_core.Mat;
import org.bytedeco.opencv.opencv_core.Size;
import org.hashmatch.hash.UnscreenableException;
import org.hashmatch.hash.decode.DecodedImage;
import org.hashmatch.hash.decode.ImageGuard;
import org.hashmatch.hash.image.PixelImage;
import org.hashmatch.javacv.NativeLibraryException;
import org.hashmatch.javacv.OpenCvDecoder;

/**
 * A picture that is edited: 8 bits each of blue, green and red, on the Java heap, 3 bytes a pixel.
 * A grey picture has three equal channels; nothing is transparent.
 *
 * <p>Immutable, and safe for any number of threads. Equal to a picture of the same size and pixels.
 */
public final class Picture {

  /** The longer side at which edits are usually applied, in pixels. */
  public static final int EDITED_SIDE = 640;

  static final int CHANNELS = 3;

  /** Up to here, a blur at full size is cheap enough. */
  private static final double SMALL_SIGMA = 3;

  private final int width;
  private final int height;
  private final byte[] samples;

  /** Keeps the samples, which nobody may change afterwards. */
  Picture(int width, int height, byte[] samples) {
    this.width = width;
    this.height = height;
    this.samples = samples;
  }

  /**
   * A picture of blue, green, red, rows without gaps.
   *
   * @param width pixels a row
   * @param height rows
   * @param samples 3 * width * height bytes, copied
   * @return the picture
   * @throws IllegalArgumentException if a side is less than 1 or the array has another length
   */
  public static Picture bgr(int width, int height, byte[] samples) {
    if (width < 1 || height < 1) {
      throw new IllegalArgumentException(
          "sides must be 1 or more (got " + width + "x" + height + ")");
    }
    if (samples.length != (long) CHANNELS * width * height) {
      throw new IllegalArgumentException(
          "samples must be 3 * " + width + " * " + height + " (got " + samples.length + ")");
    }
    return new Picture(width, height, samples.clone());
  }

  /**
   * A copy of pixels that a decoder gave; transparent ones over white.
   *
   * @param image the pixels, no longer needed afterwards
   * @return the picture
   * @throws ArithmeticException if it has more than 715 million pixels
   */
  public static Picture of(PixelImage image) {
    PixelImage opaque = image.overWhite();
    int width = opaque.width();
    byte[] samples = new byte[bytes(width, opaque.height())];
    int[] row = new int[width];
    int at = 0;
    for (int y = 0; y < opaque.height(); y++) {
      opaque.rgbRow(y, row);
      for (int rgb : row) {
        samples[at++] = (byte) rgb;
        samples[at++] = (byte) (rgb >> 8);
        samples[at++] = (byte) (rgb >> 16);
      }
    }
    return new Picture(width, opaque.height(), samples);
  }

  /**
   * Decodes a file with {@link OpenCvDecoder}, which ignores EXIF orientation.
   *
   * @param file the bytes of a JPEG, PNG, WebP or other still picture
   * @return the picture, at its full size
   * @throws UnscreenableException if the guard refuses the file or the decoder cannot read it
   * @throws NativeLibraryException if OpenCV cannot be loaded
   */
  public static Picture decode(byte[] file) throws UnscreenableException {
    try (DecodedImage decoded =
        OpenCvDecoder.load().decode(ImageGuard.withDefaults().admit(file))) {
      return of(decoded.pixels());
    }
  }

  /**
   * The width.
   *
   * @return pixels a row, 1 or more
   */
  public int width() {
    return width;
  }

  /**
   * The height.
   *
   * @return rows, 1 or more
   */
  public int height() {
    return height;
  }

  /**
   * The pixels as hashers take them.
   *
   * @return a view of this picture
   */
  public PixelImage pixels() {
    return PixelImage.bgr(width, height, CHANNELS * width, samples);
  }

  /**
   * This picture at the size at which edits are applied: {@link #limited(int)} to {@value
   * #EDITED_SIDE} pixels.
   *
   * @return the smaller picture, or this one if it is not larger
   */
  public Picture limited() {
    return limited(EDITED_SIDE);
  }

  /**
   * This picture made smaller so that its longer side has at most so many pixels. Each new pixel is
   * the mean of the area that it covers; the aspect ratio is kept to the nearest pixel.
   *
   * @param maxSide the longest that a side may be, 1 or more
   * @return the smaller picture, or this one if it is not larger
   * @throws IllegalArgumentException if maxSide is less than 1
   */
  public Picture limited(int maxSide) {
    if (maxSide < 1) {
      throw new IllegalArgumentException("maxSide must be 1 or more (got " + maxSide + ")");
    }
    int longer = Math.max(width, height);
    if (longer <= maxSide) {
      return this;
    }
    return resized(scaled(width, maxSide, longer), scaled(height, maxSide, longer));
  }

  private static int scaled(int side, int to, int from) {
    return Math.max(1, Math.round((float) ((double) side * to / from)));
  }

  /** Resized on both axes independently: the mean of the area on the way down, linear upwards. */
  Picture resized(int newWidth, int newHeight) {
    if (newWidth == width && newHeight == height) {
      return this;
    }
    boolean smaller = newWidth <= width && newHeight <= height;
    return resized(
        newWidth,
        newHeight,
        smaller ? opencv_imgproc.INTER_AREA : opencv_imgproc.INTER_LINEAR_EXACT);
  }

  /** Resized by one of OpenCV's methods; only exact ones and the area are the same everywhere. */
  Picture resized(int newWidth, int newHeight, int method) {
    return OpenCv.edit(
        this,
        from -> {
          Mat to = new Mat();
          opencv_imgproc.resize(from, to, new Size(newWidth, newHeight), 0, 0, method);
          return to;
        });
  }

  /**
   * This picture as a PNG file, without loss.
   *
   * @return the file's bytes
   */
  public byte[] toPng() {
    return OpenCv.encode(this, ".png");
  }

  /**
   * This picture as a JPEG file.
   *
   * @param quality libjpeg's, 1..100
   * @return the file's bytes
   * @throws IllegalArgumentException if the quality is out of its range
   */
  public byte[] toJpeg(int quality) {
    if (quality < 1 || quality > 100) {
      throw new IllegalArgumentException("quality must be 1..100 (got " + quality + ")");
    }
    return OpenCv.encode(this, ".jpg", opencv_imgcodecs.IMWRITE_JPEG_QUALITY, quality);
  }

  /** Blurred by a Gaussian, in OpenCV's whole numbers. */
  Picture blurred(double sigma) {
    return OpenCv.edit(
        this,
        from -> {
          Mat to = new Mat();
          opencv_imgproc.GaussianBlur(from, to, new Size(0, 0), sigma);
          return to;
        });
  }

  /** Blurred about as much, but cheaply: the picture is made small first, and large again. */
  Picture softened(double sigma) {
    double factor = Math.max(1, sigma / SMALL_SIGMA);
    return resized(Region.side(width / factor), Region.side(height / factor))
        .blurred(Math.max(0.3, sigma / factor))
        .resized(width, height);
  }

  /** A part of this picture. */
  Picture cropped(Region region) {
    byte[] part = new byte[bytes(region.width(), region.height())];
    int row = CHANNELS * region.width();
    for (int y = 0; y < region.height(); y++) {
      int from = CHANNELS * ((region.y() + y) * width + region.x());
      System.arraycopy(samples, from, part, y * row, row);
    }
    return new Picture(region.width(), region.height(), part);
  }

  /** Enlarged or made smaller, and cut at two margins, so that it covers just such an area. */
  Picture covering(int newWidth, int newHeight) {
    double factor = Math.max((double) newWidth / width, (double) newHeight / height);
    Picture larger =
        resized(
            Math.max(newWidth, Region.side(factor * width)),
            Math.max(newHeight, Region.side(factor * height)));
    return larger.cropped(
        new Region(0, 0, newWidth, newHeight).centred(larger.width, larger.height));
  }

  /**
   * Where the mask is white, another picture of this size; where it is black, this one; between
   * them in proportion, sample by sample.
   */
  Picture blended(Picture other, Picture mask) {
    return mapped(
        (at, sample) -> {
          int share = mask.samples[at] & 0xff;
          return (sample * (255 - share) + (other.samples[at] & 0xff) * share + 127) / 255;
        });
  }

  /** Each sample replaced; results are clipped to 0..255. */
  Picture mapped(SampleChange change) {
    byte[] changed = new byte[samples.length];
    for (int at = 0; at < samples.length; at++) {
      changed[at] = (byte) Math.max(0, Math.min(255, change.of(at, samples[at] & 0xff)));
    }
    return new Picture(width, height, changed);
  }

  /** What becomes of the sample at an index. */
  @FunctionalInterface
  interface SampleChange {
    int of(int at, int sample);
  }

  static int bytes(int width, int height) {
    return Math.multiplyExact(Math.multiplyExact(CHANNELS, width), height);
  }

  /** Blue, green, red, row by row; not to be changed. */
  byte[] samples() {
    return samples;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Picture picture
        && width == picture.width
        && height == picture.height
        && Arrays.equals(samples, picture.samples);
  }

  @Override
  public int hashCode() {
    return 31 * (31 * width + height) + Arrays.hashCode(samples);
  }

  @Override
  public String toString() {
    return "Picture[" + width + "x" + height + "]";
  }
}
