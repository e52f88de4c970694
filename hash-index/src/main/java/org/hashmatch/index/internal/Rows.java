package org.hashmatch.index.internal;

import java.nio.LongBuffer;

/**
 * A flat table of hashes, numbered from 0. Does not know how many of its rows are in use: the
 * caller does.
 */
public sealed interface Rows permits HeapRows, MappedRows {

  /**
   * Looks at a buffer as rows.
   *
   * @param words row after row: a whole array, or direct memory
   * @param width words of a hash
   * @return rows that share the buffer's memory
   */
  static Rows of(LongBuffer words, int width) {
    return words.hasArray() ? new HeapRows(words.array(), width) : new MappedRows(words, width);
  }

  /**
   * The words as they lie in memory.
   *
   * @return row after row, those not in use included; shares memory
   */
  LongBuffer words();

  /**
   * Copies a hash out.
   *
   * @param row its number
   * @param to gets its words
   * @param offset where in {@code to} the first word goes
   */
  void copy(int row, long[] to, int offset);

  /**
   * The distance of a hash from a query.
   *
   * @param row the hash's number
   * @param query as many words as a hash has
   * @return Hamming distance
   */
  int distance(int row, long[] query);

  /**
   * The 16 bits of one substring of a hash.
   *
   * @param row the hash's number
   * @param index the substring's number
   * @return 0 to 65,535
   */
  int substring(int row, int index);

  /**
   * The next hash within a radius.
   *
   * @param radius largest distance, inclusive
   * @param query as many words as a hash has
   * @param from where to begin
   * @param to where to end, exclusive
   * @return the first row from {@code from} on that is within; {@code to} if there is none
   */
  int nextWithin(int radius, long[] query, int from, int to);

  /**
   * Memory taken.
   *
   * @return bytes of the Java heap
   */
  long heapBytes();
}
