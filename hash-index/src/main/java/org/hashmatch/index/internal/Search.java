package org.hashmatch.index.internal;

import java.util.Arrays;

/**
 * One search under way: what is looked for, what was found, and how much work it took. Belongs to
 * one thread.
 */
public final class Search {

  private final long[] query;
  private final int radius;
  // Distance in the upper half, row in the lower: sorting gives the order of the answer.
  private long[] found = new long[16];
  private int count;
  private long probes;
  private long verified;

  /**
   * Starts a search.
   *
   * @param query words to look for
   * @param radius largest distance, inclusive
   */
  public Search(long[] query, int radius) {
    this.query = query;
    this.radius = radius;
  }

  long[] query() {
    return query;
  }

  int radius() {
    return radius;
  }

  void add(int row, int distance) {
    if (count == found.length) {
      found = Arrays.copyOf(found, Growth.from(count));
    }
    found[count++] = (long) distance << Integer.SIZE | row;
  }

  void probed(int buckets) {
    probes += buckets;
  }

  void verified(int rows) {
    verified += rows;
  }

  /** Puts the nearest first, and the lower row first among the equally near. */
  public void sort() {
    Arrays.sort(found, 0, count);
  }

  /**
   * How many rows were found.
   *
   * @return 0 or more
   */
  public int found() {
    return count;
  }

  /**
   * A row that was found.
   *
   * @param index 0 to {@code found() - 1}
   * @return its number
   */
  public int row(int index) {
    return (int) found[index];
  }

  /**
   * The distance of a row that was found.
   *
   * @param index 0 to {@code found() - 1}
   * @return 0 to the radius
   */
  public int distance(int index) {
    return (int) (found[index] >>> Integer.SIZE);
  }

  /**
   * How many buckets were probed.
   *
   * @return 0 if the rows were scanned
   */
  public long probes() {
    return probes;
  }

  /**
   * How many times a row was compared with the query.
   *
   * @return rows scanned, or candidates verified
   */
  public long verified() {
    return verified;
  }
}
