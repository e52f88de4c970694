package org.hashmatch.hash.algorithm;

/** X. */
public final class Xalgorithm {
  private Xalgorithm() {}
}
