package org.hashmatch.benchmarks;

/** What is looked for in a bank. */
public enum QuerySet {

  /** Hashes that are not in the bank, as nearly all uploads are not; for a hostile bank its own. */
  FRESH,

  /** Rows of the bank with 5 to 31 bits flipped. */
  NEAR,

  /** The bank's rows with all bits flipped. */
  COMPLEMENT,

  /** Pictures of every kind that a realistic bank has. */
  MIX,

  /** Pictures of the crowded kinds of a realistic bank. */
  HARD
}
