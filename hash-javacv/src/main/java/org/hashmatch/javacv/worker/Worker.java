package org.hashmatch.javacv.worker;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.hashmatch.hash.UnscreenableException;
import org.hashmatch.hash.UnscreenableReason;
import org.hashmatch.hash.view.HashedPicture;

/**
 * One child process, as its parent sees it: one picture at a time, and after any misbehaviour it is
 * dead. Not for several threads at once.
 */
final class Worker {

  private static final Duration GREETING_DEADLINE = Duration.ofSeconds(60);
  private static final long DEATH_MILLIS = 200;
  private static final long START_NANOS = System.nanoTime();
  private static final long NEVER = Long.MAX_VALUE;

  private final Process process;
  private final Reply reply;
  private int pictures;
  private boolean greeted;

  /** Killing takes a moment, in which the process still counts as alive. */
  private volatile boolean killed;

  /** When it will be killed, in time since {@link #START_NANOS}. */
  private volatile long deadlineNanos = NEVER;

  private volatile boolean expired;

  Worker(Process process, Reply reply) {
    this.process = process;
    this.reply = reply;
  }

  boolean isAlive() {
    return !killed && process.isAlive();
  }

  /** How many pictures it was given. */
  int pictures() {
    return pictures;
  }

  void kill() {
    killed = true;
    process.destroyForcibly();
  }

  private void setDeadline(Duration deadline) {
    deadlineNanos = System.nanoTime() - START_NANOS + deadline.toNanos();
  }

  /** Kills the process if its time is up: nothing else ends a native decoder. For any thread. */
  void checkDeadline() {
    if (System.nanoTime() - START_NANOS > deadlineNanos) {
      expired = true;
      kill();
    }
  }

  /**
   * Waits until the process is ready, the first time.
   *
   * @throws IOException if it is not a worker, or does not start; the message says how it ended
   */
  Greeting greet() throws IOException {
    setDeadline(GREETING_DEADLINE);
    try {
      Greeting greeting = Greeting.of(read(Greeting.BYTES));
      if (greeting.decoder().equals(Greeting.NO_DECODER)) {
        throw new IOException(greeting.problem());
      }
      greeted = true;
      return greeting;
    } catch (EOFException | IllegalArgumentException e) {
      kill();
      String why = expired ? "not within " + GREETING_DEADLINE.toSeconds() + " s" : death();
      throw new IOException("a worker process did not start (" + why + ")", e);
    } finally {
      deadlineNanos = NEVER;
    }
  }

  /**
   * Has a picture hashed.
   *
   * @throws UnscreenableException if it cannot be; {@code TIMED_OUT}, {@code OUT_OF_MEMORY} or
   *     {@code WORKER_LOST} if that cost the worker's life
   */
  HashedPicture hash(boolean toMatch, byte[] file, Duration deadline) throws UnscreenableException {
    pictures++;
    try {
      if (!greeted) {
        greet();
      }
      return exchange(new Request(pictures, toMatch, file), deadline);
    } catch (IOException | IllegalArgumentException e) {
      kill();
      throw new UnscreenableException(
          UnscreenableReason.WORKER_LOST, "the worker process broke off (" + death() + ")", e);
    }
  }

  private HashedPicture exchange(Request request, Duration deadline)
      throws UnscreenableException, IOException {
    setDeadline(deadline);
    try {
      request.writeTo(process.getOutputStream());
      return reply.read(read(reply.bytes()), request.sequence());
    } catch (IOException e) {
      throw expired ? timedOut(deadline) : ownEnd(e);
    } finally {
      deadlineNanos = NEVER;
    }
  }

  private byte[] read(int bytes) throws IOException {
    InputStream in = process.getInputStream();
    byte[] read = in.readNBytes(bytes);
    if (read.length < bytes) {
      throw new EOFException();
    }
    return read;
  }

  private UnscreenableException timedOut(Duration deadline) {
    return new UnscreenableException(
        UnscreenableReason.TIMED_OUT, "not decoded within " + deadline.toMillis() + " ms");
  }

  /** What its watch said, if that ended it. */
  private UnscreenableException ownEnd(IOException e) throws IOException {
    String death = death();
    if (death.equals(exit(WorkerWatch.TOO_MUCH_MEMORY))) {
      return new UnscreenableException(
          UnscreenableReason.OUT_OF_MEMORY, "decoding needs more memory than a worker may have");
    }
    throw e;
  }

  private String death() {
    try {
      return process.waitFor(DEATH_MILLIS, TimeUnit.MILLISECONDS)
          ? exit(process.exitValue())
          : "still running";
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return "interrupted";
    }
  }

  private static String exit(int code) {
    return "exit code " + code;
  }
}
