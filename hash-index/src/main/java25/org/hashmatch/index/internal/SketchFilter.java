package org.hashmatch.index.internal;

/**
 * Finds the sketches near the query's, the innermost loop of a search. Compares many at once where
 * the program was started with the module of the Vector API, {@code --add-modules
 * jdk.incubator.vector}; else, or where the machine's vectors are narrow, one by one.
 */
final class SketchFilter {

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
   * Whether many sketches are compared at once.
   *
   * @return false if the module is not there
   */
  static boolean isVectorised() {
    return IS_VECTORISED;
  }

  /** {@link PostingTable#survivors} of sketches in an array. */
  static int survivors(
      char[] sketches, int from, int to, int next, int allowance, int[] found, int count) {
    return IS_VECTORISED
        ? VectorSketchFilter.survivors(sketches, from, to, next, allowance, found, count)
        : oneByOne(sketches, from, to, next, allowance, found, count);
  }

  static int oneByOne(
      char[] sketches, int from, int to, int next, int allowance, int[] found, int count) {
    int end = count;
    for (int i = from; i < to; i++) {
      if (Integer.bitCount(sketches[i] ^ next) <= allowance) {
        if (end == found.length) {
          return end;
        }
        found[end++] = i;
      }
    }
    return end;
  }
}
