package org.hashmatch.hash.decode;

import org.hashmatch.hash.UnscreenableException;

/**
 * The orientation tag in an EXIF block. A damaged block says nothing, and harms nothing: the
 * picture stays upright. Only a file's first block is asked: millions of damaged ones fit into an
 * upload.
 */
final class Exif {

  /** What a JPEG's segment begins with if it holds such a block. */
  static final String NAME = "Exif\0\0";

  private Exif() {}

  /**
   * The orientation in a block that may begin with {@code Exif\0\0}, as in JPEG, or at once with
   * the TIFF header, as in PNG and WebP.
   */
  static Orientation orientation(ByteCursor block) {
    try {
      block.accept(NAME);
      return TiffHeader.readDirectory(block).orientation();
    } catch (UnscreenableException e) {
      return Orientation.UPRIGHT;
    }
  }
}
