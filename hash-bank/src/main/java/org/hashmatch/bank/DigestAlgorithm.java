package org.hashmatch.bank;

/** The digests of whole files that hash lists carry. */
public enum DigestAlgorithm {
  /** MD5, 128 bits. Collisions can be made; good enough to recognise a file, no proof of it. */
  MD5("MD5", 16),
  /** SHA-1, 160 bits. Collisions can be made, at some cost. */
  SHA1("SHA-1", 20),
  /** SHA-256. */
  SHA256("SHA-256", 32);

  private final String standardName;
  private final int bytes;

  DigestAlgorithm(String standardName, int bytes) {
    this.standardName = standardName;
    this.bytes = bytes;
  }

  /**
   * The name by which the Java platform knows it, and people.
   *
   * @return for example {@code SHA-256}
   */
  public String standardName() {
    return standardName;
  }

  /**
   * How long a digest is.
   *
   * @return 16, 20 or 32 bytes
   */
  public int bytes() {
    return bytes;
  }
}
