package org.hashmatch.index.segment;

import java.util.OptionalLong;
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

  final Snapshot snapshot() {
    return live.snapshot();
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
  public final void add(long id, ImageHash hash) {
    checkAlgorithm(hash.algorithm());
    long[] words = new long[algorithm.words()];
    for (int i = 0; i < words.length; i++) {
      words[i] = hash.word(i);
    }
    long[] shuffled = new long[words.length];
    permutation.apply(words, shuffled, 0);
    live.add(id, shuffled);
  }

  @Override
  public final void addAll(HashBatch batch) {
    checkAlgorithm(batch.algorithm());
    if (batch.size() == 0) {
      return;
    }
    SegmentBuilder builder = live.builder(batch.size());
    long[] words = new long[algorithm.words()];
    for (int i = 0; i < batch.size(); i++) {
      batch.copyWords(i, words);
      permutation.apply(words, builder.words(), builder.nextOffset());
      builder.append(batch.id(i));
    }
    Segment segment = builder.build();
    OptionalLong duplicate = segment.entries().duplicateId();
    if (duplicate.isPresent()) {
      throw new IllegalArgumentException(
          "id must be in the batch once (got " + duplicate.getAsLong() + " twice)");
    }
    live.add(segment);
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
