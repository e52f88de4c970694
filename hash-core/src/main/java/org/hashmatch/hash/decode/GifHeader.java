package org.hashmatch.hash.decode;

import org.hashmatch.hash.UnscreenableException;
import org.hashmatch.hash.UnscreenableReason;

/**
 * The size of a GIF: the canvas, or the first frame where that is larger, because some decoders
 * allocate the one and some the other.
 */
final class GifHeader {

  private GifHeader() {}

  static ImageHeader read(byte[] file) throws UnscreenableException {
    GifBlocks blocks = new GifBlocks(file);
    if (!blocks.next()) {
      throw new UnscreenableException(
          UnscreenableReason.DAMAGED, "GIF ends before its first frame");
    }
    Frame first = blocks.frame();
    int width = Math.max(blocks.width(), first.x() + first.width());
    int height = Math.max(blocks.height(), first.y() + first.height());
    int frames = 1;
    while (blocks.next()) {
      frames++;
    }
    return new ImageHeader(width, height).withTransparency(true).withFrames(frames);
  }
}
