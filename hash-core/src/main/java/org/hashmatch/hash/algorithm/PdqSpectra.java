package org.hashmatch.hash.algorithm;

import org.hashmatch.hash.Dihedral;

/**
 * The coefficients of all eight renditions of a picture. Mirroring an axis changes signs, and so
 * the median; transposing does not: four spectra serve for eight.
 *
 * <p>Scratch: not for several threads.
 */
final class PdqSpectra {

  private final PdqSpectrum plain = new PdqSpectrum(false, false);
  private final PdqSpectrum rowsMirrored = new PdqSpectrum(true, false);
  private final PdqSpectrum columnsMirrored = new PdqSpectrum(false, true);
  private final PdqSpectrum bothMirrored = new PdqSpectrum(true, true);
  private final PdqSpectrum[] inOrderOfGrids = {plain, columnsMirrored, rowsMirrored, bothMirrored};

  /** Takes over the coefficients of the picture as it is, row frequency major. */
  void set(float[] coefficients) {
    plain.set(coefficients);
    rowsMirrored.set(coefficients);
    columnsMirrored.set(coefficients);
    bothMirrored.set(coefficients);
  }

  /**
   * Transforms a picture's mirrored renditions, each by itself.
   *
   * @param grids as it is, columns mirrored, rows mirrored, both
   */
  void setEach(PdqTransform transform, float[][] grids, float[] coefficients) {
    for (int i = 0; i < grids.length; i++) {
      transform.apply(grids[i], coefficients);
      inOrderOfGrids[i].setMirrored(coefficients);
    }
  }

  /** The smallest of the {@linkplain PdqSpectrum#gap gaps}. */
  float smallestGap() {
    return Math.min(
        Math.min(plain.gap(), rowsMirrored.gap()),
        Math.min(columnsMirrored.gap(), bothMirrored.gap()));
  }

  float median(Dihedral dihedral) {
    return spectrum(dihedral).median();
  }

  /** The coefficient that decides a bit of a rendition. */
  float value(Dihedral dihedral, int bit) {
    return spectrum(dihedral).value(bit, isTransposed(dihedral));
  }

  /** Writes a rendition's 256 bits, lowest word first. */
  void bits(Dihedral dihedral, long[] words) {
    spectrum(dihedral).bits(isTransposed(dihedral), words);
  }

  private PdqSpectrum spectrum(Dihedral dihedral) {
    return switch (dihedral) {
      case ORIGINAL, FLIPPLUS1 -> plain;
      case FLIPX, ROTATE270 -> rowsMirrored;
      case FLIPY, ROTATE90 -> columnsMirrored;
      case ROTATE180, FLIPMINUS1 -> bothMirrored;
    };
  }

  private static boolean isTransposed(Dihedral dihedral) {
    return switch (dihedral) {
      case ROTATE90, ROTATE270, FLIPPLUS1, FLIPMINUS1 -> true;
      case ORIGINAL, ROTATE180, FLIPX, FLIPY -> false;
    };
  }
}
