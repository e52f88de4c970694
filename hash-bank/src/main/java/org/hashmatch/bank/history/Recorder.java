package org.hashmatch.bank.history;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.hashmatch.bank.Bank;

/**
 * Uploads that wait to be written, and the thread that writes them. Of one id only the last waits.
 */
final class Recorder {

  /** So many wait at most: a few megabytes, and one transaction of a second or so. */
  static final int MOST_WAITING = 10_000;

  private static final System.Logger LOG = System.getLogger(Recorder.class.getName());

  private final Bank bank;
  private final Object writing = new Object();
  private final Map<String, UploadEdit> waiting = new LinkedHashMap<>();
  private final CountDownLatch stopped = new CountDownLatch(1);
  private boolean isFailing;

  Recorder(Bank bank) {
    this.bank = bank;
  }

  void start(Duration every) {
    Thread thread = new Thread(() -> run(every), "hashmatch-history-" + bank.settings().name());
    thread.setDaemon(true);
    thread.start();
  }

  private void run(Duration every) {
    try {
      while (!stopped.await(every.toMillis(), TimeUnit.MILLISECONDS)) {
        flushAndLog();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** A failure is logged once; what could not be written waits for the next time. */
  private void flushAndLog() {
    try {
      flush();
      isFailing = false;
    } catch (IOException | RuntimeException e) {
      if (!isFailing) {
        LOG.log(System.Logger.Level.WARNING, "uploads not written yet: {0}", e.getMessage());
      }
      isFailing = true;
    }
  }

  /** Takes an upload; writes all of them here and now if too many wait. */
  void add(UploadEdit upload) throws IOException {
    if (isFull()) {
      flush();
    }
    synchronized (waiting) {
      // At the end of the line, whatever waited under its id.
      waiting.remove(upload.id());
      waiting.put(upload.id(), upload);
    }
  }

  private boolean isFull() {
    synchronized (waiting) {
      return waiting.size() >= MOST_WAITING;
    }
  }

  /** Writes all that wait. They wait on if that fails. */
  void flush() throws IOException {
    synchronized (writing) {
      List<UploadEdit> some;
      synchronized (waiting) {
        some = new ArrayList<>(waiting.values());
      }
      if (!some.isEmpty()) {
        bank.write(writer -> writer.editAll(some));
        synchronized (waiting) {
          some.forEach(upload -> waiting.remove(upload.id(), upload));
        }
      }
    }
  }

  /** Removes an upload, be it written or waiting. */
  boolean forget(String id) throws IOException {
    synchronized (writing) {
      boolean hasWaited;
      synchronized (waiting) {
        hasWaited = waiting.remove(id) instanceof UploadEdit.Keep;
      }
      return bank.remove(id) || hasWaited;
    }
  }

  void stop() {
    stopped.countDown();
  }
}
