package org.hashmatch.bank;

/** Whether an entry counts. */
public enum EntryStatus {
  /** It matches. */
  ACTIVE,
  /**
   * It matches, and asks for a person to look whatever its bank's action is: it matched too often.
   */
  QUARANTINED,
  /** It is kept, and matches nothing. */
  DISABLED
}
