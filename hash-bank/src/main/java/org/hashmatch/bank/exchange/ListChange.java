package org.hashmatch.bank.exchange;

/**
 * What a row of a list does to a bank. No hashes, so that it can be shown to anybody.
 *
 * @param kind what it does
 * @param id the entry's id
 */
public record ListChange(Kind kind, String id) {

  /** What is done to an entry. */
  public enum Kind {
    /** The bank did not hold it. */
    ADDED,
    /** The bank holds other things of it than before, or fewer origins. */
    UPDATED,
    /** The bank holds it no more. */
    REMOVED
  }
}
