package org.hashmatch.hash.decode;

/** X. */
public final class Xdecode {
  private Xdecode() {}
}
