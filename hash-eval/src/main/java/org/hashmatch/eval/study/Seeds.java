package org.hashmatch.eval.study;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;

/** A number drawn for each purpose, which depends on the study's seed and the purpose only. */
final class Seeds {

  private Seeds() {}

  /** The first eight bytes of the SHA-256 of the seed and the words, each after its length. */
  static long of(long seed, String... words) {
    MessageDigest digest = Sha256.begun();
    digest.update(ByteBuffer.allocate(Long.BYTES).putLong(seed).array());
    for (String word : words) {
      byte[] bytes = word.getBytes(StandardCharsets.UTF_8);
      digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).array());
      digest.update(bytes);
    }
    return ByteBuffer.wrap(digest.digest()).getLong();
  }
}
