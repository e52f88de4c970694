package org.hashmatch.bank.store;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import org.hashmatch.bank.BankEntry;
import org.hashmatch.bank.BankPolicy;
import org.hashmatch.bank.BankSettings;

/**
 * A row's share of the checksum: the first eight bytes of the SHA-256 of its fields, each after its
 * length. Shares are summed, so that adding or removing a row costs one addition and their order
 * does not matter.
 */
final class RowChecksum {

  private final MessageDigest digest;

  private RowChecksum() {
    try {
      this.digest = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("every Java platform has SHA-256", e);
    }
  }

  static long of(BankSettings settings) {
    BankPolicy policy = settings.policy();
    return new RowChecksum()
        .text(settings.name())
        .text(settings.algorithm().id())
        .number(policy.radius())
        .number(policy.qualityFloor().value())
        .text(policy.action().name())
        .sum();
  }

  static long of(long key, BankEntry entry) {
    return new RowChecksum()
        .number(key)
        .text(entry.id())
        .bytes(HashBytes.of(entry.hash()))
        .number(entry.quality().value())
        .text(String.join(",", entry.labels()))
        .text(entry.source())
        .text(entry.caseReference())
        .number(entry.addedAt().toEpochMilli())
        .sum();
  }

  private RowChecksum text(String text) {
    return bytes(text.getBytes(StandardCharsets.UTF_8));
  }

  private RowChecksum bytes(byte[] bytes) {
    number(bytes.length);
    digest.update(bytes);
    return this;
  }

  private RowChecksum number(long number) {
    digest.update(ByteBuffer.allocate(Long.BYTES).putLong(number).flip());
    return this;
  }

  private long sum() {
    return ByteBuffer.wrap(digest.digest()).getLong();
  }
}
