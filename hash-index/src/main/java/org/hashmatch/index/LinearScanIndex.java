package org.hashmatch.index;

import org.hashmatch.hash.HashAlgorithm;
import org.hashmatch.index.internal.HashRows;
import org.hashmatch.index.internal.Search;

/**
 * An index that compares the query with every hash: the yardstick for all others, and the right
 * choice for some thousands of hashes, or for radii above a fifth of the width.
 *
 * <p>A search is one pass over memory and takes the same time whatever the data and the radius,
 * apart from its matches: 1.2 to 1.4 ns for each 256-bit hash on a 2020s server core. A 256-bit
 * hash takes 45 to 70 bytes. Removed hashes are kept until they outnumber the others, then dropped
 * together.
 *
 * <p>Threads: searches run side by side; an add or a removal waits for the running searches and
 * holds up new ones. Dropping removed hashes copies the table, about 0.1 seconds for each million
 * that remain.
 */
public final class LinearScanIndex extends LockedIndex {

  /**
   * Makes an empty index.
   *
   * @param algorithm what makes the hashes
   */
  public LinearScanIndex(HashAlgorithm algorithm) {
    super(algorithm);
  }

  @Override
  void enter(HashRows rows, int row) {
    // The row is all there is.
  }

  @Override
  void enterAll(HashRows rows) {
    // The rows are all there is.
  }

  @Override
  void find(Search search) {
    rows().scan(search);
  }
}
