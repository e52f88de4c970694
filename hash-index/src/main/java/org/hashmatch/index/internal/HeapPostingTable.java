package org.hashmatch.index.internal;

/** Postings in arrays. */
public final class HeapPostingTable extends PostingTable {

  private final int[] starts;
  private final PackedRows rows;
  private final char[] sketches;

  /**
   * Looks at arrays as a table.
   *
   * @param starts first posting of each bucket, and the number of postings
   * @param rows row of each posting
   * @param sketches sketch of each posting, and one more, which means nothing
   */
  public HeapPostingTable(int[] starts, PackedRows rows, char[] sketches) {
    this.starts = starts;
    this.rows = rows;
    this.sketches = sketches;
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
    int next = substring + 1 == Substring.count(width) ? 0 : substring + 1;
    int[] starts = starts(words, width, count, substring);
    int[] free = starts.clone();
    PackedRows rows = PackedRows.allocate(count, PackedRows.stride(count));
    char[] sketches = new char[count + 1];
    for (int row = 0; row < count; row++) {
      int posting = free[Substring.of(words, row * width, substring)]++;
      rows.set(posting, row);
      sketches[posting] = (char) Substring.of(words, row * width, next);
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
      touched += sketches[begin];
    }
    // Always 0, but the compiler does not know, and so must load the sketches.
    return count + (touched >>> 62);
  }

  @Override
  int survivors(int from, int to, int next, int allowance, int[] found, int count) {
    return SketchFilter.survivors(sketches, from, to, next, allowance, found, count);
  }

  @Override
  public long heapBytes() {
    return (long) starts.length * Integer.BYTES
        + rows.bytes()
        + (long) sketches.length * Character.BYTES;
  }
}
