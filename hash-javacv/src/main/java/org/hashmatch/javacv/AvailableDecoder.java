package org.hashmatch.javacv;

import java.util.Optional;
import org.hashmatch.hash.decode.FallbackDecoder;
import org.hashmatch.hash.decode.ImageDecoder;
import org.hashmatch.hash.decode.JavaDecoder;

/**
 * The best decoder that can be had on this machine: OpenCV, with the JDK's readers as a second
 * chance for damaged pictures; or, where OpenCV cannot be loaded, the Java decoder with the
 * plug-ins of the class path.
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
      return new AvailableDecoder(
          new FallbackDecoder(OpenCvDecoder.load(), JavaDecoder.withoutPlugIns()),
          Optional.empty());
    } catch (NativeLibraryException e) {
      return new AvailableDecoder(new JavaDecoder(), Optional.of(String.valueOf(e.getMessage())));
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
