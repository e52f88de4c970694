package org.hashmatch.index.internal;

import java.util.Arrays;

/**
 * For each substring position and each value it can take, a bucket: the list of the rows that have
 * it there.
 */
public final class PostingLists {

  private static final int[] NO_ROWS = {0};

  private final int substrings;
  // Bucket b of substring s is at s * BUCKETS + b: its length, that many rows, then free places.
  private final int[][] lists;

  /**
   * Makes empty lists.
   *
   * @param width words of a hash
   */
  public PostingLists(int width) {
    substrings = Substring.count(width);
    lists = new int[substrings * Substring.BUCKETS][];
    Arrays.fill(lists, NO_ROWS);
  }

  /**
   * Enters a row under each of its substrings.
   *
   * @param rows the table
   * @param row a row that is not entered yet
   */
  public void add(HashRows rows, int row) {
    for (int i = 0; i < substrings; i++) {
      append(i * Substring.BUCKETS + rows.substring(row, i), row);
    }
  }

  private void append(int bucket, int row) {
    int[] list = lists[bucket];
    int end = list[0] + 1;
    if (end == list.length) {
      list = Arrays.copyOf(list, Growth.from(end));
      lists[bucket] = list;
    }
    list[end] = row;
    list[0] = end;
  }

  int substrings() {
    return substrings;
  }

  /** How many rows differ from the query in exactly so many bits of a substring. */
  long countShell(long[] query, int substring, int distance) {
    long count = 0;
    int bucket = bucket(query, substring);
    int end = BucketMasks.within(distance);
    for (int i = BucketMasks.within(distance - 1); i < end; i++) {
      count += lists[bucket ^ BucketMasks.mask(i)][0];
    }
    return count;
  }

  /**
   * Verifies every row that is near enough to the query in one substring at least.
   *
   * @param rows the table whose rows are entered
   * @param thresholds how near, for each substring; -1 leaves it out
   * @param search what to look for; gets the live rows within its radius, each once
   */
  public void probe(HashRows rows, int[] thresholds, Search search) {
    for (int i = 0; i < substrings; i++) {
      int bucket = bucket(search.query(), i);
      int probes = BucketMasks.within(thresholds[i]);
      for (int p = 0; p < probes; p++) {
        verify(rows, lists[bucket ^ BucketMasks.mask(p)], i, thresholds, search);
      }
      search.probed(probes);
    }
  }

  private static void verify(
      HashRows rows, int[] list, int substring, int[] thresholds, Search search) {
    for (int i = 1; i <= list[0]; i++) {
      int distance = rows.distance(list[i], search.query());
      if (distance <= search.radius()
          && rows.isLive(list[i])
          && isFirst(rows, list[i], substring, thresholds, search.query())) {
        search.add(list[i], distance);
      }
    }
    search.verified(list[0]);
  }

  /** A row that several substrings lead to counts for the first of them only. */
  private static boolean isFirst(
      HashRows rows, int row, int substring, int[] thresholds, long[] query) {
    for (int i = 0; i < substring; i++) {
      int difference = rows.substring(row, i) ^ Substring.of(query, 0, i);
      if (Integer.bitCount(difference) <= thresholds[i]) {
        return false;
      }
    }
    return true;
  }

  private static int bucket(long[] query, int substring) {
    return substring * Substring.BUCKETS + Substring.of(query, 0, substring);
  }
}
