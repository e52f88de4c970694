package org.hashmatch.cli;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;

/**
 * Why a file could not be read or written, in words: the platform's exceptions often say only its
 * name.
 */
final class FileProblem {

  private FileProblem() {}

  /** With the file's name, if the exception has it. */
  static String of(IOException e) {
    return e instanceof FileSystemException named && named.getFile() != null
        ? named.getFile() + ": " + reason(named)
        : reason(e);
  }

  /** Without the file's name. */
  static String reason(IOException e) {
    if (e instanceof NoSuchFileException) {
      return "no such file or folder";
    }
    if (e instanceof AccessDeniedException) {
      return "no permission";
    }
    if (e instanceof FileSystemException named && named.getReason() != null) {
      return named.getReason();
    }
    return e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
  }
}
