package org.hashmatch.javacv;

/** OpenCV's native libraries are not there for this system, or the system refused to load them. */
public final class NativeLibraryException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  NativeLibraryException(Throwable cause) {
    super(
        "OpenCV's native libraries cannot be loaded on "
            + System.getProperty("os.name")
            + " "
            + System.getProperty("os.arch")
            + " ("
            + firstLine(cause)
            + "). Add the javacpp, opencv and openblas artifacts with this system's classifier, give"
            + " -Dorg.bytedeco.javacpp.cachedir a folder that may be written and executed, or use the Java decoder.",
        cause);
  }

  private static String firstLine(Throwable cause) {
    return String.valueOf(cause.getMessage()).lines().findFirst().orElse("no message");
  }
}
