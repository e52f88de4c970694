package org.hashmatch.index.internal;

/** How much work a search took. Belongs to one thread. */
public final class Work {

  private long probes;
  private long candidates;
  private long verified;

  /** Starts counting. */
  public Work() {}

  /** Starts counting anew. */
  public void clear() {
    probes = 0;
    candidates = 0;
    verified = 0;
  }

  void probed(long buckets, long postings) {
    probes += buckets;
    candidates += postings;
  }

  void verified(long rows) {
    verified += rows;
  }

  /**
   * Buckets that were read.
   *
   * @return 0 or more
   */
  public long probes() {
    return probes;
  }

  /**
   * Postings whose sketch was compared.
   *
   * @return 0 or more
   */
  public long candidates() {
    return candidates;
  }

  /**
   * Hashes whose every bit was compared.
   *
   * @return 0 or more
   */
  public long verified() {
    return verified;
  }
}
