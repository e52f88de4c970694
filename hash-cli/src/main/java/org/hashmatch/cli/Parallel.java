package org.hashmatch.cli;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;

/** Works on many things at once and hands the results on in the order of the things. */
final class Parallel {

  private Parallel() {}

  /** Takes a result. */
  @FunctionalInterface
  interface Sink<T> {

    /** Takes one; false ends the work. */
    boolean accept(T result);
  }

  /**
   * At most four things a processor are begun ahead of the sink, so memory does not grow with their
   * number.
   */
  static <T, R> void inOrder(Iterator<T> things, Function<T, R> work, Sink<R> sink) {
    int processors = Runtime.getRuntime().availableProcessors();
    ExecutorService threads = Executors.newFixedThreadPool(processors, Parallel::daemon);
    Deque<Future<R>> begun = new ArrayDeque<>();
    try {
      boolean wanted = true;
      while (wanted && (things.hasNext() || !begun.isEmpty())) {
        while (things.hasNext() && begun.size() < 4 * processors) {
          T thing = things.next();
          begun.add(threads.submit(() -> work.apply(thing)));
        }
        wanted = sink.accept(result(begun.remove()));
      }
    } finally {
      threads.shutdownNow();
    }
  }

  private static Thread daemon(Runnable work) {
    Thread thread = new Thread(work, "hashmatch-worker");
    thread.setDaemon(true);
    return thread;
  }

  private static <R> R result(Future<R> future) {
    try {
      return future.get();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof Error error) {
        throw error;
      }
      throw e.getCause() instanceof RuntimeException unchecked
          ? unchecked
          : new IllegalStateException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }
}
