package org.hashmatch.bank;

/** What became of an entry that was to be added. */
public enum AddOutcome {
  /** It is in the bank, on disk, and the next search sees it. */
  ADDED,
  /** The bank had it, and now has more or other things of it. */
  UPDATED,
  /** The bank had all of it; it is as it was. */
  UNCHANGED,
  /** Refused: the bank has an entry with this id and other hashes, which must be removed first. */
  ID_TAKEN,
  /** Refused: it was deleted here, and a list is not to bring it back. */
  DELETED_HERE,
  /** Refused: the quality is below the bank's floor. */
  LOW_QUALITY,
  /**
   * Refused: all bits of a hash are equal, as flat and failed pictures give; it would match other
   * such pictures. Or it is the digest of an empty file.
   */
  TRIVIAL_HASH,
  /** Refused: it has no digest, and no hash of an algorithm that is looked up in the bank. */
  WRONG_ALGORITHM,
  /** Refused: it is near a picture that is known to be innocent. */
  HITS_CANARY;

  /**
   * Whether the bank now holds the entry.
   *
   * @return whether it was added, changed, or there before
   */
  public boolean isHeld() {
    return this == ADDED || this == UPDATED || this == UNCHANGED;
  }
}
