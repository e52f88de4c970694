package org.hashmatch.eval.study;

/** All pairs of different pictures of a study, as often as they are asked for. */
interface NonMatePairs {

  /** Shows each pair once, those of two pictures together, always in the same order. */
  void showTo(Visitor visitor);

  /** Is shown pairs. */
  interface Visitor {

    /**
     * A pair.
     *
     * @param query the place of the picture that is looked for
     * @param attack the place of the edit that it went through; -1 none
     * @param bank the place of the picture whose original is compared with
     * @param level their distance
     */
    void pair(int query, int attack, int bank, int level);

    /** There are no more pairs of these two pictures, of either with the other. */
    void endOf(int one, int other);
  }
}
