package org.hashmatch.javacv;

import static org.hashmatch.hash.UnscreenableReason.UNSUPPORTED_FORMAT;

import org.hashmatch.hash.UnscreenableException;
import org.hashmatch.hash.decode.DecodedImage;
import org.hashmatch.hash.decode.EncodedImage;
import org.hashmatch.hash.decode.HeifPicture;
import org.hashmatch.hash.decode.ImageDecoder;
import org.hashmatch.hash.decode.ImageFormat;

/**
 * Decodes AVIF and HEIC with FFmpeg's decoders of AV1 (libaom) and HEVC: 8 bits a sample, blue,
 * green, red, always opaque. It needs the artifact {@code org.bytedeco:ffmpeg}, which this module
 * does not bring; the LGPL build has all that is used.
 *
 * <p>FFmpeg is given coded pictures only. The boxes are read in Java by {@link HeifPicture}:
 * FFmpeg's own reader would take the first tile of a grid for the picture. Tiles are put side by
 * side and the rest of the last ones cut off. Nothing is written to a disk, and no protocol or
 * container of FFmpeg is used.
 *
 * <p>The pixels are those stored: irot and imir are not applied ({@link EncodedImage#orientation()}
 * says them), nor is the clean aperture, clap. Colours become red, green and blue by the matrix and
 * the range that the file says, BT.601 where it says none or one that is not known here; no profile
 * is applied and no high dynamic range mapped. Of more than 8 bits the high ones remain. Alpha,
 * depth and gain maps are pictures of their own beside this one, and are not looked at: what shows
 * through a transparent picture is not seen.
 *
 * <p>A picture whose coding has an error, or another size than the boxes say, is damaged.
 *
 * <p>Safe for any number of threads; one thread for each call. Runs in this process: it cannot be
 * interrupted, and its memory is not the Java heap. Native memory: 3 bytes for each pixel until the
 * picture is closed; while decoding, measured at 12 megapixels of 8 bits in one tile, 6 (HEIC) or
 * 18 (AVIF) in all. Time, measured on one core: 10 ms for 0.5 megapixels, 190 ms (HEIC) and 530 ms
 * (AVIF) for 12. FFmpeg's log is switched off, for the whole process, when it is loaded.
 *
 * <p>Source: FFmpeg 8.0.1; ISO/IEC 23008-12; AV1 Image File Format 1.1.
 */
public final class FfmpegDecoder implements ImageDecoder {

  private FfmpegDecoder() {}

  /**
   * Loads FFmpeg.
   *
   * @return a decoder
   * @throws NativeLibraryException if FFmpeg's classes are not on the class path, or the native
   *     libraries for this system are absent or cannot be loaded; the message says what can be done
   */
  public static FfmpegDecoder load() {
    try {
      TileDecoder.load();
    } catch (LinkageError | RuntimeException e) {
      throw NativeLibraryException.ofFfmpeg(e);
    }
    return new FfmpegDecoder();
  }

  /**
   * A decoder that gives AVIF and HEIC to this one and all else to another.
   *
   * @param other the other
   * @return both, by the name of the other and {@code +ffmpeg}
   */
  public ImageDecoder besides(ImageDecoder other) {
    return new Both(this, other);
  }

  @Override
  public String name() {
    return "ffmpeg";
  }

  @Override
  public DecodedImage decode(EncodedImage image) throws UnscreenableException {
    if (!reads(image.format())) {
      throw new UnscreenableException(
          UNSUPPORTED_FORMAT, "the FFmpeg decoder does not read " + image.format());
    }
    return TileCanvas.decode(HeifPicture.of(image), image);
  }

  /** Whether a format is one that FFmpeg is for. */
  static boolean reads(ImageFormat format) {
    return format == ImageFormat.AVIF || format == ImageFormat.HEIC;
  }

  private record Both(FfmpegDecoder ffmpeg, ImageDecoder other) implements ImageDecoder {

    @Override
    public String name() {
      return other.name() + "+" + ffmpeg.name();
    }

    @Override
    public DecodedImage decode(EncodedImage image) throws UnscreenableException {
      return of(image).decode(image);
    }

    @Override
    public DecodedImage decode(EncodedImage image, int sufficientSide)
        throws UnscreenableException {
      return of(image).decode(image, sufficientSide);
    }

    private ImageDecoder of(EncodedImage image) {
      return reads(image.format()) ? ffmpeg : other;
    }
  }
}
