package org.hashmatch.index;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.LongPredicate;
import org.hashmatch.hash.ImageHash;

/**
 * Searches one index again and again, and keeps what it needs for that: after the first searches
 * the next ones allocate nothing.
 *
 * <p>Each search looks at the index as it is when the search begins. What it found can be asked
 * until the next one begins. Belongs to one thread; make as many as there are threads.
 */
public interface Searcher {

  /**
   * Narrows all further searches to certain ids, those of a label or a bank for one ({@link
   * IdSet}).
   *
   * <p>It is asked about hashes within the radius only. It must answer alike during a search.
   *
   * @param ids says of an id whether it counts
   * @return this
   */
  Searcher only(LongPredicate ids);

  /**
   * Finds every hash within a radius.
   *
   * @param query a hash of the index's algorithm
   * @param radius largest distance of a match, inclusive: 0 to the algorithm's bits
   * @return how many there are: {@link #found()}
   * @throws IllegalArgumentException if the query is of another algorithm, or the radius is out of
   *     its range
   */
  int search(ImageHash query, int radius);

  /**
   * Finds the nearest hashes within a radius: the first of those that {@link #search} would find.
   * Costs little if they are near, and never keeps more than twice as many as are asked for.
   *
   * @param query a hash of the index's algorithm
   * @param count how many at most, 1 or more
   * @param radius largest distance of a match, inclusive: 0 to the algorithm's bits
   * @return how many were found: {@link #found()}
   * @throws IllegalArgumentException if the query is of another algorithm, or count or radius are
   *     out of their range
   */
  int nearest(ImageHash query, int count, int radius);

  /**
   * Whether there is a hash within a radius. Stops at the first; {@link #found()} is 0 or 1 then,
   * and which one it is may differ from time to time.
   *
   * @param query a hash of the index's algorithm
   * @param radius largest distance of a match, inclusive: 0 to the algorithm's bits
   * @return whether there is one
   * @throws IllegalArgumentException if the query is of another algorithm, or the radius is out of
   *     its range
   */
  boolean exists(ImageHash query, int radius);

  /**
   * How many matches the last search found.
   *
   * @return 0 or more; 0 before the first search
   */
  int found();

  /**
   * The id of a match.
   *
   * @param rank 0 to {@code found() - 1}, nearest first, and among equally near ones the earlier
   *     added first
   * @return the id under which the hash was added
   * @throws IndexOutOfBoundsException if there is no such match
   */
  long id(int rank);

  /**
   * The distance of a match.
   *
   * @param rank 0 to {@code found() - 1}, as for {@link #id}
   * @return Hamming distance to the query, at most the radius
   * @throws IndexOutOfBoundsException if there is no such match
   */
  int distance(int rank);

  /**
   * How much work the last search was.
   *
   * @return all zero before the first search
   */
  SearchStatistics statistics();

  /**
   * The matches of the last search, to keep.
   *
   * @return in the order of their rank; unmodifiable
   */
  default List<Match> matches() {
    List<Match> matches = new ArrayList<>(found());
    for (int rank = 0; rank < found(); rank++) {
      matches.add(new Match(id(rank), distance(rank)));
    }
    return Collections.unmodifiableList(matches);
  }
}
