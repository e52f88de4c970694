package org.hashmatch.bank.audit;

/**
 * How far an audit file goes. Kept elsewhere, it proves later that nothing was cut off the file's
 * end, which the file cannot prove by itself.
 *
 * @param lines how many lines it has
 * @param first what its first line says of the file before: that file's {@code last}, or {@link
 *     #NONE}
 * @param last SHA-256 of its last line, in lower-case hexadecimal
 */
public record AuditState(long lines, String first, String last) {

  /** Stands for the last hash of a file that there is not: 64 zeros. */
  public static final String NONE = "0".repeat(64);

  /**
   * Checks the parts.
   *
   * @param lines as above
   * @param first as above
   * @param last as above
   * @throws IllegalArgumentException if there is no line, or a hash is not 64 lower-case hex digits
   */
  public AuditState {
    if (lines < 1) {
      throw new IllegalArgumentException("an audit file has 1 line or more (got " + lines + ")");
    }
    AuditLine.checkHex(first);
    AuditLine.checkHex(last);
  }
}
