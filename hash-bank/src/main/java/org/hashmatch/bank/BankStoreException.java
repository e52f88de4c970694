package org.hashmatch.bank;

import java.io.IOException;

/**
 * What keeps a bank is missing, not a bank, of another version, damaged, or cannot be reached.
 * Never answered with an empty bank.
 */
public final class BankStoreException extends IOException {

  private static final long serialVersionUID = 1L;

  /**
   * Names the place and what is wrong with it.
   *
   * @param where the bank's file, or its database
   * @param problem what was expected and what was found
   */
  public BankStoreException(String where, String problem) {
    super("bank " + where + ": " + problem);
  }

  /**
   * Names the place, what is wrong with it, and what failed.
   *
   * @param where the bank's file, or its database
   * @param problem what was expected and what was found
   * @param cause what failed
   */
  public BankStoreException(String where, String problem, Throwable cause) {
    super("bank " + where + ": " + problem, cause);
  }
}
