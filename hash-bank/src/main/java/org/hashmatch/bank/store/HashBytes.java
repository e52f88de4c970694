package org.hashmatch.bank.store;

import java.nio.ByteBuffer;
import org.hashmatch.hash.HashAlgorithm;
import org.hashmatch.hash.ImageHash;

/** A hash as the bytes of its hexadecimal text: highest word first, big-endian. */
final class HashBytes {

  private HashBytes() {}

  static byte[] of(ImageHash hash) {
    int words = hash.algorithm().words();
    ByteBuffer bytes = ByteBuffer.allocate(words * Long.BYTES);
    for (int i = words - 1; i >= 0; i--) {
      bytes.putLong(hash.word(i));
    }
    return bytes.array();
  }

  static ImageHash read(HashAlgorithm algorithm, byte[] bytes) {
    if (bytes.length != algorithm.words() * Long.BYTES) {
      throw new IllegalArgumentException("hash of " + bytes.length + " bytes");
    }
    ByteBuffer buffer = ByteBuffer.wrap(bytes);
    long[] words = new long[algorithm.words()];
    for (int i = words.length - 1; i >= 0; i--) {
      words[i] = buffer.getLong();
    }
    return ImageHash.of(algorithm, words);
  }
}
