package org.hashmatch.eval;

/**
 * How often one bit of a hash is one.
 *
 * @param bit the bit, numbered as in {@link org.hashmatch.hash.ImageHash}
 * @param ones in how many hashes it is one, 0..hashes
 * @param hashes how many hashes there were, 1 or more
 */
public record BitShare(int bit, int ones, int hashes) {

  private static final double LN_2 = StrictMath.log(2);

  /**
   * Checks the counts.
   *
   * @param bit as above
   * @param ones as above
   * @param hashes as above
   * @throws IllegalArgumentException if a number is out of its range
   */
  public BitShare {
    if (bit < 0) {
      throw new IllegalArgumentException("bit must be 0 or more (got " + bit + ")");
    }
    if (hashes < 1) {
      throw new IllegalArgumentException("hashes must be 1 or more (got " + hashes + ")");
    }
    if (ones < 0 || ones > hashes) {
      throw new IllegalArgumentException("ones must be 0.." + hashes + " (got " + ones + ")");
    }
  }

  /**
   * The share of ones.
   *
   * @return 0..1; a bit that tells pictures apart best has 0.5
   */
  public double value() {
    return (double) ones / hashes;
  }

  /**
   * Whether the bit was the same in every hash, and so told nothing.
   *
   * @return whether the share is 0 or 1
   */
  public boolean isConstant() {
    return ones == 0 || ones == hashes;
  }

  /**
   * How much the bit tells of a picture: Shannon's entropy, {@code -p log2(p) - q log2(q)} of the
   * shares p of ones and q of zeros. Of few hashes it is estimated too low, by about {@code 0.72 /
   * hashes}.
   *
   * <p>Source: C. E. Shannon, A Mathematical Theory of Communication, Bell Syst. Tech. J. 27
   * (1948), 379-423; the bias: G. A. Miller, Note on the bias of information estimates, in:
   * Information Theory in Psychology, Glencoe 1955, 95-100.
   *
   * @return 0 (always the same) to 1 (one for half of the pictures), in bits
   */
  public double entropy() {
    return surprise(ones) + surprise(hashes - ones);
  }

  /** What an outcome of so many hashes adds to the entropy. */
  private double surprise(int occurrences) {
    if (occurrences == 0) {
      return 0;
    }
    double share = (double) occurrences / hashes;
    return share * (StrictMath.log((double) hashes / occurrences) / LN_2);
  }

  /**
   * Where the share lies among all pictures of the kind, as {@link ConfidenceInterval#wilson}.
   *
   * @param confidence between 0 and 1, for example 0.95
   * @return the interval
   * @throws IllegalArgumentException if the confidence is out of its range, or there are more than
   *     1,073,741,823 hashes
   */
  public ConfidenceInterval interval(double confidence) {
    return ConfidenceInterval.wilson(ones, hashes, confidence);
  }
}
