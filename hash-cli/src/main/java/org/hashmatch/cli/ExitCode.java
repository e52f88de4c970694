package org.hashmatch.cli;

import org.hashmatch.bank.Decision;

/** What the process says to the script that called it. */
final class ExitCode {

  static final int CLEAR = 0;
  static final int MATCHED = 1;
  static final int UNSCREENABLE = 2;
  static final int USAGE = 64;

  private int worst = CLEAR;

  static int of(Decision decision) {
    if (decision instanceof Decision.Unscreenable) {
      return UNSCREENABLE;
    }
    return decision instanceof Decision.Clear ? CLEAR : MATCHED;
  }

  /**
   * Takes one result in. The highest code wins: what could not be looked at must not hide behind a
   * match.
   */
  void include(int code) {
    worst = Math.max(worst, code);
  }

  int worst() {
    return worst;
  }
}
