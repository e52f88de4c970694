package org.hashmatch.index.internal;

/**
 * What a search looks for: a hash with its bits shuffled, and a radius. Made once and set again for
 * each search. Belongs to one thread.
 */
public final class Query {

  private final BitPermutation permutation;
  private final long[] words;
  private final int[] substrings;
  private int radius;

  /**
   * Makes room for hashes of a width.
   *
   * @param permutation how their bits are shuffled
   * @param width words of a hash
   */
  public Query(BitPermutation permutation, int width) {
    this.permutation = permutation;
    this.words = new long[width];
    this.substrings = new int[Substring.count(width)];
  }

  /**
   * Sets what to look for.
   *
   * @param hash words of the hash as it is
   */
  public void set(long[] hash) {
    permutation.apply(hash, words, 0);
    for (int i = 0; i < substrings.length; i++) {
      substrings[i] = Substring.of(words, 0, i);
    }
  }

  /**
   * Sets how far to look.
   *
   * @param radius largest distance, inclusive
   */
  public void within(int radius) {
    this.radius = radius;
  }

  /**
   * How far to look.
   *
   * @return largest distance, inclusive
   */
  public int radius() {
    return radius;
  }

  /**
   * What to look for.
   *
   * @return the shuffled words; not a copy
   */
  public long[] words() {
    return words;
  }

  int substrings() {
    return substrings.length;
  }

  int substring(int index) {
    return substrings[index];
  }

  /** The substring after this one in the ring. */
  int next(int index) {
    return substrings[Substring.next(index, substrings.length)];
  }
}
