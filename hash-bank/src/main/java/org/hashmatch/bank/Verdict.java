package org.hashmatch.bank;

/** What somebody who looked says of an entry's matches. */
public enum Verdict {
  /** They show what the entry is there for. */
  TRUE_POSITIVE,
  /** They do not. */
  FALSE_POSITIVE
}
