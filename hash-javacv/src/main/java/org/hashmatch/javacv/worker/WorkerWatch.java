package org.hashmatch.javacv.worker;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * Ends a worker from within when a picture makes it too large, or when its parent, which should
 * have ended it, is gone. A native decoder can be stopped in no other way.
 *
 * <p>Memory is watched where {@link ResidentMemory} is known; elsewhere the heap's limit is the
 * only one.
 */
final class WorkerWatch implements Runnable {

  /** Exit code of a worker that grew too large. */
  static final int TOO_MUCH_MEMORY = 77;

  /** Exit code of a worker that was forgotten. */
  static final int TOO_LATE = 78;

  private static final long INTERVAL_NANOS = TimeUnit.MILLISECONDS.toNanos(5);

  /** Checks without a picture until it sleeps: to be woken costs the next picture time. */
  private static final int IDLE_CHECKS = 100;

  private final long maxBytes;
  private final long maxNanos;
  private final ResidentMemory memory = ResidentMemory.open();
  private final Thread thread = new Thread(this, "hashmatch-watch");

  /** When the picture was begun; meaningless while there is none. */
  private volatile long begun;

  private volatile boolean busy;
  private volatile boolean asleep;

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
    if (asleep) {
      LockSupport.unpark(thread);
    }
  }

  void end() {
    busy = false;
  }

  @Override
  public void run() {
    int idleChecks = 0;
    while (true) {
      idleChecks = busy ? 0 : idleChecks + 1;
      if (idleChecks > IDLE_CHECKS) {
        sleep();
      } else {
        LockSupport.parkNanos(this, INTERVAL_NANOS);
        check();
      }
    }
  }

  /** Either sees that there is a picture, or is seen to sleep and woken. */
  private void sleep() {
    asleep = true;
    while (!busy) {
      LockSupport.park(this);
    }
    asleep = false;
  }

  /** Halts rather than exits: nothing of a picture may run any more. */
  private void check() {
    if (busy && memory.bytes() > maxBytes) {
      Runtime.getRuntime().halt(TOO_MUCH_MEMORY);
    }
    if (busy && System.nanoTime() - begun > maxNanos) {
      Runtime.getRuntime().halt(TOO_LATE);
    }
  }
}
