package org.hashmatch.index.segment;

import org.hashmatch.hash.HashAlgorithm;
import org.hashmatch.index.HashIndex;

/**
 * An index that looks only at hashes which agree with the query almost, or quite, in some 16 of
 * their bits, and nearly in the 16 next to them: multi-index hashing with a ring filter.
 *
 * <p>Exact like every {@link HashIndex}, for every radius and any data. Where probing would not pay
 * (few hashes, a large radius, hashes that are all alike) a search is a linear scan instead.
 *
 * <p>Live: hashes are kept in immutable segments, the latest in a buffer that is compared one by
 * one. Threads that search take no lock and wait for nobody; those that add and remove take turns.
 * Segments are made and merged in the background, by daemon threads that end when they have nothing
 * to do.
 */
public final class MultiIndexHashingIndex extends SegmentedIndex {

  /**
   * Makes an empty index.
   *
   * @param algorithm what makes the hashes
   */
  public MultiIndexHashingIndex(HashAlgorithm algorithm) {
    this(algorithm, Tuning.INDEXED);
  }

  MultiIndexHashingIndex(HashAlgorithm algorithm, Tuning tuning) {
    super(algorithm, new LiveSet(algorithm.words(), tuning));
  }

  MultiIndexHashingIndex(HashAlgorithm algorithm, Tuning tuning, Segment segment) {
    super(algorithm, new LiveSet(algorithm.words(), tuning, segment));
  }
}
