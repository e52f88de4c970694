package org.hashmatch.index.segment;

import java.util.concurrent.Executor;

/**
 * How an index is laid out. Tests choose small numbers; nobody else has to choose.
 *
 * @param bufferCapacity entries that are compared one by one before a segment is made of them
 * @param leastIndexedRows rows that a segment must have to get posting tables; below, they would
 *     only take memory
 * @param merges runs merges
 */
record Tuning(int bufferCapacity, int leastIndexedRows, Executor merges) {

  // A scan of so many hashes takes about as long as the probes of one more segment.
  private static final int BUFFER_CAPACITY = 4_096;

  static final Tuning INDEXED = new Tuning(BUFFER_CAPACITY, BUFFER_CAPACITY, Merges.inBackground());
  static final Tuning LINEAR_SCAN =
      new Tuning(BUFFER_CAPACITY, Integer.MAX_VALUE, Merges.inBackground());
}
