package org.hashmatch.hash.decode;

import static org.hashmatch.hash.UnscreenableReason.DAMAGED;
import static org.hashmatch.hash.UnscreenableReason.NOT_AN_IMAGE;
import static org.hashmatch.hash.UnscreenableReason.TOO_LARGE;
import static org.hashmatch.hash.UnscreenableReason.UNSUPPORTED_FORMAT;

import org.hashmatch.hash.UnscreenableException;

/**
 * Stands in front of every decoder: tells the format from the first bytes, reads the size from the
 * header in plain Java, and turns away what is no picture, not supported, or too large, before a
 * decoder sees a byte or a pixel is allocated.
 *
 * <p>Immutable and safe for any number of threads. Cost: a few microseconds; for JPEG it grows with
 * the segments before the picture data, for PNG and WebP with the number of chunks, for AVIF and
 * HEIC with that of boxes and coded units.
 */
public final class ImageGuard {

  private final GuardLimits limits;

  /**
   * A guard.
   *
   * @param limits the most it lets through
   */
  public ImageGuard(GuardLimits limits) {
    this.limits = limits;
  }

  /**
   * A guard with {@link GuardLimits#DEFAULT}.
   *
   * @return the guard
   */
  public static ImageGuard withDefaults() {
    return new ImageGuard(GuardLimits.DEFAULT);
  }

  /**
   * The most this guard lets through.
   *
   * @return its limits
   */
  public GuardLimits limits() {
    return limits;
  }

  /**
   * Looks at a file and lets it through or not.
   *
   * @param bytes the whole file; not copied, and not to be changed afterwards
   * @return the file, fit for a decoder
   * @throws UnscreenableException if it is empty or no picture, of a format not supported, its
   *     header is damaged, or it is over a limit
   */
  public EncodedImage admit(byte[] bytes) throws UnscreenableException {
    checkLength(bytes.length);
    ImageFormat format =
        ImageFormat.detect(bytes)
            .orElseThrow(
                () ->
                    new UnscreenableException(
                        NOT_AN_IMAGE, "does not begin like any picture format"));
    if (!format.isGuarded()) {
      throw new UnscreenableException(UNSUPPORTED_FORMAT, format + " is not decoded");
    }
    ImageHeader header = readHeader(format, bytes);
    checkSize(header);
    checkScans(header);
    if (format.isOfItems()) {
      return admitItems(bytes, header);
    }
    byte[] still = format == ImageFormat.PNG ? PngChunks.still(bytes) : bytes;
    return new EncodedImage(bytes, still, format, header);
  }

  /** The tiles of a grid may be cut, but are decoded whole. */
  private EncodedImage admitItems(byte[] bytes, ImageHeader header) throws UnscreenableException {
    HeifPicture picture = HeifPicture.read(bytes);
    checkSize(picture.canvas());
    picture.checkCoding();
    return new EncodedImage(bytes, bytes, picture.format(), header);
  }

  /**
   * Looks at how long a file is, and at nothing else: before it is read, or handed on.
   *
   * @param length bytes of the whole file
   * @throws UnscreenableException {@code NOT_AN_IMAGE} if it is empty, {@code TOO_LARGE} if it is
   *     over the limit
   */
  public void checkLength(long length) throws UnscreenableException {
    if (length == 0) {
      throw new UnscreenableException(NOT_AN_IMAGE, "empty file");
    }
    if (length > limits.maxBytes()) {
      throw new UnscreenableException(
          TOO_LARGE, length + " bytes (limit " + limits.maxBytes() + ")");
    }
  }

  private static ImageHeader readHeader(ImageFormat format, byte[] bytes)
      throws UnscreenableException {
    ByteCursor cursor = new ByteCursor(bytes);
    return switch (format) {
      case JPEG -> JpegHeader.read(cursor);
      case PNG -> PngHeader.read(bytes);
      case GIF -> GifHeader.read(bytes);
      case WEBP -> WebpHeader.read(cursor);
      case BMP -> BmpHeader.read(cursor);
      case TIFF -> TiffHeader.read(cursor);
      case AVIF, HEIC -> IsoBmffHeader.read(bytes);
      case JPEG_XL, JPEG_2000 -> throw new UnscreenableException(UNSUPPORTED_FORMAT, format.name());
    };
  }

  private void checkSize(ImageHeader header) throws UnscreenableException {
    if (header.width() < 1 || header.height() < 1) {
      throw new UnscreenableException(DAMAGED, "header says " + size(header));
    }
    if (Math.max(header.width(), header.height()) > limits.maxSide()) {
      throw new UnscreenableException(
          TOO_LARGE, size(header) + " pixels (limit " + limits.maxSide() + " a side)");
    }
    if (header.pixels() > limits.maxPixels()) {
      throw new UnscreenableException(
          TOO_LARGE, size(header) + " pixels (limit " + limits.maxPixels() + " in all)");
    }
  }

  private void checkScans(ImageHeader header) throws UnscreenableException {
    if (header.scans() > limits.maxScans()) {
      throw new UnscreenableException(
          TOO_LARGE, header.scans() + " scans (limit " + limits.maxScans() + ")");
    }
    if (header.pixels() > limits.maxScanPixels() / Math.max(1, header.scans())) {
      throw new UnscreenableException(
          TOO_LARGE,
          header.scans()
              + " scans of "
              + size(header)
              + " pixels (limit "
              + limits.maxScanPixels()
              + " in all)");
    }
  }

  private static String size(ImageHeader header) {
    return header.width() + "x" + header.height();
  }
}
