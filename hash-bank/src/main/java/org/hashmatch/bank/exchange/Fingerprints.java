package org.hashmatch.bank.exchange;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.hashmatch.bank.DigestAlgorithm;
import org.hashmatch.bank.ExactDigest;
import org.hashmatch.hash.HashAlgorithm;
import org.hashmatch.hash.ImageHash;

/** Hashes and digests as lists write them, and ids made of them. */
final class Fingerprints {

  static final int MAX_ID = 1000;
  private static final int ID_DIGITS = 32;

  private Fingerprints() {}

  static ImageHash hash(String field, HashAlgorithm algorithm, String hex) throws RowFault {
    ImageHash hash;
    try {
      hash = ImageHash.parse(algorithm, hex);
    } catch (IllegalArgumentException e) {
      throw RowFault.invalid(field, e);
    }
    if (hash.isTrivial()) {
      throw RowFault.invalid(field, "all bits of the hash are equal: it says nothing");
    }
    return hash;
  }

  static ExactDigest digest(String field, DigestAlgorithm algorithm, String hex) throws RowFault {
    ExactDigest digest;
    try {
      digest = ExactDigest.parse(algorithm, hex);
    } catch (IllegalArgumentException e) {
      throw RowFault.invalid(field, e);
    }
    if (isTrivial(digest.bytes())) {
      throw RowFault.invalid(field, "all bits of the digest are equal: it says nothing");
    }
    if (digest.isOfEmptyFile()) {
      throw RowFault.invalid(field, "is the digest of an empty file");
    }
    return digest;
  }

  private static boolean isTrivial(byte[] bytes) {
    for (byte b : bytes) {
      if (b != bytes[0]) {
        return false;
      }
    }
    return bytes[0] == 0 || bytes[0] == (byte) 0xff;
  }

  /** The same for the same fingerprint, and nobody can read the fingerprint out of it. */
  static String id(String source, String type, String hex) {
    byte[] text = (type + ":" + hex).getBytes(StandardCharsets.UTF_8);
    String digest = ExactDigest.of(text, List.of(DigestAlgorithm.SHA256)).get(0).toHex();
    return source + "/" + digest.substring(0, ID_DIGITS);
  }
}
