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
import org.hashmatch.hash.HashAlgorithm;
import org.hashmatch.hash.ImageHash;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Searches while another thread adds and removes. */
final class HashIndexStressTest {

  private static final long SEED = 4_711;
  private static final int READERS = 3;
  private static final int KEPT = 3_000;

  @ParameterizedTest
  @EnumSource(IndexKind.class)
  void search_whileAnotherThreadWrites_findsAllThatWasAddedBefore(IndexKind kind) throws Exception {
    HashIndex index = kind.empty(HashAlgorithm.PDQ);
    RandomHashes random = new RandomHashes(HashAlgorithm.PDQ, SEED);
    List<ImageHash> kept = new ArrayList<>();
    for (int i = 0; i < KEPT; i++) {
      kept.add(random.next());
    }
    AtomicInteger published = new AtomicInteger();
    AtomicBoolean done = new AtomicBoolean();
    ExecutorService readers = Executors.newFixedThreadPool(READERS);
    try {
      List<Future<Integer>> searches = new ArrayList<>();
      for (int reader = 0; reader < READERS; reader++) {
        long seed = SEED + reader;
        searches.add(readers.submit(() -> searchUntil(done, index, kept, published, seed)));
      }
      write(index, kept, published, random);
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

  /** Keeps what has an even id; what has an odd one comes and goes, and makes the rows compact. */
  private static void write(
      HashIndex index, List<ImageHash> kept, AtomicInteger published, RandomHashes random) {
    for (int i = 0; i < KEPT; i++) {
      index.add(2L * i, kept.get(i));
      published.set(i + 1);
      for (int j = 0; j < 3; j++) {
        index.add(2L * j + 1, random.at(10, kept.get(i)));
      }
      for (int j = 0; j < 3; j++) {
        index.remove(2L * j + 1);
      }
    }
  }

  private static int searchUntil(
      AtomicBoolean done,
      HashIndex index,
      List<ImageHash> kept,
      AtomicInteger published,
      long seed) {
    RandomHashes random = new RandomHashes(HashAlgorithm.PDQ, seed);
    int searches = 0;
    while (!done.get() || searches == 0) {
      int known = published.get();
      if (known > 0) {
        int i = random.below(known);
        int distance = random.below(16);
        assertThat(index.search(random.at(distance, kept.get(i)), 15))
            .as("seed %d, hash %d of %d known", seed, i, known)
            .contains(new Match(2L * i, distance));
        searches++;
      }
    }
    return searches;
  }
}
