package org.hashmatch.bank;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;

/**
 * The digest of a whole file: equal for the same bytes, and unrelated for any others.
 *
 * <p>{@link #toString()} shows no bits, because whoever has them can ask elsewhere whether the file
 * is known; {@link #toHex()} is for those who mean it. Immutable.
 */
public final class ExactDigest implements Comparable<ExactDigest> {

  private static final Comparator<ExactDigest> ORDER =
      Comparator.comparing(ExactDigest::algorithm)
          .thenComparing((a, b) -> Arrays.compareUnsigned(a.bytes, b.bytes));

  private final DigestAlgorithm algorithm;
  private final byte[] bytes;

  private ExactDigest(DigestAlgorithm algorithm, byte[] bytes) {
    if (bytes.length != algorithm.bytes()) {
      throw new IllegalArgumentException(
          algorithm.standardName()
              + " must have "
              + algorithm.bytes()
              + " bytes (got "
              + bytes.length
              + ")");
    }
    this.algorithm = algorithm;
    this.bytes = bytes;
  }

  /**
   * Makes a digest of its bytes.
   *
   * @param algorithm what made it
   * @param bytes as many as the algorithm says; copied
   * @return the digest
   * @throws IllegalArgumentException if their number is wrong
   */
  public static ExactDigest of(DigestAlgorithm algorithm, byte[] bytes) {
    return new ExactDigest(algorithm, bytes.clone());
  }

  /**
   * Reads hexadecimal text, strictly: exactly the algorithm's number of digits, upper or lower
   * case.
   *
   * @param algorithm what made it
   * @param hex the digits
   * @return the digest
   * @throws IllegalArgumentException if the length is wrong or a character is no hexadecimal digit;
   *     the message does not have the text
   */
  public static ExactDigest parse(DigestAlgorithm algorithm, String hex) {
    String problem =
        algorithm.standardName() + " must be " + 2 * algorithm.bytes() + " hex digits (got ";
    if (hex.length() != 2 * algorithm.bytes()) {
      throw new IllegalArgumentException(problem + hex.length() + " characters)");
    }
    if (!hex.chars().allMatch(HexFormat::isHexDigit)) {
      throw new IllegalArgumentException(problem + "another character)");
    }
    return new ExactDigest(algorithm, HexFormat.of().parseHex(hex));
  }

  /**
   * Digests a file by every algorithm.
   *
   * @param file the whole file
   * @return one of each, in the order of {@link DigestAlgorithm}
   */
  public static List<ExactDigest> allOf(byte[] file) {
    return of(file, List.of(DigestAlgorithm.values()));
  }

  /**
   * Digests a file.
   *
   * @param file the whole file
   * @param algorithms by which
   * @return one of each, in their order
   */
  public static List<ExactDigest> of(byte[] file, Collection<DigestAlgorithm> algorithms) {
    return algorithms.stream().map(algorithm -> digest(file, algorithm)).toList();
  }

  private static ExactDigest digest(byte[] file, DigestAlgorithm algorithm) {
    try {
      byte[] digest = MessageDigest.getInstance(algorithm.standardName()).digest(file);
      return new ExactDigest(algorithm, digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("this Java platform has no " + algorithm.standardName(), e);
    }
  }

  /**
   * What made it.
   *
   * @return the algorithm
   */
  public DigestAlgorithm algorithm() {
    return algorithm;
  }

  /**
   * The bytes.
   *
   * @return a copy
   */
  public byte[] bytes() {
    return bytes.clone();
  }

  /**
   * The bytes as text.
   *
   * @return lower-case hexadecimal
   */
  public String toHex() {
    return HexFormat.of().formatHex(bytes);
  }

  /**
   * Whether it is the digest of a file without bytes, which lists have by accident and which says
   * nothing.
   *
   * @return whether it is
   */
  public boolean isOfEmptyFile() {
    return equals(digest(new byte[0], algorithm));
  }

  /** Enough of it to look it up by; equal for few others by accident. */
  long prefix() {
    return ByteBuffer.wrap(bytes).getLong();
  }

  @Override
  public int compareTo(ExactDigest other) {
    return ORDER.compare(this, other);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof ExactDigest that
        && algorithm == that.algorithm
        && Arrays.equals(bytes, that.bytes);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(bytes);
  }

  @Override
  public String toString() {
    return "ExactDigest[" + algorithm.standardName() + "]";
  }
}
