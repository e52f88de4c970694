package org.hashmatch.eval.study;

/** What must not be left undone when the program is ended from outside, until it is cancelled. */
final class AtExit {

  private final Thread hook;

  private AtExit(Thread hook) {
    this.hook = hook;
  }

  static AtExit of(Runnable work) {
    AtExit atExit = new AtExit(new Thread(work, "hashmatch-study-exit"));
    Runtime.getRuntime().addShutdownHook(atExit.hook);
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
