package org.hashmatch.eval;

/**
 * What one radius costs and brings.
 *
 * @param radius the greatest distance that counts as a match, inclusive; positive infinity takes
 *     every pair for a match
 * @param falsePositiveRate the share of non-mates within the radius, 0..1
 * @param recall the share of mates within the radius, 0..1
 */
public record RocPoint(double radius, double falsePositiveRate, double recall) {

  /**
   * Checks the ranges.
   *
   * @param radius as above
   * @param falsePositiveRate as above
   * @param recall as above
   * @throws IllegalArgumentException if the radius is not a number or a rate is out of its range
   */
  public RocPoint {
    if (Double.isNaN(radius)) {
      throw new IllegalArgumentException("radius must be a number (got " + radius + ")");
    }
    if (!(0 <= falsePositiveRate && falsePositiveRate <= 1)) {
      throw new IllegalArgumentException(
          "falsePositiveRate must be 0..1 (got " + falsePositiveRate + ")");
    }
    if (!(0 <= recall && recall <= 1)) {
      throw new IllegalArgumentException("recall must be 0..1 (got " + recall + ")");
    }
  }
}
