package org.hashmatch.bank.exchange;

import java.io.IOException;

/** A list that is not of its format, is cut, or is not to be taken. Nothing of it was taken. */
public final class ListException extends IOException {

  private static final long serialVersionUID = 1L;

  /**
   * Says what is wrong.
   *
   * @param problem where, what was expected and what was found; never a hash
   */
  public ListException(String problem) {
    super(problem);
  }

  /**
   * Says what is wrong, and what failed.
   *
   * @param problem where, what was expected and what was found; never a hash
   * @param cause what failed
   */
  public ListException(String problem, Throwable cause) {
    super(problem, cause);
  }
}
