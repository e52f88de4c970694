package org.hashmatch.hash.decode;

import org.hashmatch.hash.UnscreenableException;

/**
 * The orientation tag in an EXIF block. A damaged block says nothing, and harms nothing: the
 * picture stays upright.
 */
final class Exif {

  private Exif() {}

  /**
   * The orientation in a block that may begin with {@code Exif\0\0}, as in JPEG, or at once with
   * the TIFF header, as in PNG and WebP.
   */
  static Orientation orientation(ByteCursor block) {
    try {
      block.accept("Exif\0\0");
      return TiffHeader.readDirectory(block).orientation();
    } catch (UnscreenableException e) {
      return Orientation.UPRIGHT;
    }
  }
}
