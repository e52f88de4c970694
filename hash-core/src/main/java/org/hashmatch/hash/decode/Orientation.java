package org.hashmatch.hash.decode;

import org.hashmatch.hash.Dihedral;

/**
 * How a picture says it wants to be turned before it is shown: EXIF tag 0x0112, or the properties
 * irot and imir of AVIF and HEIC, where EXIF has no say. Decoders here never apply it, because
 * hashes of the stored pixels are what everyone else's lists hold; it is carried beside them.
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

  /** This one, and then so many quarter turns counter-clockwise. */
  Orientation thenQuarterTurns(int turns) {
    return ofTurns(isMirrored(), turns() + turns);
  }

  /** This one, and then left and right exchanged, or top and bottom. */
  Orientation thenMirrored(boolean leftRight) {
    return ofTurns(!isMirrored(), (leftRight ? 0 : 2) - turns());
  }

  /** Each is left and right exchanged, or not, and then 0..3 quarter turns counter-clockwise. */
  private static Orientation ofTurns(boolean mirrored, int turns) {
    return switch (turns & 3) {
      case 0 -> mirrored ? MIRRORED : UPRIGHT;
      case 1 -> mirrored ? TRANSPOSED : TURN_COUNTERCLOCKWISE;
      case 2 -> mirrored ? UPSIDE_DOWN_MIRRORED : UPSIDE_DOWN;
      default -> mirrored ? TRANSVERSED : TURN_CLOCKWISE;
    };
  }

  private boolean isMirrored() {
    return switch (this) {
      case UPRIGHT, TURN_COUNTERCLOCKWISE, UPSIDE_DOWN, TURN_CLOCKWISE -> false;
      case MIRRORED, TRANSPOSED, UPSIDE_DOWN_MIRRORED, TRANSVERSED -> true;
    };
  }

  private int turns() {
    return switch (this) {
      case UPRIGHT, MIRRORED -> 0;
      case TURN_COUNTERCLOCKWISE, TRANSPOSED -> 1;
      case UPSIDE_DOWN, UPSIDE_DOWN_MIRRORED -> 2;
      case TURN_CLOCKWISE, TRANSVERSED -> 3;
    };
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
