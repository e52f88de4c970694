package org.hashmatch.eval.study;

import java.io.IOException;

/** What must not be left undone when the program is ended from outside, until it is cancelled. */
final class AtExit {

  private final Thread hook;

  private AtExit(Thread hook) {
    this.hook = hook;
  }

  /**
   * Does the work when the program ends.
   *
   * @throws IOException if it is ending already
   */
  static AtExit of(Runnable work) throws IOException {
    AtExit atExit = new AtExit(new Thread(work, "hashmatch-study-exit"));
    try {
      Runtime.getRuntime().addShutdownHook(atExit.hook);
    } catch (IllegalStateException e) {
      throw new IOException("the study was stopped", e);
    }
    return atExit;
  }

  /** It is not needed any more. */
  void cancel() {
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException e) {
      // The program is ending already, and does the work itself.
      return;
    }
  }
}
