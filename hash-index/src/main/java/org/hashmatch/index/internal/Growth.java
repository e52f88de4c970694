package org.hashmatch.index.internal;

/** How arrays grow: by half, so that n appends copy fewer than 3 n elements. */
final class Growth {

  private static final int LEAST = 3;

  private Growth() {}

  /** The next length after this one. */
  static int from(int length) {
    return length + Math.max(LEAST, length >> 1);
  }
}
