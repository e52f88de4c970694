package org.hashmatch.index;

import java.util.function.LongPredicate;
import org.roaringbitmap.longlong.Roaring64Bitmap;

/**
 * A set of ids, such as those of a label or of a bank, to narrow a search to ({@link
 * Searcher#only}).
 *
 * <p>Immutable and safe for any number of threads. Compressed: dense ids take some bits each. A
 * look-up takes tens of nanoseconds and allocates 24 bytes; making a new set of an old one copies
 * it.
 */
public final class IdSet implements LongPredicate {

  private final Roaring64Bitmap ids;

  private IdSet(Roaring64Bitmap ids) {
    this.ids = ids;
  }

  /**
   * Makes a set of ids.
   *
   * @param ids in any order
   * @return the set
   */
  public static IdSet of(long... ids) {
    return new IdSet(Roaring64Bitmap.bitmapOf(ids));
  }

  /**
   * Adds an id.
   *
   * @param id any id
   * @return a set that has it as well
   */
  public IdSet with(long id) {
    return or(of(id));
  }

  /**
   * Takes an id out.
   *
   * @param id any id
   * @return a set that does not have it
   */
  public IdSet without(long id) {
    return andNot(of(id));
  }

  /**
   * The ids that are in both sets.
   *
   * @param other another set
   * @return what both have
   */
  public IdSet and(IdSet other) {
    Roaring64Bitmap both = copy();
    both.and(other.ids);
    return new IdSet(both);
  }

  /**
   * The ids that are in either set.
   *
   * @param other another set
   * @return what one of them has
   */
  public IdSet or(IdSet other) {
    Roaring64Bitmap either = copy();
    either.or(other.ids);
    return new IdSet(either);
  }

  /**
   * The ids that are in this set and not in another.
   *
   * @param other another set
   * @return what only this one has
   */
  public IdSet andNot(IdSet other) {
    Roaring64Bitmap rest = copy();
    rest.andNot(other.ids);
    return new IdSet(rest);
  }

  private Roaring64Bitmap copy() {
    Roaring64Bitmap copy = new Roaring64Bitmap();
    copy.or(ids);
    return copy;
  }

  /**
   * How many ids it has.
   *
   * @return 0 or more
   */
  public long size() {
    return ids.getLongCardinality();
  }

  @Override
  public boolean test(long id) {
    return ids.contains(id);
  }
}
