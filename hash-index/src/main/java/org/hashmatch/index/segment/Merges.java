package org.hashmatch.index.segment;

import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** The threads that merge, for all indexes of this program: at most two, and none when idle. */
final class Merges {

  private static final int THREADS = 2;
  private static final int IDLE_SECONDS = 5;
  private static final Executor EXECUTOR = executor();

  private Merges() {}

  static Executor inBackground() {
    return EXECUTOR;
  }

  private static Executor executor() {
    ThreadPoolExecutor executor =
        new ThreadPoolExecutor(
            THREADS,
            THREADS,
            IDLE_SECONDS,
            TimeUnit.SECONDS,
            new LinkedBlockingQueue<>(),
            Merges::thread);
    executor.allowCoreThreadTimeOut(true);
    return executor;
  }

  private static Thread thread(Runnable work) {
    Thread thread = new Thread(work, "hashmatch-merge");
    thread.setDaemon(true);
    return thread;
  }
}
