package org.hashmatch.bank;

import org.hashmatch.hash.HashAlgorithm;

/**
 * The entry that an upload was nearest to without matching it: for tuning a radius, and never for
 * the uploader, who could follow it to just beyond the radius.
 *
 * @param bank its bank's name
 * @param entry its id
 * @param algorithm of the hashes compared
 * @param distance their Hamming distance, more than the radius
 * @param radius the bank's
 */
public record NearestMiss(
    String bank, String entry, HashAlgorithm algorithm, int distance, int radius) {

  /**
   * The miss in one clause.
   *
   * @return for example {@code nearest is case-7/1 in ncii at pdq/1/256 distance 38, radius 31}
   */
  public String words() {
    return "nearest is "
        + entry
        + " in "
        + bank
        + " at "
        + algorithm
        + " distance "
        + distance
        + ", radius "
        + radius;
  }
}
