package org.hashmatch.bank;

/** What a bank asks for when an upload matches one of its entries, the strictest first. */
public enum MatchAction {
  /** Refuse the upload. */
  BLOCK,
  /** Let a person look before it is shown. */
  REVIEW,
  /** Let it through, and note the match. */
  LOG
}
