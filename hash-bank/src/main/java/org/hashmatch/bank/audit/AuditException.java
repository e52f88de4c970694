package org.hashmatch.bank.audit;

import java.io.IOException;
import java.nio.file.Path;

/** An audit file is not what was written: a line of it differs, is missing, or is cut. */
public final class AuditException extends IOException {

  private static final long serialVersionUID = 1L;

  private final long line;

  /**
   * Names the place and what differs.
   *
   * @param file the audit file
   * @param line number of the line, from 1
   * @param problem what differs
   */
  public AuditException(Path file, long line, String problem) {
    super("audit log " + file + ", line " + line + ": " + problem);
    this.line = line;
  }

  /**
   * Which line it is.
   *
   * @return counted from 1
   */
  public long line() {
    return line;
  }
}
