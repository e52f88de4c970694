package org.hashmatch.hash.decode;

import org.hashmatch.hash.UnscreenableException;

/**
 * The size of a Windows bitmap, from the old 12-byte information header or any of the later ones.
 */
final class BmpHeader {

  private static final int FILE_HEADER_BYTES = 14;
  private static final int OLD_INFO_BYTES = 12;

  private BmpHeader() {}

  static ImageHeader read(ByteCursor cursor) throws UnscreenableException {
    cursor.littleEndian().skip(FILE_HEADER_BYTES);
    if (cursor.u32() == OLD_INFO_BYTES) {
      return new ImageHeader(cursor.u16(), cursor.u16());
    }
    long width = cursor.u32();
    // Negative where rows are stored from the top.
    int height = (int) cursor.u32();
    return new ImageHeader(width, Math.abs((long) height));
  }
}
