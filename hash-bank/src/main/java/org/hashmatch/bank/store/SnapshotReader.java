package org.hashmatch.bank.store;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Reads a snapshot file from its beginning. What it allocates grows with what is there, whatever
 * lengths the file claims.
 */
final class SnapshotReader implements AutoCloseable {

  private static final int LENGTH_BYTES = Integer.BYTES;

  private final Path file;
  private final MessageDigest digest = SnapshotFormat.sha256();
  private final DigestInputStream digested;
  private final DataInputStream in;

  private SnapshotReader(Path file) throws IOException {
    this.file = file;
    this.digested =
        new DigestInputStream(new BufferedInputStream(Files.newInputStream(file), 1 << 16), digest);
    this.in = new DataInputStream(digested);
  }

  static SnapshotReader open(Path file) throws IOException {
    return new SnapshotReader(file);
  }

  /**
   * All of a file but its rows.
   *
   * @param header its bytes, without the checksum
   * @param head what they say
   * @param blockDigests SHA-256 of each block's body
   * @param tail what the trailer says
   * @param digest SHA-256 of all before it
   * @param signature as it is, empty if there is none
   */
  @SuppressWarnings("ArrayRecordComponent") // never compared, never shared
  record Outline(
      byte[] header,
      SnapshotFormat.Head head,
      List<byte[]> blockDigests,
      SnapshotFormat.Tail tail,
      byte[] digest,
      byte[] signature) {}

  /** Reads to the end, and compares every checksum. */
  Outline outline() throws IOException {
    try {
      byte[] header = header();
      SnapshotFormat.Head head = SnapshotFormat.Head.read(fields(header, 12));
      List<byte[]> digests = new ArrayList<>();
      for (byte[] body = block(digests.size()); body.length > 0; body = block(digests.size())) {
        digests.add(SnapshotFormat.sha256().digest(body));
      }
      SnapshotFormat.Tail tail = SnapshotFormat.Tail.read(fields(trailer(), 4));
      if (tail.blocks() != digests.size()) {
        throw damaged(tail.blocks() + " blocks expected, " + digests.size() + " found");
      }
      byte[] sum = digest.digest();
      digested.on(false);
      return new Outline(header, head, digests, tail, sum, signature(sum));
    } catch (EOFException e) {
      throw new SnapshotException(file, "damaged (it is cut)", e);
    } catch (IllegalArgumentException e) {
      throw new SnapshotException(file, "damaged (" + e.getMessage() + ")", e);
    }
  }

  /** Checks magic and version first, so that what is no snapshot is not called damaged. */
  byte[] header() throws IOException {
    byte[] magic = in.readNBytes(SnapshotFormat.magic().length);
    if (!Arrays.equals(magic, SnapshotFormat.magic())) {
      throw new SnapshotException(file, "not a snapshot file");
    }
    int version = in.readInt();
    if (version != SnapshotFormat.VERSION) {
      throw new SnapshotException(
          file, "version " + Integer.toUnsignedString(version) + " (this program reads version 1)");
    }
    byte[] before = ByteBuffer.allocate(magic.length + 4).put(magic).putInt(version).array();
    return checked(before, SnapshotFormat.MOST_FIELD_BYTES, "header");
  }

  private byte[] trailer() throws IOException {
    return checked(new byte[LENGTH_BYTES], SnapshotFormat.MOST_FIELD_BYTES, "trailer");
  }

  /** Reads length, bytes and checksum; gives what went before and them, without the checksum. */
  private byte[] checked(byte[] before, int most, String what) throws IOException {
    int length = in.readInt();
    return checked(before, length, most, what);
  }

  private byte[] checked(byte[] before, int length, int most, String what) throws IOException {
    if (length < 0 || length > most) {
      throw damaged(what + ": a length is out of its range");
    }
    byte[] bytes = in.readNBytes(length);
    if (bytes.length < length) {
      throw new EOFException();
    }
    byte[] all =
        ByteBuffer.allocate(before.length + LENGTH_BYTES + length)
            .put(before)
            .putInt(length)
            .put(bytes)
            .array();
    if (in.readInt() != SnapshotFormat.crc(all)) {
      throw damaged(what + ": its checksum differs");
    }
    return all;
  }

  private static byte[] fields(byte[] part, int before) {
    return Arrays.copyOfRange(part, before + LENGTH_BYTES, part.length);
  }

  /** The next block's body; empty where the trailer begins. */
  byte[] block(long number) throws IOException {
    int length = in.readInt();
    if (length == 0) {
      return new byte[0];
    }
    return fields(
        checked(new byte[0], length, SnapshotFormat.MOST_BLOCK_BYTES, "block " + number), 0);
  }

  private byte[] signature(byte[] sum) throws IOException {
    if (!MessageDigest.isEqual(in.readNBytes(sum.length), sum)) {
      throw damaged("the checksum of the whole differs");
    }
    int length = in.readInt();
    if (length != 0 && length != SnapshotFormat.SIGNATURE_BYTES) {
      throw damaged("signature: a length is out of its range");
    }
    byte[] signature = in.readNBytes(length);
    if (signature.length < length) {
      throw new EOFException();
    }
    if (in.read() >= 0) {
      throw damaged("something follows the end");
    }
    return signature;
  }

  private SnapshotException damaged(String what) {
    return new SnapshotException(file, "damaged (" + what + ")");
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
