package org.hashmatch.hash.decode;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.zip.CRC32;

/**
 * The chunks of a PNG one after the other, up to the end chunk or to the end of a file that was
 * cut. Lengths are an attacker's claims: a chunk never reaches beyond the file.
 */
final class PngChunks {

  static final int IHDR = type("IHDR");
  static final int IDAT = type("IDAT");
  static final int IEND = type("IEND");
  static final int TRANSPARENCY = type("tRNS");
  static final int FRAME_CONTROL = type("fcTL");
  static final int EXIF = type("eXIf");
  static final int PALETTE = type("PLTE");
  static final int FRAME_DATA = type("fdAT");

  private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};
  private static final int HEAD_BYTES = 8;
  private static final int CRC_BYTES = 4;

  /** Of the first letter of a type: decoders may do without the chunk. */
  private static final int ANCILLARY = 0x2000_0000;

  private final byte[] file;
  private int start;
  private int end = SIGNATURE.length;
  private int type;

  PngChunks(byte[] file) {
    this.file = file;
  }

  private static int type(String name) {
    return (name.charAt(0) << 24) | (name.charAt(1) << 16) | (name.charAt(2) << 8) | name.charAt(3);
  }

  /** Goes to the next chunk, or says that there is none. */
  boolean next() {
    if (type == IEND || file.length - end < HEAD_BYTES) {
      return false;
    }
    start = end;
    type = int32(start + Integer.BYTES);
    end = (int) Math.min(file.length, start + HEAD_BYTES + length() + CRC_BYTES);
    return true;
  }

  int type() {
    return type;
  }

  /** What the chunk holds, or as much of it as there is in the file. */
  ByteCursor data() {
    int from = start + HEAD_BYTES;
    return new ByteCursor(file, from, (int) Math.min(end, from + length()));
  }

  /**
   * Whether a frame begins here: with its control chunk, or with the picture data of one that has
   * none before it. That is the picture of viewers that know no animation, which others do not show
   * and then begin with the next.
   *
   * @param framesBefore how many began before
   */
  boolean beginsFrame(int framesBefore) {
    return type == FRAME_CONTROL || (type == IDAT && framesBefore == 0);
  }

  /** Whether type and data have the checksum that follows them. */
  boolean isIntact() {
    if (end - start != HEAD_BYTES + length() + CRC_BYTES) {
      return false;
    }
    CRC32 crc = new CRC32();
    crc.update(file, start + Integer.BYTES, Integer.BYTES + (int) length());
    return (int) crc.getValue() == int32(end - CRC_BYTES);
  }

  /** Begins a file. */
  static ByteArrayOutputStream begin() {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes(SIGNATURE);
    return out;
  }

  /** Appends a chunk with its checksum. */
  static void append(ByteArrayOutputStream out, int type, ByteCursor data) {
    byte[] head = ByteBuffer.allocate(HEAD_BYTES).putInt(data.remaining()).putInt(type).array();
    CRC32 crc = new CRC32();
    crc.update(head, Integer.BYTES, Integer.BYTES);
    data.addTo(crc);
    out.writeBytes(head);
    data.writeTo(out);
    out.writeBytes(ByteBuffer.allocate(CRC_BYTES).putInt((int) crc.getValue()).array());
  }

  /**
   * The file without ancillary chunks but tRNS, and without what follows the end; the file itself
   * if there is nothing to leave out. What stands between pieces of picture data, where nothing may
   * stand, stays: decoders refuse the file for it, and it must not be mended by the way.
   */
  static byte[] still(byte[] file) {
    int lastPixels = lastPixels(file);
    ByteArrayOutputStream kept = new ByteArrayOutputStream(file.length);
    kept.writeBytes(SIGNATURE);
    PngChunks chunks = new PngChunks(file);
    boolean pixels = false;
    while (chunks.next()) {
      pixels |= chunks.type == IDAT;
      boolean between = pixels && chunks.start < lastPixels;
      if (between || (chunks.type & ANCILLARY) == 0 || chunks.type == TRANSPARENCY) {
        kept.write(file, chunks.start, chunks.end - chunks.start);
      }
    }
    return kept.size() == file.length ? file : kept.toByteArray();
  }

  private static int lastPixels(byte[] file) {
    PngChunks chunks = new PngChunks(file);
    int last = 0;
    while (chunks.next()) {
      last = chunks.type == IDAT ? chunks.start : last;
    }
    return last;
  }

  private long length() {
    return int32(start) & 0xffff_ffffL;
  }

  private int int32(int at) {
    return (file[at] & 0xff) << 24
        | (file[at + 1] & 0xff) << 16
        | (file[at + 2] & 0xff) << 8
        | (file[at + 3] & 0xff);
  }
}
