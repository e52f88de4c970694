package org.hashmatch.hash;

import java.util.Arrays;

/**
 * A perceptual hash: a fingerprint of a picture that changes little when the picture changes
 * little.
 *
 * <p>Shape: as many bits as its {@link HashAlgorithm} says, numbered from 0. Bit {@code k} is bit
 * {@code k % 64} of word {@code k / 64}. Text is lower-case hexadecimal with the highest bit first,
 * so the text of a 256-bit hash is words 3, 2, 1, 0 with 16 digits each: the order in which PDQ's
 * reference prints.
 *
 * <p>{@link #equals} and {@link #hashCode()} look at algorithm and bits. {@link #toString()} shows
 * no bits, because a hash is personal data that must not reach a log by accident; {@link #toHex()}
 * is for those who mean it.
 *
 * <p>Immutable and safe for any number of threads. {@link #distance} takes a few nanoseconds and
 * allocates nothing.
 */
public final class ImageHash {

  private final HashAlgorithm algorithm;
  private final long[] words;

  private ImageHash(HashAlgorithm algorithm, long[] words) {
    this.algorithm = algorithm;
    this.words = words;
  }

  /**
   * Makes a hash of its words.
   *
   * @param algorithm what made the bits
   * @param words bits, lowest word first; as many as the algorithm has, copied
   * @return the hash
   * @throws IllegalArgumentException if the number of words does not fit the algorithm
   */
  public static ImageHash of(HashAlgorithm algorithm, long... words) {
    if (words.length != algorithm.words()) {
      throw new IllegalArgumentException(
          algorithm + " hash must have " + algorithm.words() + " words (got " + words.length + ")");
    }
    return new ImageHash(algorithm, words.clone());
  }

  /**
   * Reads hexadecimal text, strictly: exactly the algorithm's number of digits and nothing around
   * them. Upper-case digits are accepted.
   *
   * @param algorithm what made the bits
   * @param hex the digits, highest bit first
   * @return the hash
   * @throws IllegalArgumentException if the length is wrong or a character is not a hexadecimal
   *     digit; the message names the position and the length, not the text
   */
  public static ImageHash parse(HashAlgorithm algorithm, CharSequence hex) {
    int digits = algorithm.hexDigits();
    if (hex.length() != digits) {
      throw new IllegalArgumentException(
          "hash must be " + digits + " hex digits (got " + hex.length() + " characters)");
    }
    long[] words = new long[algorithm.words()];
    for (int i = 0; i < digits; i++) {
      int word = (digits - 1 - i) / 16;
      words[word] = words[word] << 4 | hexDigit(hex, i);
    }
    return new ImageHash(algorithm, words);
  }

  private static int hexDigit(CharSequence hex, int position) {
    char c = hex.charAt(position);
    // Character.digit also takes full-width and other scripts' digits.
    int digit = c < 128 ? Character.digit(c, 16) : -1;
    if (digit < 0) {
      throw new IllegalArgumentException(
          "hash has a character that is no hex digit at position " + (position + 1));
    }
    return digit;
  }

  /**
   * What made the bits.
   *
   * @return the algorithm with its version
   */
  public HashAlgorithm algorithm() {
    return algorithm;
  }

  /**
   * One 64-bit word.
   *
   * @param index 0 (bits 0..63) to {@code algorithm().words() - 1}
   * @return the word
   * @throws IndexOutOfBoundsException if there is no such word
   */
  public long word(int index) {
    return words[index];
  }

  /**
   * Copies all words.
   *
   * @param to where to, the lowest word first
   * @param offset where the lowest word goes
   * @throws IndexOutOfBoundsException if there is not enough room
   */
  public void copyWords(long[] to, int offset) {
    System.arraycopy(words, 0, to, offset, words.length);
  }

  /**
   * The Hamming distance: in how many bits two hashes differ.
   *
   * @param other a hash of the same algorithm
   * @return 0..{@code algorithm().bits()}
   * @throws IllegalArgumentException if the algorithms differ
   */
  public int distance(ImageHash other) {
    if (!algorithm.equals(other.algorithm)) {
      throw new IllegalArgumentException(
          "cannot compare a " + algorithm + " hash with a " + other.algorithm + " hash");
    }
    int distance = 0;
    for (int i = 0; i < words.length; i++) {
      distance += Long.bitCount(words[i] ^ other.words[i]);
    }
    return distance;
  }

  /**
   * How many bits are one.
   *
   * @return 0..{@code algorithm().bits()}
   */
  public int bitCount() {
    int count = 0;
    for (long word : words) {
      count += Long.bitCount(word);
    }
    return count;
  }

  /**
   * Whether the hash says nothing about its picture: all bits zero or all bits one, as failed and
   * flat pictures give. Such a hash never enters a bank.
   *
   * @return whether all bits are equal
   */
  public boolean isTrivial() {
    int count = bitCount();
    return count == 0 || count == algorithm.bits();
  }

  /**
   * The bits as text.
   *
   * @return lower-case hexadecimal, highest bit first
   */
  public String toHex() {
    StringBuilder hex = new StringBuilder(algorithm.hexDigits());
    for (int i = words.length - 1; i >= 0; i--) {
      for (int shift = Long.SIZE - 4; shift >= 0; shift -= 4) {
        hex.append(Character.forDigit((int) (words[i] >>> shift) & 15, 16));
      }
    }
    return hex.toString();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof ImageHash that
        && algorithm.equals(that.algorithm)
        && Arrays.equals(words, that.words);
  }

  @Override
  public int hashCode() {
    return 31 * algorithm.hashCode() + Arrays.hashCode(words);
  }

  @Override
  public String toString() {
    return "ImageHash[" + algorithm + "]";
  }
}
