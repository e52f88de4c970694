package org.hashmatch.cli;

import org.hashmatch.hash.decode.ImageDecoder;
import org.hashmatch.hash.decode.JavaDecoder;
import org.hashmatch.javacv.NativeLibraryException;
import org.hashmatch.javacv.OpenCvDecoder;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The option {@code --decoder}, for every command that reads pictures. */
final class DecoderChoice {

  /** The decoders there are. */
  enum Name {
    /** OpenCV through JavaCV. */
    OPENCV,
    /** The JDK's own readers. */
    JAVA
  }

  @Option(
      names = "--decoder",
      paramLabel = "opencv|java",
      description =
          "What turns files into pixels. Without it: opencv, or java where opencv cannot be loaded.")
  private @Nullable Name name;

  ImageDecoder load(Console console) {
    if (name == Name.JAVA) {
      return new JavaDecoder();
    }
    try {
      return OpenCvDecoder.load();
    } catch (NativeLibraryException e) {
      if (name == Name.OPENCV) {
        throw console.usageError(String.valueOf(e.getMessage()));
      }
      console.err().println("hashmatch: " + e.getMessage());
      console.err().println("hashmatch: going on with the Java decoder (no CMYK JPEG)");
      return new JavaDecoder();
    }
  }
}
