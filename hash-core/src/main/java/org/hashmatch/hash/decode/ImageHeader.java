package org.hashmatch.hash.decode;

/**
 * What a file's header says, unchecked: sides may be zero, negative or huge.
 *
 * @param width pixels a row
 * @param height rows
 * @param orientation how the picture wants to be turned
 * @param transparent whether pixels may be transparent
 * @param frames pictures shown one after the other; 1 if it does not move
 * @param scans passes over all pixels that the file makes a decoder do
 */
record ImageHeader(
    long width, long height, Orientation orientation, boolean transparent, int frames, int scans) {

  ImageHeader(long width, long height) {
    this(width, height, Orientation.UPRIGHT);
  }

  ImageHeader(long width, long height, Orientation orientation) {
    this(width, height, orientation, false, 1, 1);
  }

  ImageHeader withOrientation(Orientation found) {
    return new ImageHeader(width, height, found, transparent, frames, scans);
  }

  ImageHeader withTransparency(boolean found) {
    return new ImageHeader(width, height, orientation, found, frames, scans);
  }

  ImageHeader withFrames(int found) {
    return new ImageHeader(width, height, orientation, transparent, Math.max(1, found), scans);
  }

  ImageHeader withScans(int found) {
    return new ImageHeader(width, height, orientation, transparent, frames, found);
  }

  /** Saturates: two sides of 32 bits do not fit a long's sign. */
  long pixels() {
    return width > 0 && height > Long.MAX_VALUE / width ? Long.MAX_VALUE : width * height;
  }
}
