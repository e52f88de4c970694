package org.hashmatch.hash.decode;

/** How much of a picture its file still holds; the worse comes later. */
public enum Completeness {
  /** Every pixel, as the file says. */
  COMPLETE,
  /** Every pixel, of a file that lacks its end or had to be mended. */
  REPAIRED,
  /** Some pixels; the others are grey, or frames that were not looked at. */
  PARTIAL;

  /**
   * The worse of the two.
   *
   * @param other another
   * @return this or the other
   */
  public Completeness and(Completeness other) {
    return compareTo(other) >= 0 ? this : other;
  }
}
