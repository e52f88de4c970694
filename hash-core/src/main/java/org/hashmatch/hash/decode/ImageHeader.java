package org.hashmatch.hash.decode;

/**
 * What a file's header claims before anything is decoded.
 *
 * @param width pixels a row that a decoder would allocate
 * @param height rows that a decoder would allocate
 * @param orientation how it wants to be turned
 */
record ImageHeader(long width, long height, Orientation orientation) {

  ImageHeader(long width, long height) {
    this(width, height, Orientation.UPRIGHT);
  }

  long pixels() {
    return width * height;
  }
}
