package org.hashmatch.bank;

/** What an entry is in its bank for. */
public enum EntryKind {
  /** A known picture: uploads are looked up among these. */
  KNOWN,
  /**
   * An innocent picture that must never match: what is near it is refused when it is to be added. A
   * list that holds such an entry is refused whole. Never a match itself.
   */
  CANARY
}
