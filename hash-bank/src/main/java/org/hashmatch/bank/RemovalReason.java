package org.hashmatch.bank;

/** Why an entry is gone. */
public enum RemovalReason {
  /** All its origins took it back. They may bring it again. */
  WITHDRAWN,
  /** It was deleted here. No list brings it back; adding it by hand does. */
  DELETED,
  /** Its time was over. */
  EXPIRED
}
