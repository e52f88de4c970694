package org.hashmatch.eval.study;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** As many threads as there are processors, until they are closed. */
final class Workers implements AutoCloseable {

  private final ExecutorService threads =
      Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors(), Workers::daemon);

  private static Thread daemon(Runnable work) {
    Thread thread = new Thread(work, "hashmatch-study");
    thread.setDaemon(true);
    return thread;
  }

  /**
   * Does all of it, in any order.
   *
   * @return the results, in the order of the work
   * @throws IOException of the first that failed; others may go on until these threads are closed
   */
  <T> List<T> all(List<Callable<T>> work) throws IOException {
    List<Future<T>> begun = new ArrayList<>();
    for (Callable<T> one : work) {
      begun.add(threads.submit(one));
    }
    List<T> done = new ArrayList<>();
    for (Future<T> future : begun) {
      done.add(result(future));
    }
    return done;
  }

  private static <T> T result(Future<T> future) throws IOException {
    try {
      return future.get();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof IOException io) {
        throw io;
      }
      throw e.getCause() instanceof RuntimeException unchecked
          ? unchecked
          : new IllegalStateException(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("the study was interrupted", e);
    }
  }

  @Override
  public void close() {
    threads.shutdownNow();
  }
}
