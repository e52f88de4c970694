package org.hashmatch.hash.decode;

import org.hashmatch.hash.UnscreenableException;
import org.hashmatch.hash.UnscreenableReason;

/**
 * The segments of a JPEG before its picture data: size from the frame header, orientation from
 * EXIF.
 */
final class JpegHeader {

  private static final int SOS = 0xda;
  private static final int EOI = 0xd9;
  private static final int APP1 = 0xe1;

  private JpegHeader() {}

  static ImageHeader read(ByteCursor cursor) throws UnscreenableException {
    cursor.skip(2);
    Orientation orientation = Orientation.UPRIGHT;
    while (true) {
      int marker = nextMarker(cursor);
      if (marker == SOS || marker == EOI) {
        throw new UnscreenableException(
            UnscreenableReason.DAMAGED, "picture data before the frame header");
      }
      if (isStandalone(marker)) {
        continue;
      }
      int length = cursor.u16() - 2;
      if (isFrame(marker)) {
        cursor.skip(1);
        int height = cursor.u16();
        return new ImageHeader(cursor.u16(), height, orientation);
      }
      if (marker == APP1 && orientation == Orientation.UPRIGHT) {
        orientation = Exif.orientation(cursor.slice(length));
      }
      cursor.skip(Math.max(0, length));
    }
  }

  /** Anything between segments is skipped, as every decoder does. */
  private static int nextMarker(ByteCursor cursor) throws UnscreenableException {
    int value = cursor.u8();
    while (value != 0xff) {
      value = cursor.u8();
    }
    while (value == 0xff) {
      value = cursor.u8();
    }
    return value;
  }

  private static boolean isStandalone(int marker) {
    return marker <= 0x01 || (marker >= 0xd0 && marker <= 0xd8);
  }

  /** SOF0..SOF15, without the three codes among them that mean tables. */
  private static boolean isFrame(int marker) {
    return marker >= 0xc0 && marker <= 0xcf && marker != 0xc4 && marker != 0xc8 && marker != 0xcc;
  }
}
