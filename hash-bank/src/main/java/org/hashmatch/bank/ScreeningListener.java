package org.hashmatch.bank;

import java.io.IOException;

/** Is told of every decision, in the thread that made it and before the caller has it. */
@FunctionalInterface
public interface ScreeningListener {

  /**
   * Takes one. Any number of threads may call at once.
   *
   * @param screening what became of an upload
   * @throws IOException if it cannot be noted where it must be; the caller gets this in place of
   *     the decision
   */
  void screened(Screening screening) throws IOException;
}
