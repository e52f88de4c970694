package org.hashmatch.hash;

/**
 * A picture could not be looked at, for a reason that lies in the picture. An expected outcome of
 * untrusted input, so checked; the screener turns it into an answer.
 *
 * <p>The message is {@code REASON: detail}. It holds no picture content and no hash.
 */
public final class UnscreenableException extends Exception {

  private static final long serialVersionUID = 1L;

  private final UnscreenableReason reason;
  private final String detail;

  /**
   * Names the reason.
   *
   * @param reason the kind
   * @param detail one line for the log: the value found and the bound, without picture content
   */
  public UnscreenableException(UnscreenableReason reason, String detail) {
    super(reason + ": " + detail);
    this.reason = reason;
    this.detail = detail;
  }

  /**
   * Names the reason and what caused it.
   *
   * @param reason the kind
   * @param detail one line for the log: the value found and the bound, without picture content
   * @param cause what the decoder threw
   */
  public UnscreenableException(UnscreenableReason reason, String detail, Throwable cause) {
    this(reason, detail);
    initCause(cause);
  }

  /**
   * The kind of the reason.
   *
   * @return the reason
   */
  public UnscreenableReason reason() {
    return reason;
  }

  /**
   * One line for the log.
   *
   * @return what was found, and the bound
   */
  public String detail() {
    return detail;
  }
}
