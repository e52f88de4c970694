package org.hashmatch.index.internal;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * Finds the sketches near the query's, the innermost loop of a search: four at a time, as the four
 * quarters of a number. On newer JDKs the jar has another class in this one's place, which compares
 * more of them at once if it may.
 */
final class SketchFilter {

  private static final VarHandle LONGS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

  private SketchFilter() {}

  /**
   * Whether more than four sketches are compared at once.
   *
   * @return false here
   */
  static boolean isVectorised() {
    return false;
  }

  /** {@link PostingTable#survivors} of sketches in an array. */
  static int survivors(
      byte[] sketches, int from, int to, int next, int allowance, int[] found, int count) {
    long query = Sketches.four(next);
    long bound = Sketches.bound(allowance);
    int end = count;
    for (int i = from; i < to; i += Sketches.AT_ONCE) {
      long near = Sketches.near((long) LONGS.get(sketches, Sketches.offset(i)) ^ query, bound);
      if (near != 0) {
        end = Sketches.append(near, i, to, found, end);
      }
    }
    return end;
  }
}
