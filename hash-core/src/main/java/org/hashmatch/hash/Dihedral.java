package org.hashmatch.hash;

import java.util.Locale;

/**
 * The eight ways to lay a picture down: four rotations, each plain or mirrored. Names and order are
 * those of PDQ's reference.
 */
public enum Dihedral {
  /** As it is. */
  ORIGINAL,
  /** A quarter turn counter-clockwise. */
  ROTATE90,
  /** A half turn. */
  ROTATE180,
  /** A quarter turn clockwise. */
  ROTATE270,
  /** Top and bottom exchanged. */
  FLIPX,
  /** Left and right exchanged: the mirror. */
  FLIPY,
  /** Mirrored along the main diagonal (upper left to lower right): the transpose. */
  FLIPPLUS1,
  /** Mirrored along the other diagonal. */
  FLIPMINUS1;

  /**
   * The name as reports print it.
   *
   * @return the name in lower case
   */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
