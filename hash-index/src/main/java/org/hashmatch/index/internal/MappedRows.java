package org.hashmatch.index.internal;

import java.nio.LongBuffer;

/** Rows in a mapped file. */
public final class MappedRows implements Rows {

  private final LongBuffer words;
  private final int width;

  /**
   * Looks at a buffer as rows.
   *
   * @param words row after row
   * @param width words of a hash
   */
  public MappedRows(LongBuffer words, int width) {
    this.words = words;
    this.width = width;
  }

  @Override
  public LongBuffer words() {
    return words.duplicate();
  }

  @Override
  public void copy(int row, long[] to, int offset) {
    words.get(row * width, to, offset, width);
  }

  @Override
  public int distance(int row, long[] query) {
    int distance = 0;
    for (int i = 0; i < width; i++) {
      distance += Long.bitCount(query[i] ^ words.get(row * width + i));
    }
    return distance;
  }

  @Override
  public int substring(int row, int index) {
    return Substring.ofWord(words.get(row * width + Substring.word(index)), index);
  }

  @Override
  public int nextWithin(int radius, long[] query, int from, int to) {
    int row = from;
    while (row < to && distance(row, query) > radius) {
      row++;
    }
    return row;
  }

  @Override
  public long heapBytes() {
    return 0;
  }
}
