package org.hashmatch.index.internal;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * Sketches as bytes, two each, low byte first; and how four of them are compared with the query's
 * at a time, each in a quarter of a number.
 */
public final class Sketches {

  /** Bytes after the last sketch: they are read eight at a time. */
  public static final int PADDING = 8;

  static final int AT_ONCE = 4;

  private static final int BYTES = 2;
  private static final VarHandle LONGS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
  private static final VarHandle CHARS =
      MethodHandles.byteArrayViewVarHandle(char[].class, ByteOrder.LITTLE_ENDIAN);
  private static final long ONE_IN_EACH = 0x0001_0001_0001_0001L;
  private static final long TOP_OF_EACH = 0x8000_8000_8000_8000L;

  private Sketches() {}

  /**
   * How many bytes so many sketches take.
   *
   * @param count how many
   * @return with padding
   */
  public static int bytes(int count) {
    return Math.addExact(Math.multiplyExact(BYTES, count), PADDING);
  }

  /** Where a sketch is. */
  static int offset(int index) {
    return BYTES * index;
  }

  static void set(byte[] sketches, int index, int sketch) {
    CHARS.set(sketches, offset(index), (char) sketch);
  }

  /** {@link PostingTable#survivors} of sketches in an array. */
  static int survivors(
      byte[] sketches, int from, int to, int next, int allowance, int[] found, int count) {
    long query = four(next);
    long bound = bound(allowance);
    int end = count;
    for (int i = from; i < to; i += AT_ONCE) {
      long near = near((long) LONGS.get(sketches, offset(i)) ^ query, bound);
      if (near != 0) {
        end = append(near, i, to, found, end);
      }
    }
    return end;
  }

  /** A sketch in each quarter. */
  static long four(int sketch) {
    return sketch * ONE_IN_EACH;
  }

  /** What {@link #near} needs of the largest distance, 0 to 16. */
  static long bound(int allowance) {
    return TOP_OF_EACH + allowance * ONE_IN_EACH;
  }

  /**
   * Which quarters have few bits.
   *
   * @param differences four sketches, each exclusive-or the query's
   * @param bound of the most bits that are few
   * @return the top bit of each quarter that has few; no others
   */
  static long near(long differences, long bound) {
    // The bits of each quarter are counted in pairs, then fours, eights and sixteens.
    long x = differences;
    x -= (x >>> 1) & 0x5555_5555_5555_5555L;
    x = (x & 0x3333_3333_3333_3333L) + ((x >>> 2) & 0x3333_3333_3333_3333L);
    x = (x + (x >>> 4)) & 0x0f0f_0f0f_0f0f_0f0fL;
    x = (x + (x >>> 8)) & 0x00ff_00ff_00ff_00ffL;
    // A count above the allowance borrows from the top bit.
    return (bound - x) & TOP_OF_EACH;
  }

  /**
   * Appends the postings that {@link #near} found.
   *
   * @param near the top bits of the quarters
   * @param posting that of the lowest quarter
   * @param to end of the postings; quarters from there on do not count
   * @param found gets them, as long as there is room
   * @param count how many it has
   * @return how many it has now
   */
  static int append(long near, int posting, int to, int[] found, int count) {
    int end = count;
    for (long rest = near; rest != 0; rest &= rest - 1) {
      int next = posting + Long.numberOfTrailingZeros(rest) / Character.SIZE;
      if (next >= to || end == found.length) {
        return end;
      }
      found[end++] = next;
    }
    return end;
  }
}
