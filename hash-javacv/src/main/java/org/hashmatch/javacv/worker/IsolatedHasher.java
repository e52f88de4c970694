package org.hashmatch.javacv.worker;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.hashmatch.hash.HashAlgorithm;
import org.hashmatch.hash.UnscreenableException;
import org.hashmatch.hash.UnscreenableReason;
import org.hashmatch.hash.decode.GuardLimits;
import org.hashmatch.hash.decode.ImageGuard;
import org.hashmatch.hash.view.HashedPicture;
import org.hashmatch.hash.view.PictureHasher;
import org.jspecify.annotations.Nullable;

/**
 * Hashes pictures in child processes: for uploads of strangers. A picture that makes a decoder
 * hang, crash or grow costs that child its life and comes out as {@code TIMED_OUT}, {@code
 * WORKER_LOST} or {@code OUT_OF_MEMORY}; another child takes its place.
 *
 * <p>This is containment, not a sandbox: a child has the rights of its parent, though not its
 * environment variables. Where a decoder's flaw might be used to run code, put the whole service
 * under a sandbox of the system as well.
 *
 * <p>Safe for any number of threads; those beyond the number of workers wait. Cost, measured: a
 * JPEG of 436 KB takes 1.07 times as long as in process; a worker takes 0.6 s to start and 90 MB.
 */
public final class IsolatedHasher implements PictureHasher, AutoCloseable {

  /*
   * length (here) -> file -> child: guard, decoder, views, hasher -> record of fixed size -> hashes (here)
   *
   * 1. Not a byte of the picture is looked at here: its header is an attacker's work, too.
   * 2. Each picture has a deadline, and its child is killed when that has passed, since Java cannot interrupt a native
   *    decoder. One thread looks at all deadlines every few milliseconds: to set a timer for each picture costs more.
   * 3. A child's reply is as untrusted as the picture it has seen (Reply).
   * 4. There is one child more than may work at once. It takes the place of one that died, and another is started
   *    meanwhile: no picture waits for the start of a child because the one before was hostile.
   */

  /** What the workers decode with. */
  public enum Decoder {
    /** OpenCV with a second chance by the JDK's readers, or Java where OpenCV cannot be loaded. */
    BEST,
    /** The Java decoder. */
    JAVA
  }

  /** Fresh processes now and then: whatever a library leaks does not add up. */
  private static final int PICTURES_PER_WORKER = 10_000;

  private static final long CHECK_NANOS = TimeUnit.MILLISECONDS.toNanos(10);

  private final WorkerSettings settings;
  private final String classPath;
  private final ImageGuard guard;
  private final Reply reply;
  private final Semaphore turns;

  /** The one that worked last is first, since its code is compiled; the spare one is last. */
  private final Deque<Worker> idle = new ConcurrentLinkedDeque<>();

  private final List<Worker> all = new ArrayList<>();
  private @Nullable Greeting greeting;
  private volatile boolean closed;

  private IsolatedHasher(WorkerSettings settings, String classPath, int workers) {
    this.settings = settings;
    this.classPath = classPath;
    this.guard = new ImageGuard(settings.limits());
    this.reply = new Reply(settings.algorithm());
    this.turns = new Semaphore(workers);
    Thread deadlines = new Thread(this::watchDeadlines, "hashmatch-deadline");
    deadlines.setDaemon(true);
    deadlines.start();
  }

  private void watchDeadlines() {
    while (!closed) {
      LockSupport.parkNanos(this, CHECK_NANOS);
      checkDeadlines();
    }
  }

  private void checkDeadlines() {
    synchronized (all) {
      all.forEach(Worker::checkDeadline);
    }
  }

  /**
   * What to start with: PDQ, the default limits, the best decoder, a worker for each processor.
   *
   * @return a builder
   */
  public static Builder builder() {
    return new Builder();
  }

  private void startWorkers(int workers) throws IOException {
    for (int i = 0; i < workers; i++) {
      idle.addLast(launch());
    }
    greeting = idle.getFirst().greet();
    // The spare one last: it would only slow the others' start.
    idle.addLast(launch());
  }

  private Worker launch() throws IOException {
    Process process = WorkerCommand.of(settings, classPath).start();
    Worker worker = new Worker(process, reply);
    synchronized (all) {
      all.removeIf(other -> !other.isAlive());
      all.add(worker);
      if (closed) {
        worker.kill();
      }
    }
    return worker;
  }

  /**
   * The decoder that the workers have.
   *
   * @return its name
   */
  public String decoder() {
    return greeting == null ? "" : greeting.decoder();
  }

  /**
   * Why the workers do not have OpenCV.
   *
   * @return the reason, and what can be done about it; empty if they have it, or were told not to
   */
  public Optional<String> problem() {
    return Optional.ofNullable(greeting)
        .map(Greeting::problem)
        .filter(problem -> !problem.isEmpty());
  }

  @Override
  public HashAlgorithm algorithm() {
    return settings.algorithm();
  }

  /**
   * {@inheritDoc}
   *
   * @throws IllegalStateException if this is closed, or the thread is interrupted while it waits
   *     for a worker
   */
  @Override
  public HashedPicture hash(byte[] file) throws UnscreenableException {
    return hash(false, file);
  }

  /**
   * {@inheritDoc}
   *
   * @throws IllegalStateException if this is closed, or the thread is interrupted while it waits
   *     for a worker
   */
  @Override
  public HashedPicture hashToMatch(byte[] file) throws UnscreenableException {
    return hash(true, file);
  }

