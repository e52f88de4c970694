package org.hashmatch.testdata;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Locale;

/**
 * One committed picture: a row of the manifest, and the bytes of its file.
 *
 * @param file where it is below the folder of images, with slashes
 * @param kind what was done to it
 * @param shows what can be seen on it, in a few words
 * @param of the file of the known picture that it copies; empty if it copies none
 * @param width of the pixels as the file stores them or claims to; 0 if it is no picture
 * @param height likewise
 * @param expected what a screener that knows the known pictures must answer: {@code BLOCK}, {@code
 *     CLEAR}, or the name of the reason why it cannot be screened
 */
public record TestImage(
    String file, Kind kind, String shows, String of, int width, int height, String expected) {

  /** What was done to a picture. */
  public enum Kind {
    /** Nothing: it is what a bank knows. */
    KNOWN,
    /** A copy byte for byte. */
    EXACT,
    /** A JPEG of lower quality. */
    RECOMPRESSED,
    /** Another size of the same shape. */
    RESIZED,
    /** Turned by quarters, in its pixels or by its EXIF orientation. */
    ROTATED,
    /** Seen in a mirror. */
    MIRRORED,
    /** In another file format. */
    REFORMATTED,
    /** A picture of its own, which no bank knows. */
    INNOCENT,
    /** Not a picture, or none that can be screened. */
    BROKEN;

    /**
     * Where pictures of this kind are.
     *
     * @return the folder, with a slash at its end
     */
    public String folder() {
      return this == KNOWN ? "known/" : "uploads/" + label() + "/";
    }

    String label() {
      return name().toLowerCase(Locale.ROOT);
    }

    static Kind parse(String label) {
      return valueOf(label.toUpperCase(Locale.ROOT));
    }
  }

  /**
   * Reads the file from the class path.
   *
   * @return its bytes, new for every call
   * @throws UncheckedIOException if this is no row of the manifest, or the jar cannot be read
   */
  public byte[] bytes() {
    return resource(file);
  }

  static byte[] resource(String file) {
    try (InputStream in = TestImage.class.getResourceAsStream("images/" + file)) {
      if (in == null) {
        throw new FileNotFoundException("no test image " + file);
      }
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
