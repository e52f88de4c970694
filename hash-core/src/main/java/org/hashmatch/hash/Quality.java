package org.hashmatch.hash;

/**
 * How much a picture gives a hash to hold on to: PDQ's sum of gradients, 0 (flat) to 100 (rich in
 * features). The bits of a picture below about 50 are mostly rounding noise and must not be
 * matched.
 *
 * @param value 0..100
 */
public record Quality(int value) implements Comparable<Quality> {

  /** The lowest quality: a picture without features, or too small to hash. */
  public static final Quality NONE = new Quality(0);

  /** The highest quality. */
  public static final Quality FULL = new Quality(100);

  /**
   * Below this PDQ's authors advise to discard a hash, and so does every bank unless its policy
   * says otherwise.
   */
  public static final Quality DEFAULT_FLOOR = new Quality(50);

  /**
   * Checks the range.
   *
   * @param value as above
   * @throws IllegalArgumentException if the value is not 0..100
   */
  public Quality {
    if (value < 0 || value > 100) {
      throw new IllegalArgumentException("quality must be 0..100 (got " + value + ")");
    }
  }

  /**
   * Whether this quality is too low for a floor.
   *
   * @param floor the lowest accepted quality
   * @return whether this is less
   */
  public boolean isBelow(Quality floor) {
    return value < floor.value;
  }

  @Override
  public int compareTo(Quality other) {
    return Integer.compare(value, other.value);
  }

  @Override
  public String toString() {
    return Integer.toString(value);
  }
}
