package org.hashmatch.eval.study;

import java.util.Arrays;
import java.util.List;
import org.hashmatch.hash.ImageHash;

/**
 * A picture's hash as a study compares it: of any width, and with the hashes of turned and mirrored
 * renditions beside it if the hasher looks those up too.
 *
 * <p>Immutable. {@link #toString()} shows no bits.
 */
public final class StudiedHash {

  private final int bits;
  private final int wordsEach;
  private final long[] words;

  private StudiedHash(int bits, long[] words) {
    this.bits = bits;
    this.wordsEach = wordsOf(bits);
    this.words = words;
  }

  private static int wordsOf(int bits) {
    return (bits + Long.SIZE - 1) / Long.SIZE;
  }

  /**
   * A hash of its bits.
   *
   * @param bits how many bits a rendition has, 1..65536
   * @param words the words of the picture's own hash, then those of other renditions; bits beyond
   *     {@code bits} are zero; copied
   * @return the hash
   * @throws IllegalArgumentException if the bits are out of their range or the words are not one or
   *     more renditions of them
   */
  public static StudiedHash of(int bits, long... words) {
    if (bits < 1 || bits > 65_536) {
      throw new IllegalArgumentException("a hash must have 1..65536 bits (got " + bits + ")");
    }
    if (words.length == 0 || words.length % wordsOf(bits) != 0) {
      throw new IllegalArgumentException(
          bits + " bits take " + wordsOf(bits) + " words a rendition (got " + words.length + ")");
    }
    return new StudiedHash(bits, words.clone());
  }

  /**
   * A hash of the library's own.
   *
   * @param renditions hashes of one algorithm, the picture's own first
   * @return the hash
   */
  static StudiedHash of(List<ImageHash> renditions) {
    int bits = renditions.get(0).algorithm().bits();
    int each = wordsOf(bits);
    long[] words = new long[renditions.size() * each];
    for (int i = 0; i < renditions.size(); i++) {
      renditions.get(i).copyWords(words, i * each);
    }
    return new StudiedHash(bits, words);
  }

  /**
   * How many bits it has.
   *
   * @return 1 or more
   */
  public int bits() {
    return bits;
  }

  int renditions() {
    return words.length / wordsEach;
  }

  /** The words of the picture's own hash. */
  long[] own() {
    return Arrays.copyOf(words, wordsEach);
  }

  /** For the study's own files. */
  long[] words() {
    return words.clone();
  }

  /**
   * How far this upload's hash is from a bank's: the least Hamming distance of its renditions from
   * the bank picture's own hash.
   *
   * @param bank the hash of a picture in a bank
   * @return 0..bits
   * @throws IllegalArgumentException if it has other bits
   */
  public int distance(StudiedHash bank) {
    if (bank.bits != bits) {
      throw new IllegalArgumentException(
          "hashes of " + bits + " and " + bank.bits + " bits cannot be compared");
    }
    int least = Integer.MAX_VALUE;
    for (int from = 0; from < words.length; from += wordsEach) {
      int distance = 0;
      for (int i = 0; i < wordsEach; i++) {
        distance += Long.bitCount(words[from + i] ^ bank.words[i]);
      }
      least = Math.min(least, distance);
    }
    return least;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof StudiedHash that
        && that.bits == bits
        && Arrays.equals(that.words, words);
  }

  @Override
  public int hashCode() {
    return 31 * bits + Arrays.hashCode(words);
  }

  @Override
  public String toString() {
    return bits + " bits, " + renditions() + " renditions";
  }
}
