package org.hashmatch.hash.decode;

import org.hashmatch.hash.UnscreenableException;
import org.hashmatch.hash.UnscreenableReason;

/** Size from IHDR, orientation from eXIf if it stands before the picture data. */
final class PngHeader {

  private static final int SIGNATURE_BYTES = 8;
  private static final int CRC_BYTES = 4;

  private PngHeader() {}

  static ImageHeader read(ByteCursor cursor) throws UnscreenableException {
    cursor.skip(SIGNATURE_BYTES);
    long length = cursor.u32();
    if (!cursor.accept("IHDR")) {
      throw new UnscreenableException(UnscreenableReason.DAMAGED, "first chunk is not IHDR");
    }
    ByteCursor data = cursor.slice(length);
    cursor.skip(length + CRC_BYTES);
    return new ImageHeader(data.u32(), data.u32(), orientation(cursor));
  }

  private static Orientation orientation(ByteCursor cursor) {
    try {
      while (cursor.remaining() > 0) {
        long length = cursor.u32();
        if (cursor.accept("eXIf")) {
          return Exif.orientation(cursor.slice(length));
        }
        if (cursor.accept("IDAT")) {
          break;
        }
        cursor.skip(4 + length + CRC_BYTES);
      }
      return Orientation.UPRIGHT;
    } catch (UnscreenableException e) {
      // The chunks end early. That is the decoder's to judge; the size is known.
      return Orientation.UPRIGHT;
    }
  }
}
