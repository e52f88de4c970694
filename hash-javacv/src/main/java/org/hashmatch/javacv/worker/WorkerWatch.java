package org.hashmatch.javacv.worker;

import java.io.BufferedReader;
import java.io.FileReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * Ends a worker from within when a picture makes it too large, or when its parent, which should
 * have ended it, is gone. A native decoder can be stopped in no other way.
 *
 * <p>Memory is watched where {@code /proc} tells it (Linux); elsewhere the heap's limit is the only
 * one.
 */
final class WorkerWatch implements Runnable {

  /** Exit code of a worker that grew too large. */
  static final int TOO_MUCH_MEMORY = 77;

  /** Exit code of a worker that was forgotten. */
  static final int TOO_LATE = 78;

  private static final long INTERVAL_NANOS = TimeUnit.MILLISECONDS.toNanos(5);
  private static final String STATUS = "/proc/self/status";

  private final long maxBytes;
  private final long maxNanos;
  private final Thread thread = new Thread(this, "hashmatch-watch");

  /** When the picture was begun; meaningless while there is none. */
  private volatile long begun;

  private volatile boolean busy;

  private WorkerWatch(WorkerSettings settings) {
    this.maxBytes = settings.maxBytes();
    this.maxNanos = 2 * settings.deadline().toNanos();
  }

  static WorkerWatch start(WorkerSettings settings) {
    WorkerWatch watch = new WorkerWatch(settings);
    watch.thread.setDaemon(true);
    watch.thread.start();
    return watch;
  }

  void begin() {
    begun = System.nanoTime();
    busy = true;
    LockSupport.unpark(thread);
  }

  void end() {
    busy = false;
  }

  @Override
  public void run() {
    while (true) {
      if (!busy) {
        LockSupport.park(this);
      } else {
        LockSupport.parkNanos(this, INTERVAL_NANOS);
        check();
      }
    }
  }

  /** Halts rather than exits: nothing of a picture may run any more. */
  private void check() {
    if (busy && residentBytes() > maxBytes) {
      Runtime.getRuntime().halt(TOO_MUCH_MEMORY);
    }
    if (busy && System.nanoTime() - begun > maxNanos) {
      Runtime.getRuntime().halt(TOO_LATE);
    }
  }

  /** What this process holds in memory, or 0 where that cannot be told. */
  static long residentBytes() {
    try (BufferedReader status =
        new BufferedReader(new FileReader(STATUS, StandardCharsets.US_ASCII))) {
      String line = status.readLine();
      while (line != null) {
        if (line.startsWith("VmRSS:")) {
          return Long.parseLong(line.replaceAll("\\D", "")) << 10;
        }
        line = status.readLine();
      }
      return 0;
    } catch (IOException e) {
      return 0;
    }
  }
}
