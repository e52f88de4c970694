package org.hashmatch.index.internal;

/**
 * Finds the sketches near the query's, the innermost loop of a search. On newer JDKs the jar has
 * another class in this one's place, which compares many sketches at once if it may.
 */
final class SketchFilter {

  private SketchFilter() {}

  /**
   * Whether many sketches are compared at once.
   *
   * @return false here
   */
  static boolean isVectorised() {
    return false;
  }

  /** {@link PostingTable#survivors} of sketches in an array. */
  static int survivors(
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
