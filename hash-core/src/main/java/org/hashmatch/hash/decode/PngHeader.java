package org.hashmatch.hash.decode;

import org.hashmatch.hash.UnscreenableException;
import org.hashmatch.hash.UnscreenableReason;

/**
 * Size and kind from IHDR, transparency, frames, and orientation from eXIf if it stands before the
 * picture data.
 */
final class PngHeader {

  private static final int ALPHA_BIT = 4;

  private PngHeader() {}

  static ImageHeader read(byte[] file) throws UnscreenableException {
    PngChunks chunks = new PngChunks(file);
    if (!chunks.next() || chunks.type() != PngChunks.IHDR || !chunks.isIntact()) {
      throw new UnscreenableException(
          UnscreenableReason.DAMAGED, "PNG does not begin with an intact IHDR chunk");
    }
    ByteCursor data = chunks.data();
    long width = data.u32();
    long height = data.u32();
    data.skip(1);
    boolean alpha = (data.u8() & ALPHA_BIT) != 0;
    return rest(chunks, new ImageHeader(width, height).withTransparency(alpha));
  }

  private static ImageHeader rest(PngChunks chunks, ImageHeader first) {
    ImageHeader header = first;
    int frames = 0;
    boolean pixels = false;
    boolean oriented = false;
    while (chunks.next()) {
      int type = chunks.type();
      pixels |= type == PngChunks.IDAT;
      frames += chunks.beginsFrame(frames) ? 1 : 0;
      if (type == PngChunks.TRANSPARENCY) {
        header = header.withTransparency(true);
      } else if (type == PngChunks.EXIF && !pixels && !oriented) {
        oriented = true;
        header = header.withOrientation(Exif.orientation(chunks.data()));
      }
    }
    return header.withFrames(frames);
  }
}
