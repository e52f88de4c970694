package org.hashmatch.bank.exchange.fetch;

import java.io.IOException;

/** A service that could not be asked, or whose answer is not to be used. */
public final class FetchException extends IOException {

  private static final long serialVersionUID = 1L;

  /** The status of its answer, 0 if there was none. */
  private final int status;

  FetchException(String problem) {
    this(problem, 0);
  }

  FetchException(String problem, int status) {
    super(problem);
    this.status = status;
  }

  FetchException(String problem, Throwable cause) {
    super(problem, cause);
    this.status = 0;
  }

  /**
   * What the service answered.
   *
   * @return the HTTP status; 0 if there was no answer, or the status is not what is wrong with it
   */
  public int status() {
    return status;
  }
}
