package org.hashmatch.index.internal;

import java.nio.LongBuffer;

/** Rows in an array. */
public final class HeapRows implements Rows {

  private final long[] words;
  private final int width;

  /**
   * Looks at an array as rows.
   *
   * @param words row after row; not copied
   * @param width words of a hash
   */
  public HeapRows(long[] words, int width) {
    this.words = words;
    this.width = width;
  }

  @Override
  public LongBuffer words() {
    return LongBuffer.wrap(words);
  }

  @Override
  public void copy(int row, long[] to, int offset) {
    System.arraycopy(words, row * width, to, offset, width);
  }

  @Override
  public int distance(int row, long[] query) {
    return Hamming.distance(query, words, row * width);
  }

  @Override
  public int substring(int row, int index) {
    return Substring.of(words, row * width, index);
  }

  @Override
  public int nextWithin(int radius, long[] query, int from, int to) {
    return Hamming.nextWithin(radius, query, words, from, to);
  }

  @Override
  public long heapBytes() {
    return (long) words.length * Long.BYTES;
  }
}
