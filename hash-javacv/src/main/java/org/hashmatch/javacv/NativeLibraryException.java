package org.hashmatch.javacv;

import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * OpenCV's or FFmpeg's native libraries are not there for this system, or the system refused to
 * load them. The message says what can be done, in one line.
 */
public final class NativeLibraryException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  NativeLibraryException(Throwable cause) {
    this("OpenCV", "javacpp, opencv and openblas", "use the Java decoder", cause);
  }

  private NativeLibraryException(
      String library, String artifacts, String otherwise, Throwable cause) {
    super(
        String.format(
            "%s's native libraries cannot be loaded on %s %s (%s). %s, or %s.",
            library,
            System.getProperty("os.name"),
            System.getProperty("os.arch"),
            firstLine(cause),
            advice(messages(cause), artifacts),
            otherwise),
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

  private static String messages(Throwable cause) {
    return Stream.iterate(cause, Objects::nonNull, Throwable::getCause)
        .limit(10)
        .map(each -> String.valueOf(each.getMessage()))
        .collect(Collectors.joining(" "));
  }

  /** What systems say is told apart by their words: there are no codes. */
  private static String advice(String messages, String artifacts) {
    if (messages.contains("GLIBC") && messages.contains("not found")) {
      return "This system's C library is older than they need, 2.35: take a newer system";
    }
    if (messages.contains("ld-linux") || messages.contains("musl")) {
      return "They need glibc, not musl: take a system that has it, such as Debian";
    }
    if (messages.contains("create the cache")) {
      return "They are unpacked before they are loaded: give -Dorg.bytedeco.javacpp.cachedir a folder that may be written";
    }
    if (messages.contains("failed to map segment") || messages.contains("not permitted")) {
      return "The folder they are unpacked to is mounted noexec: give -Dorg.bytedeco.javacpp.cachedir another";
    }
    return "Add the "
        + artifacts
        + " artifacts with this system's classifier, give -Dorg.bytedeco.javacpp.cachedir a folder that may be written and"
        + " executed";
  }
}
