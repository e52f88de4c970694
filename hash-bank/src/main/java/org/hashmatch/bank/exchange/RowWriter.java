package org.hashmatch.bank.exchange;

import java.io.IOException;
import org.hashmatch.bank.BankEntry;
import org.hashmatch.bank.Change;

/** Writes rows of a format that has no word for canaries, for entries set aside, or for expiry. */
interface RowWriter {

  /**
   * Writes an entry that matches.
   *
   * @param entry known, neither disabled nor expired
   * @return how many rows that made; 0 if the format has no way to say it
   * @throws IOException if it cannot be written
   */
  int known(BankEntry entry) throws IOException;

  /**
   * Writes that an entry is gone.
   *
   * @param gone its tombstone
   * @return as above
   * @throws IOException if it cannot be written
   */
  int gone(Change.Gone gone) throws IOException;

  /**
   * Ends the list.
   *
   * @throws IOException if it cannot be written
   */
  void end() throws IOException;
}
