package org.hashmatch.bank;

import org.hashmatch.hash.HashAlgorithm;

/**
 * What a bank is: fixed when it is created.
 *
 * @param name by which decisions name it, 1..200 characters
 * @param algorithm of all its hashes
 * @param policy what it takes in, and what a match means
 */
public record BankSettings(String name, HashAlgorithm algorithm, BankPolicy policy) {

  /**
   * Checks the parts.
   *
   * @param name as above
   * @param algorithm as above
   * @param policy as above
   * @throws IllegalArgumentException if the name is empty, too long or has control characters, or
   *     the radius is larger than the algorithm's hashes are wide
   */
  public BankSettings {
    Text.check("bank name", name, 1, 200);
    if (policy.radius() > algorithm.bits()) {
      throw new IllegalArgumentException(
          "radius must be 0.."
              + algorithm.bits()
              + " for "
              + algorithm
              + " (got "
              + policy.radius()
              + ")");
    }
  }

  /**
   * A bank of PDQ hashes with the default policy.
   *
   * @param name by which decisions name it
   * @return its settings
   * @throws IllegalArgumentException if the name is empty, too long or has control characters
   */
  public static BankSettings pdq(String name) {
    return new BankSettings(name, HashAlgorithm.PDQ, BankPolicy.DEFAULT);
  }
}
