package org.hashmatch.javacv;

/**
 * OpenCV's or FFmpeg's native libraries are not there for this system, or the system refused to
 * load them.
 */
public final class NativeLibraryException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  NativeLibraryException(Throwable cause) {
    this("OpenCV", "javacpp, opencv and openblas", "use the Java decoder", cause);
  }

  private NativeLibraryException(
      String library, String artifacts, String otherwise, Throwable cause) {
    super(
        library
            + "'s native libraries cannot be loaded on "
            + System.getProperty("os.name")
            + " "
            + System.getProperty("os.arch")
            + " ("
            + firstLine(cause)
            + "). Add the "
            + artifacts
            + " artifacts with this system's classifier, give"
            + " -Dorg.bytedeco.javacpp.cachedir a folder that may be written and executed, or "
            + otherwise
            + ".",
        cause);
  }

  /** FFmpeg's: its classes may be absent as well. */
  static NativeLibraryException ofFfmpeg(Throwable cause) {
    return new NativeLibraryException(
        "FFmpeg", "javacpp and ffmpeg", "do without AVIF and HEIC", cause);
  }

  private static String firstLine(Throwable cause) {
    return String.valueOf(cause.getMessage()).lines().findFirst().orElse("no message");
  }
}
