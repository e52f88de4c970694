package org.hashmatch.hash.decode;

import org.hashmatch.hash.UnscreenableException;
import org.hashmatch.hash.UnscreenableReason;
import org.hashmatch.hash.image.PixelImage;

/** Draws frames that were made picture files of their own: guarded and decoded as any upload. */
final class FrameDecoder {

  private final ImageGuard guard;
  private final ImageDecoder decoder;

  FrameDecoder(ImageGuard guard, ImageDecoder decoder) {
    this.guard = guard;
    this.decoder = decoder;
  }

  Completeness draw(byte[] file, Frame frame, Canvas canvas) throws UnscreenableException {
    try (DecodedImage decoded = decoder.decode(guard.admit(file))) {
      PixelImage pixels = decoded.pixels();
      checkSize(frame, pixels.width(), pixels.height());
      canvas.begin(frame);
      int[] row = new int[frame.width()];
      for (int y = 0; y < frame.height(); y++) {
        pixels.argbRow(y, row);
        canvas.drawRow(y, row, row.length);
      }
      return decoded.completeness();
    }
  }

  /** A frame says its size twice: in the container, which was counted with, and in its pixels. */
  static void checkSize(Frame frame, long width, long height) throws UnscreenableException {
    if (width != frame.width() || height != frame.height()) {
      throw new UnscreenableException(
          UnscreenableReason.DAMAGED,
          String.format(
              "frame of %dx%d pixels holds %dx%d", frame.width(), frame.height(), width, height));
    }
  }
}
