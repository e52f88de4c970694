package org.hashmatch.eval;

/**
 * How much two bits of a hash say the same.
 *
 * @param first the one bit, less than second
 * @param second the other bit
 * @param coefficient Pearson's coefficient, which for bits is also called phi: 1 where both are
 *     always equal, -1 where they always differ, 0 where one says nothing about the other
 */
public record BitCorrelation(int first, int second, double coefficient) {

  /**
   * Checks the bits.
   *
   * @param first as above
   * @param second as above
   * @param coefficient as above
   * @throws IllegalArgumentException unless 0 &lt;= first &lt; second and the coefficient is -1..1
   */
  public BitCorrelation {
    if (first < 0 || first >= second) {
      throw new IllegalArgumentException(
          "bits must satisfy 0 <= first < second (got " + first + ", " + second + ")");
    }
    if (!(Math.abs(coefficient) <= 1)) {
      throw new IllegalArgumentException("coefficient must be -1..1 (got " + coefficient + ")");
    }
  }

  /**
   * The strength, whichever the direction.
   *
   * @return the absolute coefficient, 0..1
   */
  public double strength() {
    return Math.abs(coefficient);
  }
}
