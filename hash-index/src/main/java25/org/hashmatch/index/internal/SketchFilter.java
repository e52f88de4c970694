package org.hashmatch.index.internal;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/**
 * Finds the sketches near the query's, the innermost loop of a search. Compares many at once where
 * the program was started with the module of the Vector API, {@code --add-modules
 * jdk.incubator.vector}; else, or where the machine's vectors are narrow, four at a time.
 */
final class SketchFilter {

  private static final VarHandle LONGS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
  private static final boolean IS_VECTORISED = mayUseVectors();

  private SketchFilter() {}

  private static boolean mayUseVectors() {
    return ModuleLayer.boot()
        .findModule("jdk.incubator.vector")
        .map(vectors -> SketchFilter.class.getModule().addReads(vectors))
        .map(reader -> VectorSketchFilter.isWorthwhile())
        .orElse(false);
  }

  /**
   * Whether more than four sketches are compared at once.
   *
   * @return false if the module is not there
   */
  static boolean isVectorised() {
    return IS_VECTORISED;
  }

  /** {@link PostingTable#survivors} of sketches in an array. */
  static int survivors(
      byte[] sketches, int from, int to, int next, int allowance, int[] found, int count) {
    return IS_VECTORISED
        ? VectorSketchFilter.survivors(sketches, from, to, next, allowance, found, count)
        : fourByFour(sketches, from, to, next, allowance, found, count);
  }

  static int fourByFour(
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
