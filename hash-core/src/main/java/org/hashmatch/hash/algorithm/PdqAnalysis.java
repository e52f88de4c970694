package org.hashmatch.hash.algorithm;

import java.util.Objects;
import org.hashmatch.hash.Dihedral;
import org.hashmatch.hash.HashedImage;
import org.hashmatch.hash.image.TentFilter;

/**
 * What a PDQ hash was made of: the 64x64 luminance grid, the 16x16 coefficients, and by how much
 * each bit was decided.
 *
 * <p>A bit says whether its coefficient is greater than the median. Its {@linkplain #margin margin}
 * is how far the two are apart: bits of small margin are the ones that an edit flips first.
 *
 * <p>Immutable and safe for any number of threads. It holds a small grey copy of the picture: to be
 * dropped when looked at.
 */
public final class PdqAnalysis {

  private final HashedImage hashed;
  private final float[] grid;
  private final PdqSpectra spectra = new PdqSpectra();

  /** Takes the grid over; copies the coefficients. */
  PdqAnalysis(HashedImage hashed, float[] grid, float[] coefficients) {
    this.hashed = hashed;
    this.grid = grid;
    spectra.set(coefficients);
  }

  /**
   * The hashes and the quality, the same as {@link PdqHasher#hash} gives.
   *
   * @return the hashes
   */
  public HashedImage hashed() {
    return hashed;
  }

  /**
   * The picture's luma, blurred and shrunk to 64x64.
   *
   * @param row 0 (top) to 63
   * @param column 0 (left) to 63
   * @return 0..255, not rounded
   * @throws IndexOutOfBoundsException if it is outside the grid
   */
  public float luma(int row, int column) {
    Objects.checkIndex(row, TentFilter.SIDE);
    return grid[row * TentFilter.SIDE + Objects.checkIndex(column, TentFilter.SIDE)];
  }

  /**
   * A coefficient of the cosine transform of the grid of a rendition.
   *
   * @param dihedral the rendition
   * @param bit 0..255: of bit {@code 16 * i + j}, frequency i + 1 down the picture and j + 1 across
   * @return the coefficient, about -4,000..4,000; the bit is set if it is greater than the median
   * @throws IndexOutOfBoundsException if there is no such bit
   */
  public float coefficient(Dihedral dihedral, int bit) {
    return spectra.value(dihedral, bit);
  }

  /**
   * The median of a rendition's coefficients: of 256 values the 128th smallest.
   *
   * @param dihedral the rendition
   * @return the median
   */
  public float median(Dihedral dihedral) {
    return spectra.median(dihedral);
  }

  /**
   * How sure a bit is.
   *
   * @param dihedral the rendition
   * @param bit 0..255, numbered as in the hash
   * @return the distance of its coefficient from the median, 0 or more; 0 is the median's own bit,
   *     which is not set
   * @throws IndexOutOfBoundsException if there is no such bit
   */
  public float margin(Dihedral dihedral, int bit) {
    return Math.abs(coefficient(dihedral, bit) - median(dihedral));
  }
}
