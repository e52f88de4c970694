package org.hashmatch.hash.decode;

import org.hashmatch.hash.Dihedral;

/**
 * How a picture says it wants to be turned before it is shown: EXIF tag 0x0112. Decoders here never
 * apply it, because hashes of the stored pixels are what everyone else's lists hold; it is carried
 * beside them.
 */
public enum Orientation {
  /** 1: shown as stored. Also what a picture without the tag has. */
  UPRIGHT(Dihedral.ORIGINAL),
  /** 2: mirrored left to right. */
  MIRRORED(Dihedral.FLIPY),
  /** 3: to be turned by half a turn. */
  UPSIDE_DOWN(Dihedral.ROTATE180),
  /** 4: mirrored top to bottom. */
  UPSIDE_DOWN_MIRRORED(Dihedral.FLIPX),
  /** 5: to be transposed. */
  TRANSPOSED(Dihedral.FLIPPLUS1),
  /** 6: to be turned clockwise by a quarter: a phone held upright. */
  TURN_CLOCKWISE(Dihedral.ROTATE270),
  /** 7: to be mirrored along the other diagonal. */
  TRANSVERSED(Dihedral.FLIPMINUS1),
  /** 8: to be turned counter-clockwise by a quarter. */
  TURN_COUNTERCLOCKWISE(Dihedral.ROTATE90);

  private final Dihedral upright;

  Orientation(Dihedral upright) {
    this.upright = upright;
  }

  /**
   * The orientation of an EXIF value.
   *
   * @param exif the tag's value
   * @return its meaning; {@link #UPRIGHT} for a value outside 1..8, as viewers take it
   */
  public static Orientation ofExif(int exif) {
    Orientation[] all = values();
    return exif >= 1 && exif <= all.length ? all[exif - 1] : UPRIGHT;
  }

  /**
   * What must be done to the stored pixels to show them upright.
   *
   * @return which of the eight renditions of the stored picture is the upright one
   */
  public Dihedral upright() {
    return upright;
  }
}
