package org.hashmatch.index;

import java.util.ArrayList;
import java.util.Collections;
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
   * Adds hashes in one step: a search sees all of them or none. Far cheaper than one by one.
   *
   * @param batch hashes of this index's algorithm; those added to the batch first count as inserted
   *     first
   * @throws IllegalArgumentException if an id is in the index already or twice in the batch, or the
   *     batch is of another algorithm; the index is unchanged then
   * @throws IllegalStateException if the index is full; it is unchanged then
   */
  void addAll(HashBatch batch);

  /**
   * Removes a hash. Its id may be added again later, and then counts as newly inserted.
   *
   * @param id the id under which it was added
   * @return whether the id was in the index
   */
  boolean remove(long id);

  /**
   * Whether an id is in the index.
   *
   * @param id the id under which a hash may have been added
   * @return whether it was, and was not removed since
   */
  boolean contains(long id);

  /**
   * Makes a searcher of this index, for those who search often: it keeps its memory from search to
   * search, tells how much work they were, and narrows them to certain ids.
   *
   * @return for one thread
   */
  Searcher searcher();

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
  default List<Match> search(ImageHash query, int radius) {
    Searcher searcher = searcher();
    searcher.search(query, radius);
    return searcher.matches();
  }

  /**
   * Finds every hash within a radius of each query.
   *
   * @param queries hashes of this index's algorithm
   * @param radius largest distance of a match, inclusive: 0 to the algorithm's bits
   * @return for each query, in their order, what {@link #search(ImageHash, int)} gives
   * @throws IllegalArgumentException if a query is of another algorithm, or the radius is out of
   *     its range
   */
  default List<List<Match>> searchAll(List<ImageHash> queries, int radius) {
    Searcher searcher = searcher();
    List<List<Match>> answers = new ArrayList<>(queries.size());
    for (ImageHash query : queries) {
      searcher.search(query, radius);
      answers.add(searcher.matches());
    }
    return Collections.unmodifiableList(answers);
  }

  /**
   * Finds the nearest hashes within a radius.
   *
   * @param query a hash of this index's algorithm
   * @param count how many at most, 1 or more
   * @param radius largest distance of a match, inclusive: 0 to the algorithm's bits
   * @return the first of those that {@link #search(ImageHash, int)} gives; unmodifiable
   * @throws IllegalArgumentException if the query is of another algorithm, or count or radius are
   *     out of their range
   */
  default List<Match> nearest(ImageHash query, int count, int radius) {
    Searcher searcher = searcher();
    searcher.nearest(query, count, radius);
    return searcher.matches();
  }

  /**
   * Whether there is a hash within a radius.
   *
   * @param query a hash of this index's algorithm
   * @param radius largest distance of a match, inclusive: 0 to the algorithm's bits
   * @return whether {@link #search(ImageHash, int)} would find any
   * @throws IllegalArgumentException if the query is of another algorithm, or the radius is out of
   *     its range
   */
  default boolean exists(ImageHash query, int radius) {
    return searcher().exists(query, radius);
  }
}
