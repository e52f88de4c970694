package org.hashmatch.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.hashmatch.hash.UnscreenableException;
import org.hashmatch.hash.UnscreenableReason;

/** Reads a picture file, but never more of it than the guard would let through. */
final class PictureFile {

  private PictureFile() {}

  static byte[] read(Path file, long maxBytes) throws UnscreenableException {
    try {
      if (Files.exists(file) && !Files.isRegularFile(file)) {
        throw new UnscreenableException(
            UnscreenableReason.UNREADABLE,
            Files.isDirectory(file) ? "is a folder" : "is not a regular file");
      }
      return readBounded(file, maxBytes);
    } catch (IOException e) {
      throw new UnscreenableException(UnscreenableReason.UNREADABLE, FileProblem.reason(e), e);
    }
  }

  private static byte[] readBounded(Path file, long limit)
      throws IOException, UnscreenableException {
    try (InputStream in = Files.newInputStream(file)) {
      byte[] bytes = in.readNBytes((int) Math.min(limit + 1, Integer.MAX_VALUE - 8));
      if (bytes.length > limit) {
        throw new UnscreenableException(
            UnscreenableReason.TOO_LARGE, Files.size(file) + " bytes (limit " + limit + ")");
      }
      return bytes;
    }
  }
}
