package org.hashmatch.index.segment;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.zip.CRC32C;

/** The bytes of a segment file, to be changed in such a way that its checksums match. */
final class SegmentBytes {

  static final int CHECKSUM_BYTES = 4;

  private static final int SECTIONS_AT = 96;
  private static final int SECTION_BYTES = 24;
  private static final int ALIGNMENT = 64;

  private final ByteBuffer bytes;

  SegmentBytes(byte[] bytes) {
    this.bytes = ByteBuffer.wrap(bytes.clone()).order(ByteOrder.LITTLE_ENDIAN);
  }

  byte[] toArray() {
    return bytes.array();
  }

  int headerLength() {
    return bytes.getInt(12);
  }

  int offset(int section) {
    return (int) bytes.getLong(SECTIONS_AT + SECTION_BYTES * section);
  }

  int length(int section) {
    return (int) bytes.getLong(SECTIONS_AT + SECTION_BYTES * section + 8);
  }

  SegmentBytes withInt(int at, int value) {
    bytes.putInt(at, value);
    return withHeaderSummed();
  }

  SegmentBytes withLong(int at, long value) {
    bytes.putLong(at, value);
    return withHeaderSummed();
  }

  /** Changes a number of a section. */
  SegmentBytes withIntIn(int section, int position, int value) {
    bytes.putInt(offset(section) + Integer.BYTES * position, value);
    int padded = (length(section) + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT;
    return withInt(SECTIONS_AT + SECTION_BYTES * section + 16, checksum(offset(section), padded));
  }

  private SegmentBytes withHeaderSummed() {
    int at = headerLength() - CHECKSUM_BYTES;
    bytes.putInt(at, checksum(0, at));
    return this;
  }

  private int checksum(int from, int length) {
    CRC32C crc = new CRC32C();
    crc.update(bytes.array(), from, length);
    return (int) crc.getValue();
  }
}
