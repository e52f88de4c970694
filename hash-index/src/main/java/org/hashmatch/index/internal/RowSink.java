package org.hashmatch.index.internal;

/** Takes the rows that a search finds. */
public interface RowSink {

  /**
   * Takes a row, of which there is no other call in this search.
   *
   * @param row its number
   * @param distance its distance from the query, at most the radius
   * @return whether to go on looking
   */
  boolean found(int row, int distance);
}
