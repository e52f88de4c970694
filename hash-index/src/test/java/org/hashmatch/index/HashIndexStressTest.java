package org.hashmatch.index;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.hashmatch.hash.HashAlgorithm;
import org.hashmatch.hash.ImageHash;
import org.hashmatch.index.segment.IndexKind;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Searches while another thread adds and removes. */
final class HashIndexStressTest {

  private static final long SEED = 4_711;
  private static final int READERS = 3;
  private static final int RADIUS = 15;
  private static final int KEPT = 400;
  private static final int TRANSIENT_PER_KEPT = 150;
  // Only the newest rows change their place when removed ones are dropped.
  private static final int NEWEST = 8;

  private final RandomHashes random = new RandomHashes(HashAlgorithm.PDQ, SEED);
  private final List<ImageHash> kept = Stream.generate(random::next).limit(KEPT).toList();
  private final List<ImageHash> queries =
      kept.stream().map(hash -> random.at(RADIUS, hash)).toList();
  private final AtomicInteger published = new AtomicInteger();
  private final AtomicBoolean done = new AtomicBoolean();

  @ParameterizedTest
  @EnumSource(IndexKind.class)
  void search_whileAnotherThreadWrites_findsWhatWasAddedBefore(IndexKind kind) throws Exception {
    HashIndex index = kind.empty(HashAlgorithm.PDQ);
    ExecutorService readers = Executors.newFixedThreadPool(READERS);
    try {
      List<Future<Integer>> searches = new ArrayList<>();
      for (int reader = 0; reader < READERS; reader++) {
        int first = reader;
        searches.add(readers.submit(() -> searchUntilDone(index, first)));
      }
      write(index);
      done.set(true);
      for (Future<Integer> search : searches) {
        assertThat(search.get(60, TimeUnit.SECONDS)).isPositive();
      }
    } finally {
      done.set(true);
      readers.shutdownNow();
    }
    assertThat(index.size()).isEqualTo(KEPT);
  }

  /**
   * What has an even id stays; what has an odd one goes at once, and soon the rows are compacted.
   */
  private void write(HashIndex index) {
    ImageHash stranger = random.next();
    for (int i = 0; i < KEPT; i++) {
      index.add(2L * i, kept.get(i));
      published.set(i + 1);
      for (int j = 0; j < TRANSIENT_PER_KEPT; j++) {
        index.add(2L * j + 1, stranger);
        index.remove(2L * j + 1);
      }
    }
  }

  private int searchUntilDone(HashIndex index, int first) {
    int searches = 0;
    while (!done.get() || searches == 0) {
      int known = published.get();
      if (known > 0) {
        int i = known - 1 - (first + searches) % Math.min(known, NEWEST);
        assertThat(index.search(queries.get(i), RADIUS))
            .as("seed %d, hash %d of %d known", SEED, i, known)
            .isEqualTo(List.of(new Match(2L * i, RADIUS)));
        searches++;
      }
    }
    return searches;
  }
}
