package org.hashmatch.index.internal;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/**
 * Row numbers in as few bytes each as the largest needs: three up to 16 million, else four. Only
 * few of them are ever read, those of postings that are nearly matches; so it pays to pack them.
 */
public final class PackedRows {

  /** Bytes after the last number: a number is read as four bytes, of which one may be another's. */
  public static final int PADDING = 4;

  private static final int THREE_BYTES = 1 << 24;

  private final ByteBuffer bytes;
  private final int stride;
  private final int mask;

  /**
   * Looks at bytes as row numbers.
   *
   * @param bytes the numbers, low byte first, then the padding
   * @param stride bytes of a number, 3 or 4
   */
  public PackedRows(ByteBuffer bytes, int stride) {
    this.bytes = bytes.duplicate().order(ByteOrder.LITTLE_ENDIAN);
    this.stride = stride;
    this.mask = stride == 3 ? THREE_BYTES - 1 : -1;
  }

  /**
   * Makes room for numbers.
   *
   * @param count how many
   * @param stride bytes of a number, 3 or 4
   * @return all zero
   */
  public static PackedRows allocate(int count, int stride) {
    return new PackedRows(ByteBuffer.allocate(bytes(count, stride)), stride);
  }

  /**
   * How many bytes so many numbers take.
   *
   * @param count how many numbers
   * @param stride bytes of a number, 3 or 4
   * @return with padding
   * @throws IllegalArgumentException if they are too many for an array
   */
  public static int bytes(int count, int stride) {
    long bytes = (long) count * stride + PADDING;
    if (bytes > Integer.MAX_VALUE - 8) {
      throw new IllegalArgumentException(
          "rows must be at most " + (Integer.MAX_VALUE - 8 - PADDING) / 4 + " (got " + count + ")");
    }
    return (int) bytes;
  }

  /**
   * How many bytes a number needs.
   *
   * @param count how many rows there are
   * @return 3 or 4
   */
  public static int stride(int count) {
    return count <= THREE_BYTES ? 3 : 4;
  }

  /**
   * How many bytes a number takes.
   *
   * @return 3 or 4
   */
  public int stride() {
    return stride;
  }

  int get(int index) {
    return bytes.getInt(index * stride) & mask;
  }

  void set(int index, int row) {
    int at = index * stride;
    bytes.putInt(at, (bytes.getInt(at) & ~mask) | row);
  }

  /**
   * The numbers as bytes.
   *
   * @return low byte first, with the padding; shares memory
   */
  public ByteBuffer buffer() {
    return bytes.duplicate().order(ByteOrder.LITTLE_ENDIAN);
  }

  long bytes() {
    return bytes.capacity();
  }
}
