package org.hashmatch.index.internal;

import java.nio.CharBuffer;
import java.nio.IntBuffer;

/** Postings in a mapped file. */
public final class MappedPostingTable extends PostingTable {

  private final IntBuffer starts;
  private final PackedRows rows;
  private final CharBuffer sketches;

  /**
   * Looks at buffers as a table.
   *
   * @param starts first posting of each bucket, and the number of postings
   * @param rows row of each posting
   * @param sketches sketch of each posting, and one more, which means nothing
   */
  public MappedPostingTable(IntBuffer starts, PackedRows rows, CharBuffer sketches) {
    this.starts = starts;
    this.rows = rows;
    this.sketches = sketches;
  }

  @Override
  public int start(int bucket) {
    return starts.get(bucket);
  }

  @Override
  public int row(int posting) {
    return rows.get(posting);
  }

  @Override
  long locate(int value, int probes, int[] begins, int[] ends, int at) {
    long count = 0;
    long touched = 0;
    for (int i = 0; i < probes; i++) {
      int bucket = value ^ BucketMasks.mask(i);
      int begin = starts.get(bucket);
      int end = starts.get(bucket + 1);
      begins[at + i] = begin;
      ends[at + i] = end;
      count += end - begin;
      touched += sketches.get(begin);
    }
    return count + (touched >>> 62);
  }

  @Override
  int survivors(int from, int to, int next, int allowance, int[] found, int count) {
    int end = count;
    for (int i = from; i < to; i++) {
      if (Integer.bitCount(sketches.get(i) ^ next) <= allowance) {
        if (end == found.length) {
          return end;
        }
        found[end++] = i;
      }
    }
    return end;
  }

  @Override
  public long heapBytes() {
    return 0;
  }
}
