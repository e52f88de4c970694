package org.hashmatch.benchmarks;

import static org.hashmatch.benchmarks.SubstringTable.BUCKETS;
import static org.hashmatch.benchmarks.SubstringTable.SUBSTRINGS;

/**
 * Multi-index hashing and nothing more (M. Norouzi, A. Punjani, D. J. Fleet, CVPR 2012): flat
 * posting lists, the radius dealt out evenly, every candidate verified. 96 bytes a hash and 4 MB.
 */
final class PlainMultiIndex implements RadiusSearch {

  private final SubstringTable table;
  // For each substring: where each bucket's rows start, and the rows, bucket by bucket.
  private final int[][] offsets = new int[SUBSTRINGS][BUCKETS + 1];
  private final int[][] postings;
  private final Hits hits = new Hits();

  PlainMultiIndex(long[] rows) {
    table = new SubstringTable(rows);
    postings = new int[SUBSTRINGS][table.rows()];
    for (int i = 0; i < SUBSTRINGS; i++) {
      count(i);
      list(i);
    }
  }

  private void count(int substring) {
    int[] starts = offsets[substring];
    for (int row = 0; row < table.rows(); row++) {
      starts[table.substring(row, substring) + 1]++;
    }
    for (int bucket = 0; bucket < BUCKETS; bucket++) {
      starts[bucket + 1] += starts[bucket];
    }
  }

  private void list(int substring) {
    int[] next = offsets[substring].clone();
    for (int row = 0; row < table.rows(); row++) {
      postings[substring][next[table.substring(row, substring)]++] = row;
    }
  }

  @Override
  public Hits search(long[] query, int radius) {
    hits.clear();
    long[] shuffled = SubstringTable.shuffled(query);
    for (int i = 0; i < SUBSTRINGS; i++) {
      int bucket = SubstringTable.substring(shuffled, i);
      int probes = SubstringTable.masksWithin(SubstringTable.threshold(i, radius));
      for (int p = 0; p < probes; p++) {
        verify(shuffled, radius, i, bucket ^ SubstringTable.mask(p));
      }
    }
    return hits;
  }

  private void verify(long[] query, int radius, int substring, int bucket) {
    int[] rows = postings[substring];
    int end = offsets[substring][bucket + 1];
    for (int i = offsets[substring][bucket]; i < end; i++) {
      int distance = table.distance(query, rows[i]);
      if (distance <= radius && isFirst(query, radius, substring, rows[i])) {
        hits.add(rows[i], distance);
      }
    }
  }

  /** A row that several substrings lead to counts for the first of them only. */
  private boolean isFirst(long[] query, int radius, int substring, int row) {
    for (int i = 0; i < substring; i++) {
      int difference = table.substring(row, i) ^ SubstringTable.substring(query, i);
      if (Integer.bitCount(difference) <= SubstringTable.threshold(i, radius)) {
        return false;
      }
    }
    return true;
  }
}
