package org.hashmatch.bank;

/**
 * The id under which a bank's indexes hold one hash of an entry: the entry's key, which of two
 * generations of its hashes, whether it is a canary, and which of its hashes it is, counted for
 * each algorithm.
 */
final class IndexId {

  /** How many ids an entry has in one index and generation. */
  static final int ORDINALS = BankEntry.MAX_HASHES;

  private static final int KEY_SHIFT = 10;
  private static final int GENERATION_SHIFT = 9;
  private static final long CANARY = 1L << 8;

  private IndexId() {}

  static long of(long key, int generation, EntryKind kind, int ordinal) {
    return (key << KEY_SHIFT)
        | ((long) generation << GENERATION_SHIFT)
        | (kind == EntryKind.CANARY ? CANARY : 0)
        | ordinal;
  }

  static long key(long id) {
    return id >>> KEY_SHIFT;
  }

  static boolean isKnown(long id) {
    return (id & CANARY) == 0;
  }

  static boolean isCanary(long id) {
    return (id & CANARY) != 0;
  }
}
