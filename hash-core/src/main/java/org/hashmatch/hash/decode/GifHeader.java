package org.hashmatch.hash.decode;

import org.hashmatch.hash.UnscreenableException;

/**
 * The size of a GIF: the canvas, or the first frame where that is larger, because some decoders
 * allocate the one and some the other.
 */
final class GifHeader {

  private static final int SIGNATURE_BYTES = 6;
  private static final int IMAGE = 0x2c;
  private static final int EXTENSION = 0x21;

  private GifHeader() {}

  static ImageHeader read(ByteCursor cursor) throws UnscreenableException {
    cursor.littleEndian().skip(SIGNATURE_BYTES);
    int width = cursor.u16();
    int height = cursor.u16();
    int flags = cursor.u8();
    cursor.skip(2);
    if ((flags & 0x80) != 0) {
      cursor.skip(3L << ((flags & 7) + 1));
    }
    ImageHeader frame = firstFrame(cursor);
    return new ImageHeader(Math.max(width, frame.width()), Math.max(height, frame.height()));
  }

  /**
   * Bytes that begin no block are skipped, as lenient decoders do: a frame may hide behind them.
   */
  private static ImageHeader firstFrame(ByteCursor cursor) throws UnscreenableException {
    int block = cursor.u8();
    while (block != IMAGE) {
      if (block == EXTENSION) {
        cursor.skip(1);
        skipSubBlocks(cursor);
      }
      block = cursor.u8();
    }
    int left = cursor.u16();
    int top = cursor.u16();
    return new ImageHeader(left + cursor.u16(), top + cursor.u16());
  }

  private static void skipSubBlocks(ByteCursor cursor) throws UnscreenableException {
    int length = cursor.u8();
    while (length > 0) {
      length = cursor.skip(length).u8();
    }
  }
}
