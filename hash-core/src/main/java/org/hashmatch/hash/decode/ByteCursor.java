package org.hashmatch.hash.decode;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
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

  /** A number of 0, 1, 2, 4 or 8 bytes, as long as it is no negative long. */
  long number(int bytes) throws UnscreenableException {
    long value = 0;
    for (int i = 0; i < bytes; i++) {
      value = value << Byte.SIZE | u8();
    }
    if (value < 0) {
      throw endsEarly();
    }
    return value;
  }

  /** A copy of the next bytes. */
  byte[] bytes(int length) throws UnscreenableException {
    int start = position;
    skip(length);
    return Arrays.copyOfRange(bytes, start, position);
  }

  /** The next bytes, one character each. */
  String latin1(int length) throws UnscreenableException {
    return new String(bytes(length), StandardCharsets.ISO_8859_1);
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
