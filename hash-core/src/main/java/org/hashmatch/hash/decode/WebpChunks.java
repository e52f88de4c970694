package org.hashmatch.hash.decode;

import org.hashmatch.hash.UnscreenableException;

/**
 * The chunks of a WebP, or of a frame in it, one after the other, up to the end of the bytes.
 * Lengths are an attacker's claims: a chunk never reaches beyond the bytes.
 */
final class WebpChunks {

  static final int RIFF = type("RIFF");
  static final int FEATURES = type("VP8X");
  static final int FRAME = type("ANMF");
  static final int EXIF = type("EXIF");
  static final int ALPHA = type("ALPH");
  static final int LOSSY = type("VP8 ");
  static final int LOSSLESS = type("VP8L");

  private final ByteCursor cursor;
  private ByteCursor chunk;
  private ByteCursor data;
  private int type;

  WebpChunks(ByteCursor cursor) {
    this.cursor = cursor.fork().littleEndian();
    chunk = this.cursor;
    data = this.cursor;
  }

  private static int type(String name) {
    return name.charAt(0) | name.charAt(1) << 8 | name.charAt(2) << 16 | name.charAt(3) << 24;
  }

  /** Goes to the next chunk, or says that there is none. */
  boolean next() {
    try {
      chunk = cursor.fork();
      type = (int) cursor.u32();
      long length = cursor.u32();
      data = cursor.slice(length);
      cursor.skip(Math.min(cursor.remaining(), padded(length)));
      return true;
    } catch (UnscreenableException e) {
      return false;
    }
  }

  int type() {
    return type;
  }

  /** The chunk from its type on, and what follows it. */
  ByteCursor chunk() {
    return chunk.fork();
  }

  /** What the chunk holds, or as much of it as there is. */
  ByteCursor data() {
    return data.fork();
  }

  /** Chunks begin at even offsets. */
  static long padded(long length) {
    return length + (length & 1);
  }
}
