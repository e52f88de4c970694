package org.hashmatch.index.internal;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.IntBuffer;

/**
 * Postings in a mapped file. Its loops are those of {@link HeapPostingTable} over other memory: one
 * loop for both would call either from one place, which the compiler then cannot take apart.
 */
public final class MappedPostingTable extends PostingTable {

  private final IntBuffer starts;
  private final PackedRows rows;
  private final ByteBuffer sketches;

  /**
   * Looks at buffers as a table.
   *
   * @param starts first posting of each bucket, and the number of postings
   * @param rows row of each posting
   * @param sketches sketch of each posting, low byte first, then the padding
   */
  public MappedPostingTable(IntBuffer starts, PackedRows rows, ByteBuffer sketches) {
    this.starts = starts;
    this.rows = rows;
    this.sketches = sketches.duplicate().order(ByteOrder.LITTLE_ENDIAN);
  }

  @Override
  public IntBuffer starts() {
    return starts.duplicate();
  }

  @Override
  public PackedRows rows() {
    return rows;
  }

  @Override
  public ByteBuffer sketches() {
    return sketches.duplicate();
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
      touched += sketches.get(Sketches.offset(begin)) + sketches.get(Sketches.offset(end));
    }
    return count + PostingTable.nothing(touched);
  }

  @Override
  int survivors(int from, int to, int next, int allowance, int[] found, int count) {
    long query = Sketches.four(next);
    long bound = Sketches.bound(allowance);
    int end = count;
    for (int i = from; i < to; i += Sketches.AT_ONCE) {
      long near = Sketches.near(sketches.getLong(Sketches.offset(i)) ^ query, bound);
      if (near != 0) {
        end = Sketches.append(near, i, to, found, end);
      }
    }
    return end;
  }

  @Override
  public long heapBytes() {
    return 0;
  }
}
