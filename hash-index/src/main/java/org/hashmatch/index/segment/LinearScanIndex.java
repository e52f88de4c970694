package org.hashmatch.index.segment;

import org.hashmatch.hash.HashAlgorithm;
import org.hashmatch.index.HashIndex;

/**
 * An index that compares the query with every hash: the yardstick for all others, and the right
 * choice for some thousands of hashes, or for radii above a fifth of the width.
 *
 * <p>Exact like every {@link HashIndex}. A search is one pass over memory and takes the same time
 * whatever the data and the radius, apart from its matches: 1.2 to 1.4 ns for each 256-bit hash on
 * a 2020s server core. A 256-bit hash takes 40 bytes.
 *
 * <p>Threads: as {@link MultiIndexHashingIndex}.
 */
public final class LinearScanIndex extends SegmentedIndex {

  /**
   * Makes an empty index.
   *
   * @param algorithm what makes the hashes
   */
  public LinearScanIndex(HashAlgorithm algorithm) {
    this(algorithm, Tuning.LINEAR_SCAN);
  }

  LinearScanIndex(HashAlgorithm algorithm, Tuning tuning) {
    super(algorithm, new LiveSet(algorithm.words(), tuning));
  }
}
