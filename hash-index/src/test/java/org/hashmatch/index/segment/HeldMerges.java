package org.hashmatch.index.segment;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;

/** Merges that wait until they are told to run, in any order. */
final class HeldMerges implements Executor {

  private final List<Runnable> waiting = new ArrayList<>();

  @Override
  public void execute(Runnable merge) {
    waiting.add(merge);
  }

  int waiting() {
    return waiting.size();
  }

  /** Runs the one that came as the n-th of those that wait. */
  void run(int number) {
    waiting.remove(number).run();
  }

  /** Runs those that wait and those that follow from them. */
  void runAll() {
    while (!waiting.isEmpty()) {
      run(0);
    }
  }
}
