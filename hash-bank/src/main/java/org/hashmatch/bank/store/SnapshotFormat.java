package org.hashmatch.bank.store;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.zip.CRC32C;
import org.hashmatch.bank.BankSettings;
import org.hashmatch.bank.BankStore;
import org.hashmatch.bank.Change;

/** The parts of a snapshot file as bytes; the package describes them. */
final class SnapshotFormat {

  static final int VERSION = 1;
  static final int FILE_ID_BYTES = 16;
  static final int SIGNATURE_BYTES = 64;
  static final int MOST_FIELD_BYTES = 1 << 20;
  static final int MOST_BLOCK_BYTES = 1 << 28;
  private static final byte[] MAGIC = HexFormat.of().parseHex("89484d530d0a1a0a");

  private SnapshotFormat() {}

  static byte[] magic() {
    return MAGIC.clone();
  }

  /**
   * What stands before the blocks.
   *
   * @param isSealed whether the blocks are
   * @param createdAt when it was written
   * @param fileId in hexadecimal
   * @param signer key id, or empty
   */
  record Head(boolean isSealed, Instant createdAt, String fileId, String signer) {

    byte[] fields() {
      return new FieldWriter()
          .small(isSealed ? 1 : 0)
          .number(createdAt.toEpochMilli())
          .bytes(HexFormat.of().parseHex(fileId))
          .text(signer)
          .toBytes();
    }

    static Head read(byte[] fields) {
      return FieldReader.read(
          fields,
          in ->
              new Head(
                  in.small() == 1,
                  Instant.ofEpochMilli(in.number()),
                  HexFormat.of().formatHex(in.bytes()),
                  in.text()));
    }
  }

  /** What stands after the blocks, since only then it is known. */
  record Tail(BankSettings settings, long sequence, long epoch, long held, long gone, long blocks) {

    static Tail of(BankStore.State state, long gone, long blocks) {
      return new Tail(
          state.settings(), state.sequence(), state.epoch(), state.entries(), gone, blocks);
    }

    byte[] fields() {
      return new FieldWriter()
          .bytes(EntryCodec.bytes(settings))
          .number(sequence)
          .number(epoch)
          .number(held)
          .number(gone)
          .number(blocks)
          .toBytes();
    }

    static Tail read(byte[] fields) {
      return FieldReader.read(
          fields,
          in ->
              new Tail(
                  EntryCodec.readSettings(in.bytes()),
                  in.number(),
                  in.number(),
                  in.number(),
                  in.number(),
                  in.number()));
    }
  }

  static byte[] header(Head head) {
    byte[] fields = head.fields();
    return withCrc(
        ByteBuffer.allocate(MAGIC.length + 8 + fields.length)
            .put(MAGIC)
            .putInt(VERSION)
            .putInt(fields.length)
            .put(fields)
            .array());
  }

  static byte[] trailer(Tail tail) {
    byte[] fields = tail.fields();
    return withCrc(
        ByteBuffer.allocate(8 + fields.length).putInt(0).putInt(fields.length).put(fields).array());
  }

  static byte[] block(byte[] body) {
    return withCrc(
        ByteBuffer.allocate(Integer.BYTES + body.length).putInt(body.length).put(body).array());
  }

  private static byte[] withCrc(byte[] bytes) {
    return ByteBuffer.allocate(bytes.length + Integer.BYTES).put(bytes).putInt(crc(bytes)).array();
  }

  static int crc(byte[] bytes) {
    CRC32C crc = new CRC32C();
    crc.update(bytes);
    return (int) crc.getValue();
  }

  static void putRow(FieldWriter rows, Change change) {
    rows.number(change.sequence())
        .text(change.id())
        .small(change instanceof Change.Held ? 1 : 0)
        .manyBytes(EntryCodec.bytes(change));
  }

  /** A row's key is its place in the file. */
  static Change row(FieldReader rows, long key) {
    long sequence = rows.number();
    String id = rows.text();
    boolean isHeld = rows.small() == 1;
    return EntryCodec.read(key, sequence, id, isHeld, rows.manyBytes());
  }

  /** What a block is sealed together with. */
  static String owner(byte[] header, long block) {
    return "snapshot/" + HexFormat.of().formatHex(sha256().digest(header)) + "/" + block;
  }

  static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("every Java platform has SHA-256", e);
    }
  }
}
