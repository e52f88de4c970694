package org.hashmatch.index.segment;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.function.ToIntBiFunction;
import java.util.stream.IntStream;
import org.hashmatch.hash.HashAlgorithm;
import org.hashmatch.hash.ImageHash;
import org.hashmatch.index.HashBatch;
import org.hashmatch.index.Searcher;
import org.hashmatch.testdata.hashes.HashRows;
import org.hashmatch.testdata.hashes.UniformHashes;
import org.junit.jupiter.api.Test;

/** A warm searcher allocates nothing. */
final class SearcherAllocationTest {

  private static final int ROWS = 50_000;
  private static final int QUERIES = 100;
  private static final int SEARCHES = 10_000;
  // One search that allocates at all allocates 16 bytes; the rest is room for the JVM's own.
  private static final long MOST_BYTES = SEARCHES;

  private final long[] bank = UniformHashes.bank(ROWS);

  private static List<ImageHash> hashes(long[] rows) {
    return IntStream.range(0, HashRows.count(rows))
        .mapToObj(i -> ImageHash.of(HashAlgorithm.PDQ, HashRows.row(rows, i)))
        .toList();
  }

  private Searcher searcher() {
    MultiIndexHashingIndex index = new MultiIndexHashingIndex(HashAlgorithm.PDQ);
    HashBatch batch = new HashBatch(HashAlgorithm.PDQ);
    List<ImageHash> hashes = hashes(bank);
    for (int i = 0; i < ROWS; i++) {
      batch.add(i, hashes.get(i));
    }
    index.addAll(batch);
    // One in the buffer, one removed.
    index.add(ROWS, hashes.get(0));
    index.remove(7);
    return index.searcher();
  }

  private static void check(
      List<ImageHash> queries, Searcher searcher, ToIntBiFunction<Searcher, ImageHash> search) {
    long least = Long.MAX_VALUE;
    // The compiler and the profiler of the JVM may allocate on the side.
    for (int run = 0; run < 5 && least > 0; run++) {
      least = Math.min(least, allocated(queries, searcher, search));
    }
    assertThat(least).isLessThan(MOST_BYTES);
  }

  private static long allocated(
      List<ImageHash> queries, Searcher searcher, ToIntBiFunction<Searcher, ImageHash> search) {
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    long before = threads.getCurrentThreadAllocatedBytes();
    long found = 0;
    for (int i = 0; i < SEARCHES; i++) {
      found += search.applyAsInt(searcher, queries.get(i % QUERIES));
    }
    assertThat(found).isNotNegative();
    return threads.getCurrentThreadAllocatedBytes() - before;
  }

  @Test
  void search_thatMatchesNothing_allocatesNothing() {
    check(
        hashes(UniformHashes.fresh(QUERIES)),
        searcher(),
        (searcher, query) -> searcher.search(query, 31));
  }

  @Test
  void search_thatMatches_allocatesNothing() {
    List<ImageHash> queries = hashes(UniformHashes.near(bank, QUERIES));
    Searcher searcher = searcher();
    assertThat(searcher.search(queries.get(0), 31)).isPositive();
    check(queries, searcher, (warm, query) -> warm.search(query, 31));
  }

  @Test
  void search_thatIsNarrowed_allocatesNothing() {
    check(
        hashes(UniformHashes.near(bank, QUERIES)),
        searcher().only(id -> id % 2 == 0),
        (searcher, query) -> searcher.search(query, 31));
  }

  @Test
  void nearestAndExists_thatMatch_allocateNothing() {
    check(
        hashes(UniformHashes.near(bank, QUERIES)),
        searcher(),
        (searcher, query) -> searcher.nearest(query, 1, 31) + (searcher.exists(query, 31) ? 1 : 0));
  }
}
