package org.hashmatch.index.internal;

import java.util.Arrays;
import java.util.BitSet;

/**
 * A flat table of hashes: row after row in order of insertion, each with its id, found by row or by
 * id.
 *
 * <p>A new row is dead until {@link #makeLive} and a removed one is dead from then on. Dead rows
 * keep their number and their bits, so whatever refers to them stays valid; {@link #compacted}
 * leaves them out.
 *
 * <p>Not safe for threads that write; any number may read.
 */
public final class HashRows {

  // Keeps twice the rows below the largest power of two that an array can have.
  private static final int MOST_ROWS = 1 << 29;
  // Spares small tables the trouble of being compacted again and again.
  private static final int TOLERATED_DEAD = 64;

  private final int width;
  private final int mostRows;
  private final BitSet live = new BitSet();
  private long[] words;
  private long[] ids;
  // An open hash table of row + 1 by id; 0 is free. An id has one slot, which outlives its rows.
  private int[] slots;
  private int rows;
  private int liveRows;

  /**
   * Makes an empty table.
   *
   * @param width words of a hash
   */
  public HashRows(int width) {
    this(width, Math.min(MOST_ROWS, (Integer.MAX_VALUE - 8) / width), 0);
  }

  HashRows(int width, int mostRows, int capacity) {
    this.width = width;
    this.mostRows = mostRows;
    this.words = new long[capacity * width];
    this.ids = new long[capacity];
    this.slots = new int[slotsFor(capacity)];
  }

  private static int slotsFor(int capacity) {
    return Math.max(2, Integer.highestOneBit(capacity) << 2);
  }

  /**
   * How many rows there are, dead ones included.
   *
   * @return 0 or more
   */
  public int rows() {
    return rows;
  }

  /**
   * How many rows are live.
   *
   * @return 0 or more
   */
  public int live() {
    return liveRows;
  }

  /**
   * Whether a live row has this id.
   *
   * @param id any id
   * @return whether there is one
   */
  public boolean contains(long id) {
    int row = slots[slotOf(id)] - 1;
    return row >= 0 && live.get(row);
  }

  /**
   * The id of a row.
   *
   * @param row a row's number
   * @return the id it was appended with
   */
  public long id(int row) {
    return ids[row];
  }

  /**
   * Appends a dead row.
   *
   * @param id its id, of which there is no live row
   * @param hash its words
   * @return its number
   * @throws IllegalStateException if there is no room for more
   */
  public int append(long id, long[] hash) {
    if (rows == ids.length) {
      grow();
    }
    System.arraycopy(hash, 0, words, rows * width, width);
    ids[rows] = id;
    slots[slotOf(id)] = rows + 1;
    return rows++;
  }

  /**
   * Makes an appended row live: from now on it is found.
   *
   * @param row the row's number
   */
  public void makeLive(int row) {
    live.set(row);
    liveRows++;
  }

  /**
   * Makes the row of an id dead.
   *
   * @param id any id
   * @return whether there was a live row of this id
   */
  public boolean remove(long id) {
    if (!contains(id)) {
      return false;
    }
    live.clear(slots[slotOf(id)] - 1);
    liveRows--;
    return true;
  }

  /**
   * Whether the dead outnumber the live, so that leaving them out pays for the copying.
   *
   * @return whether to call {@link #compacted}
   */
  public boolean isMostlyDead() {
    return rows - liveRows > liveRows + TOLERATED_DEAD;
  }

  /**
   * Copies the live rows, in their order.
   *
   * @return a table without dead rows and without room to spare
   */
  public HashRows compacted() {
    HashRows copy = new HashRows(width, mostRows, liveRows);
    for (int row = live.nextSetBit(0); row >= 0; row = live.nextSetBit(row + 1)) {
      copy.makeLive(copy.append(ids[row], wordsOf(row)));
    }
    return copy;
  }

  private long[] wordsOf(int row) {
    return Arrays.copyOfRange(words, row * width, (row + 1) * width);
  }

  /**
   * Compares every row with the query.
   *
   * @param search what to look for; gets the live rows within its radius
   */
  public void scan(Search search) {
    for (int row = next(search, 0); row < rows; row = next(search, row + 1)) {
      if (live.get(row)) {
        search.add(row, distance(row, search.query()));
      }
    }
    search.verified(rows);
  }

  private int next(Search search, int from) {
    return Hamming.nextWithin(search.radius(), search.query(), words, from, rows);
  }

  int distance(int row, long[] query) {
    return Hamming.distance(query, words, row * width);
  }

  int substring(int row, int index) {
    return Substring.of(words, row * width, index);
  }

  boolean isLive(int row) {
    return live.get(row);
  }

  private void grow() {
    if (rows == mostRows) {
      throw new IllegalStateException("index is full: it has " + rows + " rows already");
    }
    int capacity = Math.min(mostRows, Growth.from(rows));
    words = Arrays.copyOf(words, capacity * width);
    int[] moreSlots = new int[slotsFor(capacity)];
    ids = Arrays.copyOf(ids, capacity);
    slots = moreSlots;
    for (int row = 0; row < rows; row++) {
      slots[slotOf(ids[row])] = row + 1;
    }
  }

  private int slotOf(long id) {
    int slot = (int) SplitMix.mix(id) & slots.length - 1;
    while (slots[slot] != 0 && ids[slots[slot] - 1] != id) {
      slot = slot + 1 & slots.length - 1;
    }
    return slot;
  }
}
