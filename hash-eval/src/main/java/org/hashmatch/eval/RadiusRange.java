package org.hashmatch.eval;

import java.util.OptionalInt;

/**
 * Radii between which no measured pair lies, so that all of them have the same measured rates: from
 * a distance that occurred, inclusive, to the next one that would be too much, exclusive.
 *
 * <p>Which of them to use depends on the distances. Real scores: {@link #from()}, for nothing was
 * seen beyond it. Integers: {@link #greatestInteger()}, the usual choice.
 *
 * @param from the smallest of the radii, a distance that occurred; finite
 * @param below the end of the range, which is not in it; positive infinity if no radius is too much
 */
public record RadiusRange(double from, double below) {

  /**
   * Checks the order.
   *
   * @param from as above
   * @param below as above
   * @throws IllegalArgumentException unless from is finite and less than below
   */
  public RadiusRange {
    if (!(Math.abs(from) <= Double.MAX_VALUE && from < below)) {
      throw new IllegalArgumentException(
          "range must satisfy -Infinity < from < below (got " + from + ", " + below + ")");
    }
  }

  /**
   * The greatest integer of the radii: what to deploy where distances are Hamming distances.
   *
   * @return empty if no integer is in the range, or it is beyond those of 32 bits
   */
  public OptionalInt greatestInteger() {
    double greatest = Math.ceil(below) - 1;
    return greatest >= from && greatest == (int) greatest
        ? OptionalInt.of((int) greatest)
        : OptionalInt.empty();
  }
}