  private HashedPicture hash(boolean toMatch, byte[] file) throws UnscreenableException {
    guard.checkLength(file.length);
    awaitTurn();
    try {
      return hashByNext(toMatch, file);
    } finally {
      turns.release();
    }
  }

  private void awaitTurn() {
    try {
      turns.acquire();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while waiting for a worker", e);
    }
  }

  private HashedPicture hashByNext(boolean toMatch, byte[] file) throws UnscreenableException {
    if (closed) {
      throw new IllegalStateException("the hasher is closed");
    }
    Worker worker = nextAlive();
    try {
      return worker.hash(toMatch, file, settings.deadline());
    } finally {
      if (worker.isAlive() && worker.pictures() < PICTURES_PER_WORKER) {
        idle.addFirst(worker);
      } else {
        worker.kill();
        replace();
      }
    }
  }

  /** Some may have been killed while they had nothing to do. */
  private Worker nextAlive() throws UnscreenableException {
    try {
      Worker worker = idle.pollFirst();
      while (worker != null && !worker.isAlive()) {
        replace();
        worker = idle.pollFirst();
      }
      return worker != null ? worker : launch();
    } catch (IOException e) {
      throw new UnscreenableException(
          UnscreenableReason.WORKER_LOST, "no worker process can be started", e);
    }
  }

  /** If none can be started now, the next picture tries again. */
  private void replace() {
    try {
      if (!closed) {
        idle.addLast(launch());
      }
    } catch (IOException e) {
      // Said by nextAlive, if it lasts.
    }
  }

  /** Ends all workers, those at work included: their pictures come out as {@code WORKER_LOST}. */
  @Override
  public void close() {
    closed = true;
    synchronized (all) {
      all.forEach(Worker::kill);
    }
  }

  /** Says what to start with, and starts it. Not for several threads. */
  public static final class Builder {

    private HashAlgorithm algorithm = HashAlgorithm.PDQ;
    private GuardLimits limits = GuardLimits.DEFAULT;
    private Decoder decoder = Decoder.BEST;
    private boolean allPixels;
    private Duration deadline = Duration.ofSeconds(2);
    private long maxWorkerBytes = 360_000_000;
    private int workers = Runtime.getRuntime().availableProcessors();
    private String classPath = WorkerCommand.ownClassPath();

    private Builder() {}

    /**
     * What to hash with.
     *
     * @param value any of {@link org.hashmatch.javacv.AvailableHashers#algorithms()}; without it
     *     PDQ
     * @return this
     */
    public Builder algorithm(HashAlgorithm value) {
      algorithm = value;
      return this;
    }

    /**
     * The most that is let through to the decoders.
     *
     * @param value the limits; without it {@link GuardLimits#DEFAULT}
     * @return this
     */
    public Builder limits(GuardLimits value) {
      limits = value;
      return this;
    }

    /**
     * What to decode with.
     *
     * @param value the decoder; without it {@link Decoder#BEST}
     * @return this
     */
    public Builder decoder(Decoder value) {
      decoder = value;
      return this;
    }

    /**
     * Whether large JPEG pictures are decoded in full.
     *
     * @param value true to let nothing be reduced; without it false
     * @return this
     */
    public Builder allPixels(boolean value) {
      allPixels = value;
      return this;
    }

    /**
     * How long a picture may take before its worker is killed.
     *
     * @param value 1 ms to 1 hour; without it 2 s
     * @return this
     * @throws IllegalArgumentException if it is shorter or longer
     */
    public Builder deadline(Duration value) {
      if (value.toMillis() < 1 || value.compareTo(Duration.ofHours(1)) > 0) {
        throw new IllegalArgumentException("deadline must be 1 ms to 1 h (got " + value + ")");
      }
      deadline = value;
      return this;
    }

    /**
     * How large a worker may grow (resident memory, where the system tells it: Linux).
     *
     * @param value bytes, 150 million or more, since a worker without a picture has about 100;
     *     without it 360 million, which keeps the peak below 400 million: growth is noticed within
     *     5 ms
     * @return this
     * @throws IllegalArgumentException if it is less
     */
    public Builder maxWorkerBytes(long value) {
      if (value < 150_000_000) {
        throw new IllegalArgumentException(
            "maxWorkerBytes must be 150000000 or more (got " + value + ")");
      }
      maxWorkerBytes = value;
      return this;
    }

    /**
     * How many pictures are worked on at once.
     *
     * @param value 1 to 1000, and a process more than that, in waiting; without it one for each
     *     processor
     * @return this
     * @throws IllegalArgumentException if it is out of that range
     */
    public Builder workers(int value) {
      if (value < 1 || value > 1000) {
        throw new IllegalArgumentException("workers must be 1..1000 (got " + value + ")");
      }
      workers = value;
      return this;
    }

    /**
     * Where the workers find Hashmatch, the decoders and their native libraries: for hosts whose
     * own class path is not a list of files, such as jars within jars.
     *
     * @param value jars and folders with the system's separator; without it the host's class and
     *     module path
     * @return this
     */
    public Builder classPath(String value) {
      classPath = value;
      return this;
    }

    /**
     * Starts the workers and waits for the first to be ready.
     *
     * @return the hasher, to be closed
     * @throws IOException if no process can be started, or it does not find its classes
     */
    public IsolatedHasher start() throws IOException {
      WorkerSettings settings =
          new WorkerSettings(algorithm, limits, decoder, allPixels, deadline, maxWorkerBytes);
      IsolatedHasher hasher = new IsolatedHasher(settings, classPath, workers);
      try {
        hasher.startWorkers(workers);
        return hasher;
      } catch (IOException e) {
        hasher.close();
        throw e;
      }
    }
  }
}
