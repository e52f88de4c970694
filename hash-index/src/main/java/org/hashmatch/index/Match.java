package org.hashmatch.index;

/**
 * A hash of the index that lies within the radius of a query.
 *
 * @param id the id under which the hash was added
 * @param distance Hamming distance to the query: 0 to the radius of the search, inclusive
 */
public record Match(long id, int distance) {

  /**
   * Checks the parts.
   *
   * @param id as above
   * @param distance as above
   * @throws IllegalArgumentException if the distance is negative
   */
  public Match {
    if (distance < 0) {
      throw new IllegalArgumentException("distance must be 0 or more (got " + distance + ")");
    }
  }
}
