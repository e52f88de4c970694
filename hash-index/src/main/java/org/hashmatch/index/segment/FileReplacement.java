package org.hashmatch.index.segment;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.HexFormat;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;

/**
 * Puts a new file in the place of another, or of none, in one step: whoever opens it meanwhile, or
 * after a crash, has the old one or the new one, whole.
 *
 * <p>The new file is written beside the target as {@code .NAME.RANDOM.tmp}, RANDOM being 16 hex
 * digits, forced to the disk, and renamed. Files of such a name that stand there at the beginning
 * are what killed writers left, and are deleted; so there can be only one writer to a target at a
 * time. If two meet, one of them fails, and the target is the other's.
 */
final class FileReplacement {

  private static final String SUFFIX = ".tmp";
  private static final String RANDOM = "[0-9a-f]{16}";

  private FileReplacement() {}

  /** Writes what the file is to hold. */
  interface Content {
    void writeTo(FileChannel channel) throws IOException;
  }

  /** Replaces a file. If this fails before the renaming, nothing has changed. */
  static void replace(Path file, Content content) throws IOException {
    Path target = file.toAbsolutePath();
    deleteLeftOvers(target);
    String random = HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextLong());
    Path temporary = target.resolveSibling(prefix(target) + random + SUFFIX);
    try {
      write(temporary, content);
      Files.move(temporary, target, StandardCopyOption.ATOMIC_MOVE);
    } catch (Throwable e) {
      delete(temporary, e);
      throw e;
    }
    forceFolder(target);
  }

  private static String prefix(Path target) {
    return "." + target.getFileName() + ".";
  }

  private static void deleteLeftOvers(Path target) throws IOException {
    Pattern name = Pattern.compile(Pattern.quote(prefix(target)) + RANDOM + Pattern.quote(SUFFIX));
    DirectoryStream.Filter<Path> isLeftOver =
        path -> name.matcher(String.valueOf(path.getFileName())).matches();
    try (DirectoryStream<Path> leftOvers =
        Files.newDirectoryStream(target.resolveSibling(""), isLeftOver)) {
      for (Path leftOver : leftOvers) {
        Files.deleteIfExists(leftOver);
      }
    }
  }

  private static void write(Path temporary, Content content) throws IOException {
    try (FileChannel channel =
        FileChannel.open(temporary, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
      content.writeTo(channel);
      channel.force(true);
    }
  }

  private static void delete(Path temporary, Throwable cause) {
    try {
      Files.deleteIfExists(temporary);
    } catch (IOException e) {
      cause.addSuppressed(e);
    }
  }

  /** Makes the renaming outlast a power cut. */
  private static void forceFolder(Path target) throws IOException {
    try (FileChannel folder =
        FileChannel.open(target.resolveSibling(""), StandardOpenOption.READ)) {
      folder.force(true);
    } catch (AccessDeniedException e) {
      // Windows opens no folder, and needs no more than the renaming.
    }
  }
}
