package org.hashmatch.hash.decode;

import org.hashmatch.hash.UnscreenableException;

/**
 * Size and orientation of an AVIF or HEIC: those of its primary item. Whether that can be decoded
 * is {@link HeifPicture}'s to say, after the size was found to be within the limits.
 */
final class IsoBmffHeader {

  private IsoBmffHeader() {}

  static ImageHeader read(byte[] file) throws UnscreenableException {
    HeifItem primary = HeifItemReader.read(file).primaryItem();
    return primary.size().withOrientation(primary.orientation());
  }
}
