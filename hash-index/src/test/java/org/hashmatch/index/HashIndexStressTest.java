package org.hashmatch.index;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.stream.Stream;
import org.hashmatch.hash.HashAlgorithm;
import org.hashmatch.hash.ImageHash;
import org.hashmatch.index.segment.IndexKind;
import org.junit.jupiter.api.Test;

/** Searches while other threads add, remove and merge. */
final class HashIndexStressTest {

  private static final long SEED = 4_711;
  private static final int WRITERS = 2;
  private static final int READERS = 3;
  private static final int SINGLES = 48_000;
  private static final int BATCHES = 300;
  private static final int RADIUS = 15;
  // Some go to the buffer and some become segments.
  private static final int[] BATCH_SIZES = {5, 32, 33, 200};

  private final RandomHashes random = new RandomHashes(HashAlgorithm.PDQ, SEED);
  private final List<ImageHash> singles = some(SINGLES);
  private final List<ImageHash> queries =
      singles.stream().map(hash -> random.at(RADIUS, hash)).toList();
  // All hashes of a batch are alike.
  private final List<ImageHash> batches = some(BATCHES);
  // How often each began or ended to be added or removed: 2 and 6 are present, odd is changing.
  private final AtomicIntegerArray states = new AtomicIntegerArray(SINGLES);
  private final AtomicInteger written = new AtomicInteger();
  private final AtomicBoolean isDone = new AtomicBoolean();
  private final HashIndex index = IndexKind.mergingInBackground(HashAlgorithm.PDQ);

  private List<ImageHash> some(int count) {
    return Stream.generate(random::next).limit(count).toList();
  }

  @Test
  void search_whileOthersWriteAndMerge_findsWhatWasAddedAndNotWhatWasRemoved() throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(WRITERS + READERS);
    try {
      List<Future<Integer>> readers = new ArrayList<>();
      for (int reader = 0; reader < READERS; reader++) {
        long seed = SEED + reader;
        readers.add(threads.submit(() -> read(new SplittableRandom(seed))));
      }
      List<Future<Integer>> writers = new ArrayList<>();
      for (int writer = 0; writer < WRITERS; writer++) {
        int first = writer;
        writers.add(threads.submit(() -> write(first)));
      }
      for (Future<Integer> writer : writers) {
        writer.get(60, TimeUnit.SECONDS);
      }
      isDone.set(true);
      for (Future<Integer> reader : readers) {
        assertThat(reader.get(60, TimeUnit.SECONDS)).isPositive();
      }
    } finally {
      isDone.set(true);
      threads.shutdownNow();
    }
    checkAll();
  }

  /** Every second one; of three two are removed some time later, and of those one comes again. */
  private int write(int writer) {
    for (int i = writer; i < SINGLES; i += WRITERS) {
      add(i);
      written.accumulateAndGet(i, Math::max);
      if (i >= 300 && i % 3 > 0) {
        remove(i - 300);
      }
      if (i >= 500 && (i - 500) % 3 == 2) {
        add(i - 500);
      }
      if (i / WRITERS % (SINGLES / BATCHES) == 0) {
        addBatch(i / WRITERS / (SINGLES / BATCHES) * WRITERS + writer);
      }
    }
    return SINGLES;
  }

  private void add(int i) {
    states.incrementAndGet(i);
    index.add(i, singles.get(i));
    states.incrementAndGet(i);
  }

  private void remove(int i) {
    states.incrementAndGet(i);
    assertThat(index.remove(i)).isTrue();
    states.incrementAndGet(i);
  }

  private void addBatch(int number) {
    HashBatch batch = new HashBatch(HashAlgorithm.PDQ);
    for (int i = 0; i < size(number); i++) {
      batch.add(-1_000L * number - i - 1, batches.get(number));
    }
    index.addAll(batch);
  }

  private static int size(int batch) {
    return BATCH_SIZES[batch % BATCH_SIZES.length];
  }

  private int read(SplittableRandom choice) {
    Searcher searcher = index.searcher();
    int searches = 0;
    while (!isDone.get() || searches == 0) {
      int known = written.get();
      // Mostly the newest: they move from part to part.
      int i = Math.max(0, known - choice.nextInt(choice.nextBoolean() ? 40 : known + 1));
      checkSingle(searcher, i);
      checkBatch(searcher, choice.nextInt(BATCHES));
      searches++;
    }
    return searches;
  }

  private void checkSingle(Searcher searcher, int i) {
    int before = states.get(i);
    searcher.search(queries.get(i), RADIUS);
    List<Match> matches = searcher.matches();
    if (before == states.get(i) && before % 2 == 0) {
      assertThat(matches)
          .as("seed %d, hash %d in state %d", SEED, i, before)
          .isEqualTo(isPresent(before) ? List.of(new Match(i, RADIUS)) : List.of());
    } else {
      assertThat(matches.size()).as("seed %d, hash %d", SEED, i).isLessThanOrEqualTo(1);
    }
  }

  private static boolean isPresent(int state) {
    return state % 4 == 2;
  }

  private void checkBatch(Searcher searcher, int number) {
    assertThat(searcher.search(batches.get(number), 0))
        .as("seed %d, batch %d", SEED, number)
        .isIn(0, size(number));
  }

  private void checkAll() {
    Searcher searcher = index.searcher();
    int size = 0;
    for (int i = 0; i < SINGLES; i++) {
      assertThat(states.get(i)).isIn(2, 4, 6);
      checkSingle(searcher, i);
      size += isPresent(states.get(i)) ? 1 : 0;
    }
    for (int number = 0; number < BATCHES; number++) {
      assertThat(searcher.search(batches.get(number), 0)).isEqualTo(size(number));
      size += size(number);
    }
    assertThat(index.size()).isEqualTo(size);
  }
}
