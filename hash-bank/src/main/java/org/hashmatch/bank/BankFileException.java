package org.hashmatch.bank;

import java.io.IOException;
import java.nio.file.Path;

/**
 * A bank file is missing, not a bank, of another version, or damaged. Never answered with an empty
 * bank.
 */
public final class BankFileException extends IOException {

  private static final long serialVersionUID = 1L;

  /**
   * Names the file and what is wrong with it.
   *
   * @param file the bank file
   * @param problem what was expected and what was found
   */
  public BankFileException(Path file, String problem) {
    super("bank " + file + ": " + problem);
  }

  /**
   * Names the file, what is wrong with it, and what failed.
   *
   * @param file the bank file
   * @param problem what was expected and what was found
   * @param cause what failed
   */
  public BankFileException(Path file, String problem, Throwable cause) {
    super("bank " + file + ": " + problem, cause);
  }
}
