package org.hashmatch.index;

import java.util.List;
import org.hashmatch.hash.HashAlgorithm;
import org.hashmatch.hash.ImageHash;

/**
 * A set of hashes, each under an id, that finds all of its hashes within a Hamming radius of a
 * query.
 *
 * <p>All hashes of an index are of one {@link HashAlgorithm}. Ids are the caller's: any {@code
 * long}, stable, and unique within the index. Several ids may carry the same hash, and each of them
 * is a match of its own.
 *
 * <p>Searches are exact. A match is reported if and only if its distance is at most the radius: the
 * radius is inclusive, so radius 0 finds equal hashes. Equal contents, added in equal order, give
 * equal answers.
 *
 * <p>Any number of threads may call any method at once. When {@link #add} or {@link #remove} has
 * returned, every search that starts afterwards sees the change; a search that runs meanwhile sees
 * it whole or not at all.
 *
 * <p>An implementation says what a search costs and how much memory a hash takes.
 */
public interface HashIndex {

  /**
   * What made the hashes.
   *
   * @return the one algorithm whose hashes this index holds
   */
  HashAlgorithm algorithm();

  /**
   * How many ids are in the index.
   *
   * @return 0 or more
   */
  int size();

  /**
   * Adds a hash.
   *
   * @param id the caller's id for it, not yet in the index
   * @param hash a hash of this index's algorithm
   * @throws IllegalArgumentException if the id is in the index already, or the hash is of another
   *     algorithm; the index is unchanged then
   * @throws IllegalStateException if the index is full; sixty million hashes always fit
   */
  void add(long id, ImageHash hash);

  /**
   * Removes a hash. Its id may be added again later, and then counts as newly inserted.
   *
   * @param id the id under which it was added
   * @return whether the id was in the index
   */
  boolean remove(long id);

  /**
   * Finds every hash within a radius.
   *
   * @param query a hash of this index's algorithm
   * @param radius largest distance of a match, inclusive: 0 to the algorithm's bits
   * @return the matches, nearest first, and among equally near ones the earlier added first;
   *     unmodifiable, empty if there are none
   * @throws IllegalArgumentException if the query is of another algorithm, or the radius is out of
   *     its range
   */
  List<Match> search(ImageHash query, int radius);
}
