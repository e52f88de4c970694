package org.hashmatch.testdata.draw;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;

/** A file format with its settings. */
@FunctionalInterface
interface Encoding {

  /** The length of the start-of-image marker, behind which EXIF data stands. */
  int SOI_BYTES = 2;

  byte[] encode(Picture picture) throws IOException;

  /** The same with an EXIF orientation, for JPEG only; the pixels stay as they are. */
  default Encoding withOrientation(int orientation) {
    return picture -> {
      byte[] jpeg = encode(picture);
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      out.write(jpeg, 0, SOI_BYTES);
      out.write(orientationSegment(orientation));
      out.write(jpeg, SOI_BYTES, jpeg.length - SOI_BYTES);
      return out.toByteArray();
    };
  }

  /** The same, cut off after half of its bytes. */
  default Encoding cut() {
    return picture -> {
      byte[] whole = encode(picture);
      return Arrays.copyOf(whole, whole.length / 2);
    };
  }

  private static byte[] orientationSegment(int orientation) {
    int[] segment = {
      0xff,
      0xe1,
      0,
      34, // APP1, length of what follows with these two bytes
      'E',
      'x',
      'i',
      'f',
      0,
      0, //
      'M',
      'M',
      0,
      42,
      0,
      0,
      0,
      8, // TIFF, big-endian, directory at 8
      0,
      1, // one entry:
      0x01,
      0x12,
      0,
      3,
      0,
      0,
      0,
      1,
      0,
      orientation,
      0,
      0, // orientation, a short
      0,
      0,
      0,
      0 // no further directory
    };
    byte[] bytes = new byte[segment.length];
    for (int i = 0; i < segment.length; i++) {
      bytes[i] = (byte) segment[i];
    }
    return bytes;
  }
}
