package org.hashmatch.index.segment;

import org.hashmatch.hash.HashAlgorithm;
import org.hashmatch.index.HashIndex;

/** Every implementation that must keep the contract, as it comes and cut into many small parts. */
public enum IndexKind {
  LINEAR_SCAN,
  MULTI_INDEX_HASHING,
  LINEAR_SCAN_OF_SMALL_SEGMENTS,
  MULTI_INDEX_HASHING_OF_SMALL_SEGMENTS;

  /**
   * Merges in the thread that adds or removes: no test has to wait, every run is the same. Segments
   * that are smaller yet are always scanned, and tables take most of the time of making them.
   */
  static final Tuning SMALL_SEGMENTS = new Tuning(16, 48, Runnable::run);

  private static final Tuning SMALL_SCANNED_SEGMENTS =
      new Tuning(16, Integer.MAX_VALUE, Runnable::run);

  public HashIndex empty(HashAlgorithm algorithm) {
    return tuned(algorithm);
  }

  /** An index of many small parts that are merged by other threads. */
  public static HashIndex mergingInBackground(HashAlgorithm algorithm) {
    return new MultiIndexHashingIndex(algorithm, new Tuning(32, 48, Merges.inBackground()));
  }

  SegmentedIndex tuned(HashAlgorithm algorithm) {
    return switch (this) {
      case LINEAR_SCAN -> new LinearScanIndex(algorithm);
      case MULTI_INDEX_HASHING -> new MultiIndexHashingIndex(algorithm);
      case LINEAR_SCAN_OF_SMALL_SEGMENTS -> new LinearScanIndex(algorithm, SMALL_SCANNED_SEGMENTS);
      case MULTI_INDEX_HASHING_OF_SMALL_SEGMENTS ->
          new MultiIndexHashingIndex(algorithm, SMALL_SEGMENTS);
    };
  }
}
