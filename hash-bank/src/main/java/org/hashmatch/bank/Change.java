package org.hashmatch.bank;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * What a bank holds under an id since its last change, or that it holds it no more. Nothing of a
 * picture remains of what is gone, its hashes included.
 */
public sealed interface Change {

  /**
   * The store's number for the id.
   *
   * @return 1 or more, never used for another id
   */
  long key();

  /**
   * Which change of the bank it was.
   *
   * @return 1 or more; each change has its own, and a later one a larger
   */
  long sequence();

  /**
   * The entry's id.
   *
   * @return unique in its bank
   */
  String id();

  /**
   * The bank holds it.
   *
   * @param key as above
   * @param sequence as above
   * @param entry what it holds
   */
  record Held(long key, long sequence, BankEntry entry) implements Change {
    @Override
    public String id() {
      return entry.id();
    }
  }

  /**
   * The bank held it once.
   *
   * @param key as above
   * @param sequence as above
   * @param id as above
   * @param reason why it is gone
   * @param at since when, to the millisecond
   */
  record Gone(long key, long sequence, String id, RemovalReason reason, Instant at)
      implements Change {

    /**
     * Checks the id.
     *
     * @param key as above
     * @param sequence as above
     * @param id as above
     * @param reason as above
     * @param at as above, truncated to the millisecond
     * @throws IllegalArgumentException if the id is empty, too long or has control characters
     */
    public Gone {
      Text.check("entry id", id, 1, BankEntry.MAX_ID);
      at = at.truncatedTo(ChronoUnit.MILLIS);
    }
  }
}
