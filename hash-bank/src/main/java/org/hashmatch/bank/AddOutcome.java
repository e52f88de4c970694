package org.hashmatch.bank;

/** What became of an entry that was to be added. */
public enum AddOutcome {
  /** It is in the bank, on disk, and the next search sees it. */
  ADDED,
  /** The bank already has an entry with this id and this hash; it is as it was. */
  UNCHANGED,
  /** Refused: the bank has an entry with this id and another hash, which must be removed first. */
  ID_TAKEN,
  /** Refused: the quality is below the bank's floor. */
  LOW_QUALITY,
  /**
   * Refused: all bits are equal, as flat and failed pictures give; it would match other such
   * pictures.
   */
  TRIVIAL_HASH,
  /** Refused: the bank holds hashes of another algorithm. */
  WRONG_ALGORITHM;

  /**
   * Whether the bank now holds the entry.
   *
   * @return whether it was added, or there before
   */
  public boolean isHeld() {
    return this == ADDED || this == UNCHANGED;
  }
}
