package org.hashmatch.index.internal;

import java.nio.ByteBuffer;
import java.nio.IntBuffer;

/**
 * For one substring position, and each value a hash can have there, a bucket: the rows that have
 * it, in ascending order, each with its sketch, which is the hash's next substring. All buckets lie
 * one after the other, so that a posting is a number.
 *
 * <p>The next substring of the last one is the first: the substrings form a ring.
 */
public abstract sealed class PostingTable permits HeapPostingTable, MappedPostingTable {

  PostingTable() {}

  /**
   * Looks at buffers as a table.
   *
   * @param starts first posting of each bucket, and the number of postings
   * @param rows row of each posting
   * @param sketches sketch of each posting, low byte first, with its padding; like {@code starts} a
   *     whole array, or direct memory
   * @return a table that shares the buffers' memory
   */
  public static PostingTable of(IntBuffer starts, PackedRows rows, ByteBuffer sketches) {
    return starts.hasArray() && sketches.hasArray() && sketches.arrayOffset() == 0
        ? new HeapPostingTable(starts.array(), rows, sketches.array())
        : new MappedPostingTable(starts, rows, sketches);
  }

  /**
   * Where the buckets begin, as it lies in memory.
   *
   * @return first posting of each bucket, and the number of postings; shares memory
   */
  public abstract IntBuffer starts();

  /**
   * The rows of the postings, as they lie in memory.
   *
   * @return row of each posting
   */
  public abstract PackedRows rows();

  /**
   * The sketches of the postings, as they lie in memory.
   *
   * @return sketch of each posting, low byte first, with its padding; shares memory
   */
  public abstract ByteBuffer sketches();

  /**
   * The first posting of a bucket.
   *
   * @param bucket its value; the number of buckets gives the number of postings
   * @return where the bucket before it ends
   */
  public abstract int start(int bucket);

  /**
   * The row of a posting.
   *
   * @param posting its number
   * @return the row
   */
  public abstract int row(int posting);

  /**
   * Looks up where buckets begin and end, and touches the sketches of each, so that all of them are
   * on their way from memory when they are read.
   *
   * @param value the query's substring
   * @param probes how many buckets, nearest to the query first
   * @param starts gets where they begin
   * @param ends gets where they end
   * @param at where in the two arrays the first goes
   * @return how many postings the buckets have
   */
  abstract long locate(int value, int probes, int[] starts, int[] ends, int at);

  /**
   * Finds the postings whose sketch is near the query's next substring.
   *
   * @param from first posting
   * @param to end of the postings
   * @param next the query's next substring
   * @param allowance largest distance of a sketch
   * @param found gets the postings; it is full if there was no room for one
   * @param count how many it has
   * @return how many it has now
   */
  abstract int survivors(int from, int to, int next, int allowance, int[] found, int count);

  /**
   * Memory taken.
   *
   * @return bytes of the Java heap
   */
  public abstract long heapBytes();

  /** How many postings the buckets of a slice of the masks have. */
  final long count(int value, int firstMask, int lastMask) {
    long count = 0;
    for (int i = firstMask; i < lastMask; i++) {
      int bucket = value ^ BucketMasks.mask(i);
      count += start(bucket + 1) - start(bucket);
    }
    return count;
  }

  /**
   * Always 0, but the compiler does not know, and so must load what was touched.
   *
   * @param touched a sum of bytes
   */
  static long nothing(long touched) {
    return (touched + (1L << 62)) >>> 63;
  }
}
