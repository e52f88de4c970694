package org.hashmatch.hash.decode;

import org.hashmatch.hash.UnscreenableException;
import org.hashmatch.hash.UnscreenableReason;

/**
 * What coded pictures make a decoder allocate and do, whatever the boxes around them say.
 *
 * @param width the widest they may be; 0 if they do not say
 * @param height the highest they may be; 0 if they do not say
 * @param pictures how many there are
 * @param units the pieces that all of it is coded in
 */
record CodedSize(long width, long height, int pictures, int units) {

  static final CodedSize NONE = new CodedSize(0, 0, 0, 0);

  /** Of all tiles together; 65,536 slices would be some for every 640 pixels. */
  private static final int MOST_UNITS = 65_536;

  CodedSize and(long anotherWidth, long anotherHeight) {
    return new CodedSize(
        Math.max(width, anotherWidth), Math.max(height, anotherHeight), pictures, units);
  }

  CodedSize andPicture() {
    return new CodedSize(width, height, pictures + 1, units);
  }

  CodedSize andUnits(int more) throws UnscreenableException {
    if (units + more > MOST_UNITS) {
      throw new UnscreenableException(
          UnscreenableReason.TOO_LARGE, "coded in more than " + MOST_UNITS + " units");
    }
    return new CodedSize(width, height, pictures, units + more);
  }
}
