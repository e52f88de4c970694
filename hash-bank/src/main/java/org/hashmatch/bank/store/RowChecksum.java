package org.hashmatch.bank.store;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * A row's share of the checksum: the first eight bytes of the SHA-256 of its fields, each after its
 * length. Shares are summed, so that changing a row costs an addition and their order does not
 * matter. Belongs to one thread; begins anew after each {@link #sum()}.
 */
final class RowChecksum {

  private final MessageDigest digest;
  private final ByteBuffer eight = ByteBuffer.allocate(Long.BYTES);

  RowChecksum() {
    try {
      this.digest = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("every Java platform has SHA-256", e);
    }
  }

  RowChecksum text(String text) {
    return bytes(text.getBytes(StandardCharsets.UTF_8));
  }

  RowChecksum bytes(byte[] bytes) {
    number(bytes.length);
    digest.update(bytes);
    return this;
  }

  RowChecksum number(long number) {
    digest.update(eight.clear().putLong(number).flip());
    return this;
  }

  long sum() {
    return ByteBuffer.wrap(digest.digest()).getLong();
  }
}
