package org.hashmatch.bank.lint;

/** What is wrong, or worth a look. */
public enum FindingKind {
  /** Several entries have the same hash. */
  DUPLICATE,
  /** Many entries are near each other: one picture in many copies, or a kind that looks alike. */
  CLUSTER,
  /** All bits of a hash are equal, as flat and failed pictures give. */
  TRIVIAL_HASH,
  /** More than three quarters of a hash's bits are equal. */
  LOPSIDED_HASH,
  /** The quality is below the bank's floor. */
  LOW_QUALITY,
  /** The quality is not known, so a noisy hash cannot be told. */
  UNKNOWN_QUALITY,
  /** An entry of a negative bank is near: the two banks contradict each other. */
  CONFLICT,
  /** A picture that is known to be innocent is near, and would be taken for it. */
  HITS_INNOCENT,
  /** Its time is over. */
  EXPIRED,
  /** It has the digest of a file without bytes. */
  EMPTY_FILE,
  /** No upload can match it. */
  UNFINDABLE
}
