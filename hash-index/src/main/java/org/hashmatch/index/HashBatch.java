package org.hashmatch.index;

import java.util.Arrays;
import java.util.Objects;
import org.hashmatch.hash.HashAlgorithm;
import org.hashmatch.hash.ImageHash;

/**
 * Hashes with their ids, gathered to be added to an index in one step: many times faster than one
 * by one, and all of them or none.
 *
 * <p>Memory: 8 bytes for the id and 8 for each word of a hash, up to twice that while it grows. Not
 * safe for several threads.
 */
public final class HashBatch {

  private static final int FIRST_ROOM = 64;
  private static final int MOST = 1 << 28;

  private final HashAlgorithm algorithm;
  private final int width;
  private final int most;
  private long[] words;
  private long[] ids;
  private int size;

  /**
   * Makes an empty batch.
   *
   * @param algorithm what makes the hashes
   */
  public HashBatch(HashAlgorithm algorithm) {
    this.algorithm = algorithm;
    this.width = algorithm.words();
    this.most = Math.min(MOST, (Integer.MAX_VALUE - 8) / width);
    this.words = new long[FIRST_ROOM * width];
    this.ids = new long[FIRST_ROOM];
  }

  /**
   * Appends a hash. Whether its id is free is asked when the batch is added to an index.
   *
   * @param id the caller's id for it
   * @param hash a hash of this batch's algorithm
   * @throws IllegalArgumentException if the hash is of another algorithm
   * @throws IllegalStateException if the batch is full: it has 2^28 hashes, or no array has room
   *     for more; 130 million hashes of 1,024 bits fit
   */
  public void add(long id, ImageHash hash) {
    if (!algorithm.equals(hash.algorithm())) {
      throw new IllegalArgumentException(
          "hash must be of algorithm " + algorithm + " (got " + hash.algorithm() + ")");
    }
    if (size == ids.length) {
      grow();
    }
    hash.copyWords(words, size * width);
    ids[size++] = id;
  }

  private void grow() {
    if (size == most) {
      throw new IllegalStateException("batch is full: it has " + size + " hashes already");
    }
    int room = (int) Math.min(most, 2L * size);
    words = Arrays.copyOf(words, room * width);
    ids = Arrays.copyOf(ids, room);
  }

  /**
   * What made the hashes.
   *
   * @return the algorithm
   */
  public HashAlgorithm algorithm() {
    return algorithm;
  }

  /**
   * How many hashes it has.
   *
   * @return 0 or more
   */
  public int size() {
    return size;
  }

  /**
   * The id of a hash.
   *
   * @param position 0 to {@code size() - 1}, in the order they were added
   * @return its id
   * @throws IndexOutOfBoundsException if there is no such position
   */
  public long id(int position) {
    return ids[checked(position)];
  }

  /**
   * Copies a hash out.
   *
   * @param position 0 to {@code size() - 1}, in the order they were added
   * @param to gets its words, lowest first
   * @throws IndexOutOfBoundsException if there is no such position, or {@code to} is too short
   */
  public void copyWords(int position, long[] to) {
    System.arraycopy(words, checked(position) * width, to, 0, width);
  }

  private int checked(int position) {
    return Objects.checkIndex(position, size);
  }
}
