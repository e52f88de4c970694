package org.hashmatch.index.internal;

/**
 * What the steps of a search cost, and what a search may cost before it is a linear scan instead.
 * The unit is one row of that scan, about 1.4 ns.
 */
final class Costs {

  // Measured at 100,000 to 10 million hashes of 256 bits.
  private static final double PROBE = 12;
  private static final double CANDIDATE = 2;
  // A survivor is two cache misses, where the scan reads ahead.
  private static final double SURVIVOR = 32;

  // Shares of a scan that may be spent before it is found that a scan is cheaper.
  private static final double MOST_PROBING = 0.4;
  private static final double MOST_VERIFYING = 0.8;
  // Of small sets even the survivors' memory is in the caches.
  private static final int FEW_SURVIVORS = 128;

  private Costs() {}

  static double ofProbing(long probes, double candidates) {
    return (double) probes * PROBE + candidates * CANDIDATE;
  }

  /** Whether reading so many buckets and postings is cheaper than a scan. */
  static boolean probingPays(long probes, double candidates, int rows) {
    return ofProbing(probes, candidates) < MOST_PROBING * rows;
  }

  /** So many postings whose sketch is near are cheaper to verify than a scan; more are not. */
  static int mostSurvivors(int rows) {
    return FEW_SURVIVORS + (int) (MOST_VERIFYING * rows / SURVIVOR);
  }
}
