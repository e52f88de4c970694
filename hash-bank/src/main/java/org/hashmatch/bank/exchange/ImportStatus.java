package org.hashmatch.bank.exchange;

/** Whether a list was taken, and if not, why. */
public enum ImportStatus {
  /** All of it is in the bank, on disk. */
  APPLIED,
  /** It would be taken; nothing was changed, as was wished. */
  DRY_RUN,
  /** Nothing was changed: it would take away more than it may. */
  REFUSED_SHRINK,
  /** Nothing was changed: it has rows near pictures that are known to be innocent. */
  REFUSED_CANARY;

  /**
   * Whether the list was found to be good.
   *
   * @return whether it was taken, or would be
   */
  public boolean isGood() {
    return this == APPLIED || this == DRY_RUN;
  }
}
