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
  private static final int TRAILER = 0x3b;

  private GifHeader() {}

  static ImageHeader read(ByteCursor cursor) throws UnscreenableException {
    cursor.littleEndian().skip(SIGNATURE_BYTES);
    int width = cursor.u16();
    int height = cursor.u16();
    int flags = cursor.u8();
    cursor.skip(2);
    skipColours(cursor, flags);
    return frames(cursor, width, height);
  }

  /**
   * Bytes that begin no block are skipped, as lenient decoders do: a frame may hide behind them. A
   * file may end anywhere behind its first frame.
   */
  private static ImageHeader frames(ByteCursor cursor, int canvasWidth, int canvasHeight)
      throws UnscreenableException {
    int width = canvasWidth;
    int height = canvasHeight;
    int frames = 0;
    try {
      int block = cursor.u8();
      while (block != TRAILER || frames == 0) {
        if (block == EXTENSION) {
          cursor.skip(1);
          skipSubBlocks(cursor);
        } else if (block == IMAGE) {
          int left = cursor.u16();
          int top = cursor.u16();
          int right = left + cursor.u16();
          int bottom = top + cursor.u16();
          if (frames == 0) {
            width = Math.max(width, right);
            height = Math.max(height, bottom);
          }
          frames++;
          skipPixels(cursor);
        }
        block = cursor.u8();
      }
    } catch (UnscreenableException e) {
      if (frames == 0) {
        throw e;
      }
    }
    return new ImageHeader(width, height).withTransparency(true).withFrames(frames);
  }

  private static void skipPixels(ByteCursor cursor) throws UnscreenableException {
    skipColours(cursor, cursor.u8());
    cursor.skip(1);
    skipSubBlocks(cursor);
  }

  private static void skipColours(ByteCursor cursor, int flags) throws UnscreenableException {
    if ((flags & 0x80) != 0) {
      cursor.skip(3L << ((flags & 7) + 1));
    }
  }

  private static void skipSubBlocks(ByteCursor cursor) throws UnscreenableException {
    int length = cursor.u8();
    while (length > 0) {
      length = cursor.skip(length).u8();
    }
  }
}
