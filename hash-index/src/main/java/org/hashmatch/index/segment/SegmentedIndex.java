package org.hashmatch.index.segment;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.hashmatch.hash.HashAlgorithm;
import org.hashmatch.hash.ImageHash;
import org.hashmatch.index.HashBatch;
import org.hashmatch.index.HashIndex;
import org.hashmatch.index.Searcher;
import org.hashmatch.index.internal.BitPermutation;

/** The part that both indexes share: arguments are checked, bits shuffled, and parts kept. */
abstract sealed class SegmentedIndex implements HashIndex
    permits LinearScanIndex, MultiIndexHashingIndex {

  private final HashAlgorithm algorithm;
  private final BitPermutation permutation;
  private final LiveSet live;

  SegmentedIndex(HashAlgorithm algorithm, LiveSet live) {
    this.algorithm = algorithm;
    this.permutation = new BitPermutation(algorithm.bits());
    this.live = live;
  }

  /** All that the index holds at this moment, as one segment. */
  final Segment whole() {
    return live.whole();
  }

  @Override
  public final HashAlgorithm algorithm() {
    return algorithm;
  }

  @Override
  public final int size() {
    return live.snapshot().size();
  }

  @Override
  public final boolean contains(long id) {
    return live.snapshot().contains(id);
  }

  @Override
  public final void add(long id, ImageHash hash) {
    checkAlgorithm(hash.algorithm());
    long[] words = new long[algorithm.words()];
    hash.copyWords(words, 0);
    long[] shuffled = new long[words.length];
    permutation.apply(words, shuffled, 0);
    live.add(new long[] {id}, shuffled);
  }

  @Override
  public final void addAll(HashBatch batch) {
    checkAlgorithm(batch.algorithm());
    if (live.fitsBuffer(batch.size())) {
      addToBuffer(batch);
    } else {
      addAsSegment(batch);
    }
  }

  private void addToBuffer(HashBatch batch) {
    long[] ids = IntStream.range(0, batch.size()).mapToLong(batch::id).toArray();
    long[] sorted = ids.clone();
    Arrays.sort(sorted);
    for (int i = 1; i < sorted.length; i++) {
      checkDiffers(sorted[i], sorted[i - 1]);
    }
    long[] hashes = new long[ids.length * algorithm.words()];
    shuffle(batch, hashes);
    live.add(ids, hashes);
  }

  private void addAsSegment(HashBatch batch) {
    SegmentBuilder builder = live.builder(batch.size());
    shuffle(batch, builder.words());
    for (int i = 0; i < batch.size(); i++) {
      builder.append(batch.id(i));
    }
    Segment segment = builder.buildInParallel();
    segment.entries().duplicateId().ifPresent(id -> checkDiffers(id, id));
    live.add(segment);
  }

  private void shuffle(HashBatch batch, long[] to) {
    long[] words = new long[algorithm.words()];
    for (int i = 0; i < batch.size(); i++) {
      batch.copyWords(i, words);
      permutation.apply(words, to, i * words.length);
    }
  }

  private static void checkDiffers(long id, long other) {
    if (id == other) {
      throw new IllegalArgumentException("id must be in a batch once (got " + id + " twice)");
    }
  }

  private void checkAlgorithm(HashAlgorithm other) {
    if (!algorithm.equals(other)) {
      throw new IllegalArgumentException(
          "hash must be of algorithm " + algorithm + " (got " + other + ")");
    }
  }

  @Override
  public final boolean remove(long id) {
    return live.remove(id);
  }

  @Override
  public final Searcher searcher() {
    return new SegmentSearcher(algorithm, permutation, live);
  }

  /**
   * What the index is made of at this moment.
   *
   * @return counts and bytes
   */
  public final IndexStatistics statistics() {
    return live.snapshot().statistics();
  }
}
