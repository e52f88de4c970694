package org.hashmatch.benchmarks;

import java.io.PrintStream;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.hashmatch.hash.HashAlgorithm;
import org.hashmatch.hash.ImageHash;
import org.hashmatch.index.HashBatch;
import org.hashmatch.index.Searcher;
import org.hashmatch.index.segment.MultiIndexHashingIndex;

/**
 * How long adds, removals and searches of an index take while all of them go on, and while the
 * whole index is merged. A program, for what JMH does not measure: rare operations at a steady rate
 * beside a thread that searches without pause.
 *
 * <p>An add or a removal is visible to every search that begins after it has returned, which is
 * checked each time; so the time it takes is the time until it is visible.
 */
public final class LiveIndex {

  private static final int RADIUS = 31;
  private static final int QUERIES = 2_000;
  private static final int KNOWN_EVERY = 64;
  private static final long PAUSE_NANOS = 500_000;
  private static final long LONGEST_MERGE_NANOS = TimeUnit.MINUTES.toNanos(5);

  private final MultiIndexHashingIndex index = new MultiIndexHashingIndex(HashAlgorithm.PDQ);
  private final SplittableRandom random = new SplittableRandom(1);
  private final long[] queryRows;
  private final int hashes;
  private final PrintStream out;
  // Some of those in the index, all over it: to be removed.
  private final Deque<Known> known = new ArrayDeque<>();
  private long nextId;

  private record Known(long id, ImageHash hash) {}

  private LiveIndex(int hashes, PrintStream out) {
    this.hashes = hashes;
    this.out = out;
    this.queryRows = HashData.UNIFORM.queries(QuerySet.FRESH, new long[0], QUERIES);
  }

  /**
   * Runs the measurement.
   *
   * @param args how many hashes, and for how many seconds to measure before the merge
   * @throws InterruptedException never
   */
  public static void main(String[] args) throws InterruptedException {
    run(Integer.parseInt(args[0]), Integer.parseInt(args[1]), System.out);
  }

  static void run(int hashes, int seconds, PrintStream out) throws InterruptedException {
    LiveIndex live = new LiveIndex(hashes, out);
    live.addBatch(hashes / 100 * 80);
    live.addBatch(hashes / 100 * 19);
    long length = TimeUnit.SECONDS.toNanos(seconds);
    live.phase("warming up", false, until(length));
    live.phase("searches alone", false, until(length));
    live.phase("adds and removals", true, until(length));
    // More than a quarter of the second segment, and both together of the first: all become one.
    Thread batch = new Thread(() -> live.addBatch(hashes / 100 * 6));
    batch.start();
    batch.join();
    BooleanSupplier timeIsUp = until(LONGEST_MERGE_NANOS);
    live.phase(
        "while all are merged", true, () -> timeIsUp.getAsBoolean() || live.largestIsMerged());
    live.phase("after the merge", true, until(length));
  }

  private boolean largestIsMerged() {
    return index.statistics().rows() >= hashes && index.statistics().segments() <= 2;
  }

  private static BooleanSupplier until(long nanos) {
    long end = System.nanoTime() + nanos;
    return () -> System.nanoTime() > end;
  }

  private void addBatch(int size) {
    HashBatch batch = new HashBatch(HashAlgorithm.PDQ);
    for (int i = 0; i < size; i++) {
      ImageHash hash = randomHash();
      batch.add(nextId, hash);
      if (nextId % KNOWN_EVERY == 0) {
        known.add(new Known(nextId, hash));
      }
      nextId++;
    }
    index.addAll(batch);
  }

  private ImageHash randomHash() {
    return ImageHash.of(HashAlgorithm.PDQ, random.longs(4).toArray());
  }

  private void phase(String name, boolean isWriting, BooleanSupplier isOver)
      throws InterruptedException {
    Times searches = new Times();
    Thread searching = new Thread(() -> search(searches, isOver));
    searching.start();
    Times adds = new Times();
    Times removals = new Times();
    while (isWriting && searching.isAlive()) {
      write(adds, removals);
      LockSupport.parkNanos(PAUSE_NANOS);
    }
    searching.join();
    out.printf("%s: %d segments%n  searches %s%n", name, index.statistics().segments(), searches);
    if (isWriting) {
      out.printf("  adds     %s%n  removals %s%n", adds, removals);
    }
  }

  private void search(Times times, BooleanSupplier isOver) {
    Searcher searcher = index.searcher();
    ImageHash[] queries = OurIndex.hashes(queryRows);
    for (int i = 0; !isOver.getAsBoolean(); i = (i + 1) % QUERIES) {
      ImageHash query = queries[i];
      times.measure(() -> searcher.search(query, RADIUS));
    }
  }

  /** One add and one removal, each of which the next search must see. */
  private void write(Times adds, Times removals) {
    long added = nextId++;
    ImageHash hash = randomHash();
    adds.measure(() -> index.add(added, hash));
    check(index.exists(hash, 0), "an add was not seen");
    known.add(new Known(added, hash));
    Known removed = known.remove();
    removals.measure(() -> index.remove(removed.id()));
    check(!index.exists(removed.hash(), 0), "a removal was not seen");
  }

  private static void check(boolean isSo, String otherwise) {
    if (!isSo) {
      throw new IllegalStateException(otherwise);
    }
  }

  /** Some operation's times, and what they amount to. */
  private static final class Times {

    private long[] nanos = new long[1024];
    private int count;

    void measure(Runnable operation) {
      long start = System.nanoTime();
      operation.run();
      if (count == nanos.length) {
        nanos = Arrays.copyOf(nanos, 2 * count);
      }
      nanos[count++] = System.nanoTime() - start;
    }

    @Override
    public String toString() {
      Arrays.sort(nanos, 0, count);
      return String.format(
          "%9d: median %8.1f us, p99 %8.1f us, p99.9 %8.1f us, longest %8.1f us",
          count, micros(0.5), micros(0.99), micros(0.999), micros(1));
    }

    private double micros(double share) {
      return count == 0 ? 0 : nanos[(int) (share * (count - 1))] / 1e3;
    }
  }
}
