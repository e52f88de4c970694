package org.hashmatch.hash.algorithm;

import org.hashmatch.hash.HashAlgorithm;
import org.hashmatch.hash.HashedImage;
import org.hashmatch.hash.image.PixelImage;

/**
 * pHash: each bit tells whether one of the picture's 8x8 (or 16x16) lowest frequencies, the mean
 * among them, is stronger than their median.
 *
 * <p>The picture in grey is resized to a grid of four times as many cells a side by a Lanczos
 * window, and transformed by a cosine transform. The upper left coefficient is the highest bit,
 * rows first. That one is the mean, which is above the median of any ordinary picture: over 1,638
 * photographs the highest bit is always one, by the reference's definition, and says nothing.
 *
 * <p>Source: the Python package imagehash 4.3.2 (github.com/JohannesBuchner/imagehash) at commit
 * 4e289ebe, {@code phash}, with Pillow 9.4. Given the same pixels, all bits equal that reference's,
 * those that rounding decides included. Measured: no bit of 1,640 photographs, of 600 patterns of
 * 1x1 to 257x257 pixels (noise, one colour, checkers, symmetric, mostly white, gradients) and of
 * the conformance kit differs.
 *
 * <p>The seven hashes besides the original are those of the turned grid. Measured on 410
 * photographs against the hash of the picture really turned: equal for the half turn and both
 * mirrors; for quarter turns and diagonals 0.1 of 64 bits apart on average and at most 2, 0.7 of
 * 256 on average and at most 6.
 *
 * <p>Any picture of 1x1 or more has a result; quality is PDQ's, {@link PdqHasher#quality}. Safe for
 * any number of threads. Cost: pixels are read twice, for quality and for the bits; memory is some
 * rows of the picture, kept for the next one unless it is more than 4 MB. Once pictures of a size
 * were seen, nothing is allocated but the result.
 */
public final class PHasher implements ImageHasher {

  private static final int CELLS_A_FREQUENCY = 4;

  private final PooledHasher hasher;

  private PHasher(HashAlgorithm algorithm, int side) {
    int cells = CELLS_A_FREQUENCY * side;
    this.hasher =
        new PooledHasher(
            algorithm, () -> new GridScratch(algorithm, cells, cells, new LowFrequencies(side)));
  }

  /**
   * The usual size: 8x8 frequencies of a 32x32 grid, {@code imagehash.phash(image)}.
   *
   * @return a hasher of {@link HashAlgorithm#PHASH_64}
   */
  public static PHasher bits64() {
    return new PHasher(HashAlgorithm.PHASH_64, 8);
  }

  /**
   * The large size: 16x16 frequencies of a 64x64 grid, {@code imagehash.phash(image,
   * hash_size=16)}.
   *
   * @return a hasher of {@link HashAlgorithm#PHASH_256}
   */
  public static PHasher bits256() {
    return new PHasher(HashAlgorithm.PHASH_256, 16);
  }

  @Override
  public HashAlgorithm algorithm() {
    return hasher.algorithm();
  }

  @Override
  public HashedImage hash(PixelImage image) {
    return hasher.hash(image);
  }

  /** Transforms the columns, then the rows, and takes the upper left corner. */
  private static final class LowFrequencies implements TurnedGrid.Rule {
    private final int side;
    private final int cells;
    private final CosineTransform transform;
    private final double[] corner;
    private final Median median;

    LowFrequencies(int side) {
      this.side = side;
      this.cells = CELLS_A_FREQUENCY * side;
      this.transform = new CosineTransform(cells);
      this.corner = new double[side * side];
      this.median = new Median(corner.length);
    }

    @Override
    public void decide(double[] grid, boolean[] bits) {
      for (int column = 0; column < cells; column++) {
        transform.transform(grid, column, cells);
      }
      for (int row = 0; row < side; row++) {
        transform.transform(grid, row * cells, 1);
        System.arraycopy(grid, row * cells, corner, row * side, side);
      }
      double middle = median.of(corner, 0);
      for (int i = 0; i < bits.length; i++) {
        bits[i] = corner[i] > middle;
      }
    }
  }
}
