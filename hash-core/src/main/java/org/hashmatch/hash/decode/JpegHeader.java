package org.hashmatch.hash.decode;

import org.hashmatch.hash.UnscreenableException;
import org.hashmatch.hash.UnscreenableReason;

/**
 * The segments of a JPEG: size from the frame header, orientation from EXIF, and how many scans
 * follow. A scan is a few bytes to write and a pass over all pixels to decode.
 */
final class JpegHeader {

  private static final int SOS = 0xda;
  private static final int EOI = 0xd9;
  private static final int APP1 = 0xe1;
  private static final int APP14 = 0xee;

  /** Bytes from behind the name to the transform in Adobe's segment: version and two flags. */
  private static final int ADOBE_TRANSFORM = 6;

  private static final int YCCK = 2;

  /**
   * Bytes from behind a frame header's length to its number of components: precision, two sides.
   */
  private static final int COMPONENTS = 5;

  private static final int INK_COMPONENTS = 4;

  private JpegHeader() {}

  static ImageHeader read(ByteCursor cursor) throws UnscreenableException {
    cursor.skip(2);
    Orientation orientation = Orientation.UPRIGHT;
    boolean exif = false;
    while (true) {
      int marker = nextMarker(cursor);
      if (marker == SOS || marker == EOI) {
        throw new UnscreenableException(
            UnscreenableReason.DAMAGED, "picture data before the frame header");
      }
      if (isStandalone(marker)) {
        continue;
      }
      int start = cursor.position();
      int length = cursor.u16();
      if (isFrame(marker)) {
        cursor.skip(1);
        int height = cursor.u16();
        int width = cursor.u16();
        cursor.seek(Math.min((long) start + length, cursor.end()));
        return new ImageHeader(width, height, orientation).withScans(countScans(cursor));
      }
      if (marker == APP1 && !exif && cursor.slice(length - 2).accept(Exif.NAME)) {
        exif = true;
        orientation = Exif.orientation(cursor.slice(length - 2));
      }
      cursor.seek(start + (long) Math.max(2, length));
    }
  }

  /** What the components of a JPEG mean, by libjpeg's rule. */
  enum Inks {
    /** Grey, or colours of light. */
    NONE,
    /** Cyan, magenta, yellow, black. */
    CMYK,
    /** The same with luma and chroma in the place of the first three. */
    YCCK
  }

  /** Whether there are four components, and Adobe's segment says that three are luma and chroma. */
  static Inks inks(byte[] file) {
    ByteCursor cursor = new ByteCursor(file);
    int components = 0;
    boolean transformed = false;
    try {
      cursor.skip(2);
      int marker = nextMarker(cursor);
      while (marker != SOS && marker != EOI) {
        if (!isStandalone(marker)) {
          int start = cursor.position();
          int length = cursor.u16();
          if (isFrame(marker)) {
            components = cursor.skip(COMPONENTS).u8();
          } else if (marker == APP14 && cursor.accept("Adobe")) {
            transformed = cursor.skip(ADOBE_TRANSFORM).u8() == YCCK;
          }
          cursor.seek(start + (long) Math.max(2, length));
        }
        marker = nextMarker(cursor);
      }
    } catch (UnscreenableException e) {
      // The file ends: what is known by then is all.
    }
    if (components != INK_COMPONENTS) {
      return Inks.NONE;
    }
    return transformed ? Inks.YCCK : Inks.CMYK;
  }

  /** Segments are skipped by their length, as decoders do; what follows the end is not counted. */
  private static int countScans(ByteCursor cursor) {
    int scans = 0;
    try {
      int marker = nextMarker(cursor);
      while (marker != EOI) {
        if (marker == SOS) {
          scans++;
        }
        if (!isStandalone(marker)) {
          int start = cursor.position();
          cursor.seek(start + (long) Math.max(2, cursor.u16()));
        }
        marker = nextMarker(cursor);
      }
    } catch (UnscreenableException e) {
      // The file ends without an end marker: a decoder sees these scans and no more.
    }
    return scans;
  }

  /** Anything between segments is skipped, as every decoder does: picture data, too. */
  private static int nextMarker(ByteCursor cursor) throws UnscreenableException {
    int value;
    do {
      cursor.skipTo(0xff);
      value = cursor.u8();
      while (value == 0xff) {
        value = cursor.u8();
      }
    } while (value == 0);
    return value;
  }

  private static boolean isStandalone(int marker) {
    return marker == 0x01 || (marker >= 0xd0 && marker <= 0xd8);
  }

  /** SOF0..SOF15, without the three codes among them that mean tables. */
  private static boolean isFrame(int marker) {
    return marker >= 0xc0 && marker <= 0xcf && marker != 0xc4 && marker != 0xc8 && marker != 0xcc;
  }
}
