package org.hashmatch.cli;

import org.hashmatch.hash.decode.ImageDecoder;
import org.hashmatch.hash.decode.JavaDecoder;
import org.hashmatch.javacv.AvailableDecoder;
import org.hashmatch.javacv.NativeLibraryException;
import org.hashmatch.javacv.OpenCvDecoder;
import org.hashmatch.javacv.worker.IsolatedHasher;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The option {@code --decoder}, for every command that reads pictures. */
final class DecoderChoice {

  /** The decoders there are. */
  enum Name {
    /** OpenCV through JavaCV. */
    OPENCV,
    /** The JDK's own readers, and plug-ins. */
    JAVA
  }

  @Option(
      names = "--decoder",
      paramLabel = "opencv|java",
      description = {
        "What turns files into pixels.",
        "Without it: opencv, then java for what that refuses; java alone where opencv cannot be loaded."
      })
  private @Nullable Name name;

  /** For this process. */
  ImageDecoder load(Console console) {
    if (name == Name.JAVA) {
      return new JavaDecoder();
    }
    if (name == Name.OPENCV) {
      return openCv(console);
    }
    AvailableDecoder available = AvailableDecoder.load();
    available.problem().ifPresent(problem -> report(console, problem));
    return available.decoder();
  }

  private static ImageDecoder openCv(Console console) {
    try {
      return OpenCvDecoder.load();
    } catch (NativeLibraryException e) {
      throw console.usageError(String.valueOf(e.getMessage()));
    }
  }

  /** For processes of their own. */
  IsolatedHasher.Decoder forWorkers() {
    return name == Name.JAVA ? IsolatedHasher.Decoder.JAVA : IsolatedHasher.Decoder.BEST;
  }

  /** Says why OpenCV is not there; fatal only to those who asked for it. */
  void report(Console console, String problem) {
    if (name == Name.OPENCV) {
      throw console.usageError(problem);
    }
    console.err().println("hashmatch: " + problem);
    console.err().println("hashmatch: going on with the Java decoder");
  }
}
