package org.hashmatch.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.hashmatch.hash.UnscreenableException;
import org.hashmatch.hash.UnscreenableReason;
import org.hashmatch.hash.decode.GuardLimits;

/** Reads a picture file, but never more of it than the guard would let through. */
final class PictureFile {

  private PictureFile() {}

  static byte[] read(Path file) throws UnscreenableException {
    try {
      if (Files.exists(file) && !Files.isRegularFile(file)) {
        throw new UnscreenableException(
            UnscreenableReason.UNREADABLE,
            Files.isDirectory(file) ? "is a folder" : "is not a regular file");
      }
      return readBounded(file);
    } catch (IOException e) {
      throw new UnscreenableException(UnscreenableReason.UNREADABLE, FileProblem.reason(e), e);
    }
  }

  private static byte[] readBounded(Path file) throws IOException, UnscreenableException {
    long limit = GuardLimits.DEFAULT.maxBytes();
    try (InputStream in = Files.newInputStream(file)) {
      byte[] bytes = in.readNBytes(Math.toIntExact(limit + 1));
      if (bytes.length > limit) {
        throw new UnscreenableException(
            UnscreenableReason.TOO_LARGE, Files.size(file) + " bytes (limit " + limit + ")");
      }
      return bytes;
    }
  }
}
