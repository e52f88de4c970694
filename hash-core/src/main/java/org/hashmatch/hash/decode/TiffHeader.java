package org.hashmatch.hash.decode;

import org.hashmatch.hash.UnscreenableException;
import org.hashmatch.hash.UnscreenableReason;

/** The first directory of a TIFF: size and orientation. EXIF blocks have the same form. */
final class TiffHeader {

  private static final int WIDTH = 256;
  private static final int HEIGHT = 257;
  private static final int ORIENTATION = 274;
  private static final int TYPE_SHORT = 3;
  private static final int ENTRY_BYTES = 12;

  private TiffHeader() {}

  static ImageHeader read(ByteCursor cursor) throws UnscreenableException {
    return readDirectory(cursor);
  }

  /** Reads one directory and follows no link, so a chain that bites its own tail costs nothing. */
  static ImageHeader readDirectory(ByteCursor cursor) throws UnscreenableException {
    int start = cursor.position();
    if (cursor.accept("II")) {
      cursor.littleEndian();
    } else if (!cursor.accept("MM")) {
      throw new UnscreenableException(UnscreenableReason.DAMAGED, "no TIFF byte order mark");
    }
    cursor.skip(2);
    cursor.seek(start + cursor.u32());
    int entries = cursor.u16();
    long width = 0;
    long height = 0;
    int orientation = 1;
    for (int i = 0; i < entries; i++) {
      int entry = cursor.position();
      int tag = cursor.u16();
      int type = cursor.u16();
      cursor.skip(4);
      long value = type == TYPE_SHORT ? cursor.u16() : cursor.u32();
      switch (tag) {
        case WIDTH -> width = value;
        case HEIGHT -> height = value;
        case ORIENTATION -> orientation = (int) value;
        default -> {}
      }
      cursor.seek(entry + (long) ENTRY_BYTES);
    }
    return new ImageHeader(width, height, Orientation.ofExif(orientation));
  }
}
