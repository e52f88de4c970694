package org.hashmatch.hash.decode;

import static org.hashmatch.hash.UnscreenableReason.DAMAGED;

import org.hashmatch.hash.UnscreenableException;

/**
 * One box of an ISO base media file (ISO/IEC 14496-12, 4.2): four letters and what is in it.
 *
 * @param type the four letters
 * @param content a cursor that nobody moves; {@link #body()} gives one to read with
 */
record IsoBox(String type, ByteCursor content) {

  private static final int TYPE_BYTES = 4;
  private static final int LONG_SIZE = 1;

  /**
   * Reads a box's head and moves behind the box. Every box is 8 bytes or longer, so a loop over
   * boxes ends.
   *
   * @throws UnscreenableException if the box is longer than what it lies in, or shorter than its
   *     head
   */
  static IsoBox next(ByteCursor cursor) throws UnscreenableException {
    int start = cursor.position();
    long size = cursor.u32();
    String type = cursor.latin1(TYPE_BYTES);
    if (size == LONG_SIZE) {
      size = cursor.number(Long.BYTES);
    } else if (size == 0) {
      size = cursor.end() - (long) start;
    }
    int head = cursor.position() - start;
    if (size < head || size > cursor.end() - (long) start) {
      throw new UnscreenableException(DAMAGED, "box at byte " + start + " says " + size + " bytes");
    }
    ByteCursor content = cursor.slice(size - head);
    cursor.skip(size - head);
    return new IsoBox(type, content);
  }

  boolean is(String wanted) {
    return type.equals(wanted);
  }

  /** What is in the box, from its first byte behind the head. */
  ByteCursor body() {
    return content.slice(content.remaining());
  }

  /** What is in a box that has a version, which must be one of 0..highest, and three flag bytes. */
  Versioned versioned(int highest) throws UnscreenableException {
    ByteCursor body = body();
    int version = body.u8();
    int flags = (int) body.number(3);
    if (version > highest) {
      throw new UnscreenableException(DAMAGED, "box has version " + version);
    }
    return new Versioned(version, flags, body);
  }

  /** The body of a box with a version, behind that. */
  record Versioned(int version, int flags, ByteCursor body) {

    /** A number of 16 bits, or of 32 from a version on. */
    long wide(int from) throws UnscreenableException {
      return version < from ? body.u16() : body.u32();
    }
  }
}
