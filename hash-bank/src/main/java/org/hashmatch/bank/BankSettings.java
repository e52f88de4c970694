package org.hashmatch.bank;

import org.hashmatch.hash.HashAlgorithm;

/**
 * What a bank is.
 *
 * @param name by which decisions name it, 1..200 characters
 * @param policy what it takes in, and what a match means
 */
public record BankSettings(String name, BankPolicy policy) {

  /**
   * Checks the name.
   *
   * @param name as above
   * @param policy as above
   * @throws IllegalArgumentException if the name is empty, too long or has control characters
   */
  public BankSettings {
    Text.check("bank name", name, 1, 200);
  }

  /**
   * A bank of PDQ hashes of all pixels, that blocks at PDQ's usual radius and quality.
   *
   * @param name by which decisions name it
   * @return its settings
   * @throws IllegalArgumentException if the name is empty, too long or has control characters
   */
  public static BankSettings pdq(String name) {
    return new BankSettings(name, BankPolicy.DEFAULT);
  }

  /**
   * The algorithm of those who have only one.
   *
   * @return the first that the policy has a radius for
   */
  public HashAlgorithm algorithm() {
    return policy.algorithm();
  }
}
