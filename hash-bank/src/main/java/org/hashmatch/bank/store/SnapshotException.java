package org.hashmatch.bank.store;

import java.io.IOException;
import java.nio.file.Path;

/**
 * A snapshot file is not one, of another version, damaged, signed by somebody else, or older than
 * what was applied before.
 */
public final class SnapshotException extends IOException {

  private static final long serialVersionUID = 1L;

  /**
   * Names the file and what is wrong with it.
   *
   * @param file the snapshot file
   * @param problem what was expected and what was found
   */
  public SnapshotException(Path file, String problem) {
    super("snapshot " + file + ": " + problem);
  }

  /**
   * Names the file, what is wrong with it, and what failed.
   *
   * @param file the snapshot file
   * @param problem what was expected and what was found
   * @param cause what failed
   */
  public SnapshotException(Path file, String problem, Throwable cause) {
    super("snapshot " + file + ": " + problem, cause);
  }
}
