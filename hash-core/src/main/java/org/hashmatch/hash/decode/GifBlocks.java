package org.hashmatch.hash.decode;

import org.hashmatch.hash.UnscreenableException;

/**
 * The blocks of a GIF, frame by frame, without their pixels (GIF89a specification, 31 July 1990).
 * Bytes that begin no block are skipped, as lenient decoders do: a frame may hide behind them. A
 * file may end anywhere behind its first frame.
 */
final class GifBlocks {

  /** What {@link #transparent()} says if no pixel is. */
  static final int NONE = -1;

  private static final int SIGNATURE_BYTES = 6;
  private static final int IMAGE = 0x2c;
  private static final int EXTENSION = 0x21;
  private static final int TRAILER = 0x3b;
  private static final int GRAPHIC_CONTROL = 0xf9;
  private static final int GRAPHIC_CONTROL_BYTES = 4;
  private static final int CLEAR = 2;
  private static final int RESTORE = 3;

  private final ByteCursor cursor;
  private final int width;
  private final int height;
  private final ByteCursor colours;
  private int frames;
  private boolean ended;
  private int control;
  private int transparent;
  private Frame frame = Frame.UNREADABLE;

  GifBlocks(byte[] file) throws UnscreenableException {
    cursor = new ByteCursor(file).littleEndian();
    cursor.skip(SIGNATURE_BYTES);
    width = cursor.u16();
    height = cursor.u16();
    colours = cursor.fork();
    int flags = cursor.u8();
    cursor.skip(2);
    skipColours(flags);
  }

  /** Pixels a row of the canvas, 0 or more. */
  int width() {
    return width;
  }

  /** Rows of the canvas, 0 or more. */
  int height() {
    return height;
  }

  /** The flags of the whole file, two bytes, and its colour table. */
  ByteCursor colours() {
    return colours;
  }

  /** Goes to the next frame, or says that there is none. */
  boolean next() {
    try {
      ended = ended || !toFrame();
    } catch (UnscreenableException e) {
      ended = true;
    }
    return !ended;
  }

  private boolean toFrame() throws UnscreenableException {
    if (frames > 0) {
      skipPixels();
    }
    control = 0;
    int block = cursor.u8();
    while (block != TRAILER || frames == 0) {
      if (block == EXTENSION) {
        readExtension();
      } else if (block == IMAGE) {
        readFrame();
        return true;
      }
      block = cursor.u8();
    }
    return false;
  }

  private void readExtension() throws UnscreenableException {
    boolean graphic = cursor.u8() == GRAPHIC_CONTROL;
    ByteCursor block = cursor.fork();
    skipSubBlocks();
    if (graphic && block.u8() == GRAPHIC_CONTROL_BYTES) {
      control = block.u8();
      transparent = block.skip(2).u8();
    }
  }

  private void readFrame() throws UnscreenableException {
    int left = cursor.u16();
    int top = cursor.u16();
    // The first frame replaces the empty canvas, so its colours below transparency stay.
    frame = Frame.of(left, top, cursor.u16(), cursor.u16(), disposal(), frames > 0);
    frames++;
  }

  private Frame.Disposal disposal() {
    return switch ((control >> 2) & 7) {
      case CLEAR -> Frame.Disposal.CLEAR;
      case RESTORE -> Frame.Disposal.RESTORE;
      default -> Frame.Disposal.KEEP;
    };
  }

  Frame frame() {
    return frame;
  }

  /** The colour of the frame that leaves what was there, or {@link #NONE}. */
  int transparent() {
    return (control & 1) == 0 ? NONE : transparent;
  }

  /** The flags of the frame, its colour table and its pixels. */
  ByteCursor pixels() {
    return cursor.fork();
  }

  private void skipPixels() throws UnscreenableException {
    skipColours(cursor.u8());
    cursor.skip(1);
    skipSubBlocks();
  }

  private void skipColours(int flags) throws UnscreenableException {
    if (hasColours(flags)) {
      cursor.skip(3L * colours(flags));
    }
  }

  static boolean hasColours(int flags) {
    return (flags & 0x80) != 0;
  }

  static int colours(int flags) {
    return 2 << (flags & 7);
  }

  private void skipSubBlocks() throws UnscreenableException {
    int length = cursor.u8();
    while (length > 0) {
      length = cursor.skip(length).u8();
    }
  }
}
