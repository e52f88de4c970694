package org.hashmatch.benchmarks;

/**
 * A peer of the index: finds all rows of a bank within a Hamming radius, inclusive. For one thread.
 */
interface RadiusSearch {

  /**
   * Finds every row within the radius, each once, in no order.
   *
   * @return valid until the next search
   */
  Hits search(long[] query, int radius);
}
