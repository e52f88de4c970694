package org.hashmatch.bank.exchange;

/** Why a row cannot be used. Thrown by what reads one row, and never leaves a list's reader. */
final class RowFault extends Exception {

  private static final long serialVersionUID = 1L;

  private final String field;
  private final String problem;
  private final boolean unsupported;

  private RowFault(String field, String problem, boolean unsupported) {
    // No stack: a list may have a million of them.
    super(problem, null, false, false);
    this.field = field;
    this.problem = problem;
    this.unsupported = unsupported;
  }

  /** It is not as the format wants it. */
  static RowFault invalid(String field, String problem) {
    return new RowFault(field, problem, false);
  }

  /**
   * The format's bound of a text or number was broken; the message of our own values says which.
   */
  static RowFault invalid(String field, IllegalArgumentException bound) {
    return new RowFault(field, String.valueOf(bound.getMessage()), false);
  }

  /** It is as the format wants it, and of a kind that is not used here. */
  static RowFault unsupported(String field, String problem) {
    return new RowFault(field, problem, true);
  }

  boolean isUnsupported() {
    return unsupported;
  }

  RowProblem at(long line) {
    return new RowProblem(line, field, problem);
  }
}
