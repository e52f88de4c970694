package org.hashmatch.hash.decode;

import java.io.ByteArrayOutputStream;
import java.util.zip.CRC32;
import org.hashmatch.hash.UnscreenableException;
import org.hashmatch.hash.UnscreenableReason;

/**
 * Reads numbers from a file of an attacker's making: every read is checked, every position is
 * within the file.
 */
final class ByteCursor {

  private final byte[] bytes;
  private final int end;
  private boolean littleEndian;
  private int position;

  ByteCursor(byte[] bytes) {
    this(bytes, 0, bytes.length);
  }

  ByteCursor(byte[] bytes, int position, int end) {
    this.bytes = bytes;
    this.position = position;
    this.end = end;
  }

  /** A cursor over the next bytes only, or over as many of them as there are. */
  ByteCursor slice(long length) {
    return new ByteCursor(bytes, position, (int) Math.min(end, position + Math.max(0, length)));
  }

  /** Another cursor that begins here and moves by itself. */
  ByteCursor fork() {
    ByteCursor fork = new ByteCursor(bytes, position, end);
    fork.littleEndian = littleEndian;
    return fork;
  }

  ByteCursor littleEndian() {
    littleEndian = true;
    return this;
  }

  int remaining() {
    return end - position;
  }

  int position() {
    return position;
  }

  int end() {
    return end;
  }

  /** Moves behind the next byte of this value. */
  void skipTo(int value) throws UnscreenableException {
    int at = position;
    while (at < end && bytes[at] != (byte) value) {
      at++;
    }
    if (at == end) {
      throw endsEarly();
    }
    position = at + 1;
  }

  ByteCursor seek(long target) throws UnscreenableException {
    if (target < 0 || target > end) {
      throw endsEarly();
    }
    position = (int) target;
    return this;
  }

  ByteCursor skip(long count) throws UnscreenableException {
    return seek(position + count);
  }

  int u8() throws UnscreenableException {
    if (position >= end) {
      throw endsEarly();
    }
    return bytes[position++] & 0xff;
  }

  int u16() throws UnscreenableException {
    int first = u8();
    int second = u8();
    return littleEndian ? second << 8 | first : first << 8 | second;
  }

  long u32() throws UnscreenableException {
    long first = u16();
    long second = u16();
    return littleEndian ? second << 16 | first : first << 16 | second;
  }

  /** Three bytes, of which only WebP makes numbers. */
  int u24() throws UnscreenableException {
    int first = u8();
    int middle = u8() << 8;
    int last = u8();
    return littleEndian ? last << 16 | middle | first : first << 16 | middle | last;
  }

  /** Appends the rest to what is being written. */
  void writeTo(ByteArrayOutputStream out) {
    out.write(bytes, position, end - position);
  }

  /** Adds the rest to a checksum. */
  void addTo(CRC32 crc) {
    crc.update(bytes, position, end - position);
  }

  /** Whether the next bytes are this ASCII text; moves past them if so. */
  boolean accept(String ascii) {
    if (remaining() < ascii.length()) {
      return false;
    }
    for (int i = 0; i < ascii.length(); i++) {
      if ((bytes[position + i] & 0xff) != ascii.charAt(i)) {
        return false;
      }
    }
    position += ascii.length();
    return true;
  }

  private UnscreenableException endsEarly() {
    return new UnscreenableException(
        UnscreenableReason.DAMAGED, "header ends early, at byte " + end);
  }
}
