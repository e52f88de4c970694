package org.hashmatch.eval.study;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/**
 * What a matcher wrote of some queries, kept until the study is done: the text as it is, and in a
 * file beside it the SHA-256 of the text, without which it counts for nothing.
 *
 * @param file where the text is kept
 */
record KeptScores(Path file) {

  private Path digest() {
    return file.resolveSibling(file.getFileName() + ".sha256");
  }

  /** Whether it is there, every byte of it. */
  boolean isWhole() throws IOException {
    try {
      return Files.readString(digest(), ISO_8859_1).equals(Sha256.of(file));
    } catch (NoSuchFileException e) {
      return false;
    }
  }

  /** Copies what was written; the digest is the last that comes. */
  void keep(Path written) throws IOException {
    Files.deleteIfExists(digest());
    Files.copy(written, file, StandardCopyOption.REPLACE_EXISTING);
    Path half = file.resolveSibling(file.getFileName() + ".half");
    Files.writeString(half, Sha256.of(file));
    Files.move(half, digest(), StandardCopyOption.ATOMIC_MOVE);
  }
}
