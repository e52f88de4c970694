package org.hashmatch.index.internal;

import java.nio.ByteBuffer;
import java.nio.IntBuffer;

/** Postings in arrays. */
public final class HeapPostingTable extends PostingTable {

  private static final int CACHE_LINE = 64;
  // Postings of an average bucket from which on it lies on more cache lines than its two ends.
  private static final int LONG_BUCKET = 64;

  private final int[] starts;
  private final PackedRows rows;
  private final byte[] sketches;
  private final boolean areBucketsLong;

  /**
   * Looks at arrays as a table.
   *
   * @param starts first posting of each bucket, and the number of postings
   * @param rows row of each posting
   * @param sketches sketch of each posting, low byte first, then the padding
   */
  public HeapPostingTable(int[] starts, PackedRows rows, byte[] sketches) {
    this.starts = starts;
    this.rows = rows;
    this.sketches = sketches;
    this.areBucketsLong = starts[Substring.BUCKETS] / Substring.BUCKETS >= LONG_BUCKET;
  }

  /**
   * Lists rows by a substring, in about 20 ns a row.
   *
   * @param words row after row
   * @param width words of a row
   * @param count how many rows
   * @param substring which of their substrings
   * @return the table
   */
  public static HeapPostingTable of(long[] words, int width, int count, int substring) {
    int next = Substring.next(substring, Substring.count(width));
    int[] starts = starts(words, width, count, substring);
    int[] free = starts.clone();
    PackedRows rows = PackedRows.allocate(count, PackedRows.stride(count));
    byte[] sketches = new byte[Sketches.bytes(count)];
    for (int row = 0; row < count; row++) {
      int posting = free[Substring.of(words, row * width, substring)]++;
      rows.set(posting, row);
      Sketches.set(sketches, posting, Substring.of(words, row * width, next));
    }
    return new HeapPostingTable(starts, rows, sketches);
  }

  private static int[] starts(long[] words, int width, int count, int substring) {
    int[] starts = new int[Substring.BUCKETS + 1];
    for (int row = 0; row < count; row++) {
      starts[Substring.of(words, row * width, substring) + 1]++;
    }
    for (int bucket = 0; bucket < Substring.BUCKETS; bucket++) {
      starts[bucket + 1] += starts[bucket];
    }
    return starts;
  }

  @Override
  public IntBuffer starts() {
    return IntBuffer.wrap(starts);
  }

  @Override
  public PackedRows rows() {
    return rows;
  }

  @Override
  public ByteBuffer sketches() {
    return ByteBuffer.wrap(sketches);
  }

  @Override
  public int start(int bucket) {
    return starts[bucket];
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
      int begin = starts[bucket];
      int end = starts[bucket + 1];
      begins[at + i] = begin;
      ends[at + i] = end;
      count += end - begin;
      touched += sketches[Sketches.offset(begin)] + sketches[Sketches.offset(end)];
    }
    if (areBucketsLong) {
      touched += touchLines(begins, ends, at, at + probes);
    }
    return count + PostingTable.nothing(touched);
  }

  private long touchLines(int[] begins, int[] ends, int from, int to) {
    long touched = 0;
    for (int i = from; i < to; i++) {
      int end = Sketches.offset(ends[i]);
      for (int line = Sketches.offset(begins[i]); line < end; line += CACHE_LINE) {
        touched += sketches[line];
      }
    }
    return touched;
  }

  @Override
  int survivors(int from, int to, int next, int allowance, int[] found, int count) {
    return Sketches.survivors(sketches, from, to, next, allowance, found, count);
  }

  @Override
  public long heapBytes() {
    return (long) starts.length * Integer.BYTES + rows.bytes() + sketches.length;
  }
}
