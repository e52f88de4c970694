package org.hashmatch.eval;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;

/**
 * Mean and variance of the Hamming distance over all pairs of hashes, without looking at any pair.
 *
 * @param mean in bits
 * @param variance in square bits, of all pairs there are; exactly zero where all distances are
 *     equal
 */
record DistanceMoments(double mean, double variance) {

  /*
   * A distance is a sum over the bits of whether they differ. Summed over all pairs of hashes, each bit adds the pairs in
   * which it differs; and the square of a distance, being a sum over pairs of bits, adds for each of them the pairs of
   * hashes in which both differ. Both follow from the counts. The sums are exact, because the variance is their small
   * difference.
   */

  static DistanceMoments of(BitCounts counts) {
    BigInteger distances = BigInteger.ZERO;
    BigInteger products = BigInteger.ZERO;
    for (int i = 0; i < counts.bits(); i++) {
      distances = distances.add(BigInteger.valueOf(counts.pairsThatDiffer(i)));
      for (int j = i + 1; j < counts.bits(); j++) {
        products = products.add(BigInteger.valueOf(counts.pairsThatDiffer(i, j)));
      }
    }
    BigInteger squares = distances.add(products.shiftLeft(1));
    BigInteger pairs = BigInteger.valueOf((long) counts.hashes() * (counts.hashes() - 1) / 2);
    return new DistanceMoments(
        quotient(distances, pairs),
        quotient(pairs.multiply(squares).subtract(distances.pow(2)), pairs.pow(2)));
  }

  private static double quotient(BigInteger dividend, BigInteger divisor) {
    return new BigDecimal(dividend)
        .divide(new BigDecimal(divisor), MathContext.DECIMAL64)
        .doubleValue();
  }
}
