package org.hashmatch.hash.image;

/** X. */
public final class Ximage {
  private Ximage() {}
}
