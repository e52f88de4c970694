package org.hashmatch.bank;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** The thread in which a bank catches up with its store. */
final class BankFollower implements Runnable {

  private static final System.Logger LOG = System.getLogger(BankFollower.class.getName());
  private static final Duration SHORTEST = Duration.ofMillis(10);

  private final Bank bank;
  private final Duration interval;
  private final CountDownLatch stopped = new CountDownLatch(1);
  private boolean isFailing;

  private BankFollower(Bank bank, Duration interval) {
    this.bank = bank;
    this.interval = interval;
  }

  static BankFollower start(Bank bank, Duration interval) {
    if (interval.compareTo(SHORTEST) < 0) {
      throw new IllegalArgumentException(
          "interval must be " + SHORTEST + " or more (got " + interval + ")");
    }
    BankFollower follower = new BankFollower(bank, interval);
    Thread thread = new Thread(follower, "hashmatch-follow-" + bank.settings().name());
    thread.setDaemon(true);
    thread.start();
    return follower;
  }

  void stop() {
    stopped.countDown();
  }

  @Override
  public void run() {
    try {
      while (!stopped.await(interval.toMillis(), TimeUnit.MILLISECONDS)) {
        catchUp();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** A failure is logged once, not four times a second. */
  private void catchUp() {
    try {
      bank.catchUp();
      isFailing = false;
    } catch (IOException | RuntimeException e) {
      if (!isFailing && stopped.getCount() > 0) {
        LOG.log(System.Logger.Level.WARNING, "bank not followed: {0}", e.getMessage());
      }
      isFailing = true;
    }
  }
}
