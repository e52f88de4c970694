package org.hashmatch.hash.decode;

import java.util.Arrays;
import org.hashmatch.hash.UnscreenableException;
import org.hashmatch.hash.UnscreenableReason;

/**
 * The frames of a GIF, drawn row by row as they are decompressed: no memory but the canvas. A frame
 * that ends early is drawn as far as it goes, as viewers do.
 *
 * <p>The JDK's reader is not used: it stops at bytes that begin no block, where viewers go on, and
 * takes 30 microseconds for the smallest frame, of which a file may have a million.
 */
final class GifFrames implements FrameSource {

  private static final int COLOURS = 256;
  private static final int OPAQUE_BLACK = 0xff000000;
  private static final int INTERLACED = 0x40;

  /** First row and step of the four passes of an interlaced frame. */
  private static final int[][] PASSES = {{0, 8}, {4, 8}, {2, 4}, {1, 2}};

  private static final int[][] ONE_PASS = {{0, 1}};

  private final GifBlocks blocks;
  private final GifIndices indices;
  private final int[] colours = new int[COLOURS];

  GifFrames(byte[] file) throws UnscreenableException {
    blocks = new GifBlocks(file);
    indices = new GifIndices(file);
  }

  /**
   * The first frame where it lies on its canvas.
   *
   * @throws UnscreenableException if it has no pixels, or not one of them can be decoded
   */
  static DecodedImage first(EncodedImage image) throws UnscreenableException {
    GifFrames frames = new GifFrames(image.stillBytes());
    if (!frames.next() || frames.frame().area() == 0) {
      throw new UnscreenableException(UnscreenableReason.DAMAGED, "GIF begins without pixels");
    }
    Canvas canvas = new Canvas(image.width(), image.height());
    Completeness completeness = frames.draw(canvas);
    return DecodedImage.of(canvas.pixels(), completeness);
  }

  @Override
  public boolean next() {
    return blocks.next();
  }

  @Override
  public Frame frame() {
    return blocks.frame();
  }

  @Override
  public Completeness draw(Canvas canvas) throws UnscreenableException {
    ByteCursor cursor = blocks.pixels();
    int flags = cursor.u8();
    readColours(cursor, flags);
    indices.begin(cursor.position());
    if (indices.isEmpty()) {
      throw new UnscreenableException(UnscreenableReason.DAMAGED, "GIF frame without pixels");
    }
    canvas.begin(frame());
    return drawRows((flags & INTERLACED) != 0, canvas);
  }

  /** Indices beyond the table are black. */
  private void readColours(ByteCursor own, int flags) throws UnscreenableException {
    Arrays.fill(colours, OPAQUE_BLACK);
    if (GifBlocks.hasColours(flags)) {
      readTable(own, flags);
    } else {
      ByteCursor shared = blocks.colours().fork();
      int sharedFlags = shared.u8();
      if (GifBlocks.hasColours(sharedFlags)) {
        readTable(shared.skip(2), sharedFlags);
      }
    }
    if (blocks.transparent() != GifBlocks.NONE) {
      colours[blocks.transparent()] &= ~OPAQUE_BLACK;
    }
  }

  private void readTable(ByteCursor table, int flags) throws UnscreenableException {
    for (int i = 0; i < GifBlocks.colours(flags); i++) {
      colours[i] = OPAQUE_BLACK | table.u8() << 16 | table.u8() << 8 | table.u8();
    }
  }

  private Completeness drawRows(boolean interlaced, Canvas canvas) {
    byte[] row = new byte[frame().width()];
    int[] argb = new int[row.length];
    for (int[] pass : interlaced ? PASSES : ONE_PASS) {
      for (int y = pass[0]; y < frame().height(); y += pass[1]) {
        int count = indices.read(row);
        for (int x = 0; x < count; x++) {
          argb[x] = colours[row[x] & 0xff];
        }
        canvas.drawRow(y, argb, count);
        if (count < row.length) {
          return Completeness.PARTIAL;
        }
      }
    }
    return Completeness.COMPLETE;
  }
}
