package org.hashmatch.javacv;

import java.util.Optional;
import org.hashmatch.hash.decode.FallbackDecoder;
import org.hashmatch.hash.decode.ImageDecoder;
import org.hashmatch.hash.decode.JavaDecoder;

/**
 * The best decoder that can be had on this machine: OpenCV, with the JDK's readers as a second
 * chance for damaged pictures, and FFmpeg for AVIF and HEIC if it is there; or, where OpenCV cannot
 * be loaded, the Java decoder with the plug-ins of the class path.
 *
 * @param decoder the decoder
 * @param problem why it is not OpenCV, and what can be done about it; empty if it is
 */
public record AvailableDecoder(ImageDecoder decoder, Optional<String> problem) {

  /**
   * Loads it.
   *
   * @return the decoder
   */
  public static AvailableDecoder load() {
    try {
      ImageDecoder still = new FallbackDecoder(OpenCvDecoder.load(), JavaDecoder.withoutPlugIns());
      return new AvailableDecoder(withFfmpeg(still), Optional.empty());
    } catch (NativeLibraryException e) {
      return new AvailableDecoder(new JavaDecoder(), Optional.of(String.valueOf(e.getMessage())));
    }
  }

  /** It is optional: without it, AVIF and HEIC are answered by what it takes to read them. */
  private static ImageDecoder withFfmpeg(ImageDecoder other) {
    try {
      return FfmpegDecoder.load().besides(other);
    } catch (NativeLibraryException e) {
      return other;
    }
  }

  /**
   * The Java decoder, though OpenCV may be there.
   *
   * @return the decoder
   */
  public static AvailableDecoder java() {
    return new AvailableDecoder(new JavaDecoder(), Optional.empty());
  }
}
