package org.hashmatch.hash.decode;

/**
 * Where a frame of an animation lies, and by which rules it is drawn and taken away; as the file
 * says, so partly or wholly outside of the canvas if it wants to.
 *
 * @param x column of the canvas that its left column is drawn on
 * @param y row of the canvas that its top row is drawn on
 * @param width pixels a row
 * @param height rows
 * @param disposal what becomes of its rectangle before the next frame
 * @param blended whether what was there is seen through its transparent pixels
 */
record Frame(int x, int y, int width, int height, Disposal disposal, boolean blended) {

  /** One that says nothing usable of itself. It cannot be drawn. */
  static final Frame UNREADABLE = new Frame(0, 0, 0, 0, Disposal.KEEP, false);

  /** Beyond WebP's 24 bits, and so far below 31 that a sum of two is no danger. */
  private static final long MAX = 1 << 25;

  /** What becomes of a frame's rectangle before the next frame is drawn. */
  enum Disposal {
    /** It stays. */
    KEEP,
    /** It becomes transparent. */
    CLEAR,
    /** It shows again what it showed before the frame. */
    RESTORE
  }

  /** A frame of numbers as they are read, or the unreadable one. */
  static Frame of(long x, long y, long width, long height, Disposal disposal, boolean blended) {
    boolean usable = width > 0 && height > 0 && Math.max(x, y) < MAX;
    return usable && Math.max(width, height) < MAX
        ? new Frame((int) x, (int) y, (int) width, (int) height, disposal, blended)
        : UNREADABLE;
  }

  long area() {
    return (long) width * height;
  }
}
