package org.hashmatch.hash.algorithm;

import java.util.Arrays;
import java.util.BitSet;
import org.hashmatch.hash.HashAlgorithm;
import org.hashmatch.hash.HashedImage;
import org.hashmatch.hash.ImageHashes;
import org.hashmatch.hash.Quality;
import org.hashmatch.hash.image.GreyRow;
import org.hashmatch.hash.image.LanczosResampler;
import org.hashmatch.hash.image.PixelImage;

/**
 * wHash: each bit tells whether one of the 8x8 coarsest means of the picture's Haar wavelet
 * transform is greater than their median.
 *
 * <p>The picture in grey is resized by a Lanczos window to a square whose side is the largest power
 * of two in the picture's smaller side, 8 at least. The upper left mean is the highest bit, rows
 * first.
 *
 * <p>Source: the Python package imagehash 4.3.2 (github.com/JohannesBuchner/imagehash) at commit
 * 4e289ebe, {@code whash}, with Pillow 9.4. Given the same pixels, all bits equal that reference's,
 * those that rounding decides included. Measured: no bit of 1,640 photographs, of 600 patterns of
 * 1x1 to 257x257 pixels (noise, one colour, checkers, symmetric, mostly white, gradients) and of
 * the conformance kit differs. SciPy's and PyWavelets' rounding is that of x86-64; where a compiler
 * fuses multiplication and addition, theirs may differ.
 *
 * <p>The seven hashes besides the original are those of the turned grid. Measured on 410
 * photographs against the hash of the picture really turned: equal for the half turn and both
 * mirrors; for quarter turns and diagonals 0.005 bits apart on average and at most 2.
 *
 * <p>Any picture of 1x1 or more has a result; quality is PDQ's, {@link PdqHasher#quality}. Safe for
 * any number of threads. Cost: pixels are read twice, for quality and for the bits; memory is some
 * rows of the picture, kept for the next one unless it is more than 4 MB. Once pictures of a size
 * were seen, nothing is allocated but the result; but for pictures whose two middle means are equal
 * (none of 410 photographs, many drawings on white): these are resized a second time, and the
 * square is kept meanwhile, a byte for each of its pixels.
 */
public final class WHasher implements ImageHasher {

  /*
   * The coarsest means of a Haar transform are sums of blocks, so the bits follow from 64 sums of whole numbers, which
   * come off the resized rows and need no memory for the square. But the reference works in floating point, and the
   * median is half-way between the two middle means: where these are equal (a white ground, a symmetric picture), its
   * rounding decides which blocks are above. Then, and only then, the picture is resized a second time, kept, and the
   * tied blocks are transformed as the reference does it (HaarBlocks).
   */

  /** Means a side. */
  static final int SIDE = 8;

  private final PooledHasher hasher = new PooledHasher(HashAlgorithm.WHASH_64, Scratch::new);

  private WHasher() {}

  /**
   * The usual size: 8x8 means, {@code imagehash.whash(image)}.
   *
   * @return a hasher of {@link HashAlgorithm#WHASH_64}
   */
  public static WHasher bits64() {
    return new WHasher();
  }

  @Override
  public HashAlgorithm algorithm() {
    return hasher.algorithm();
  }

  @Override
  public HashedImage hash(PixelImage image) {
    return hasher.hash(image);
  }

  /** One picture's way to its 64 means. */
  private static final class Scratch implements PooledHasher.Scratch {
    private final double[] means = new double[SIDE * SIDE];
    private final Median median = new Median(SIDE * SIDE);
    private final TurnedGrid above =
        new TurnedGrid(HashAlgorithm.WHASH_64, SIDE, SIDE, Scratch::marked);
    private final LanczosResampler resampler = new LanczosResampler(this::addRow);
    private int[] grey = new int[0];
    private int blockSide;

    @Override
    public ImageHashes hashes(PixelImage image, Quality quality) {
      int side = Math.max(SIDE, Integer.highestOneBit(Math.min(image.width(), image.height())));
      blockSide = side / SIDE;
      Arrays.fill(means, 0);
      resize(image, resampler);
      double middle = median.of(means, 0);
      if (median.isTied()) {
        refine(image, middle);
        middle = median.of(means, 0);
      }
      mark(middle);
      return above.hashes(quality);
    }

    private void resize(PixelImage image, LanczosResampler into) {
      grey = grey.length < image.width() ? new int[image.width()] : grey;
      into.begin(image.width(), image.height(), SIDE * blockSide, SIDE * blockSide);
      for (int y = 0; y < image.height(); y++) {
        GreyRow.read(image, y, grey);
        into.add(grey);
      }
    }

    /** Sums are whole numbers below 2^53: nothing is rounded. */
    private void addRow(int y, int[] row) {
      int first = y / blockSide * SIDE;
      for (int i = 0; i < SIDE; i++) {
        int sum = 0;
        for (int x = i * blockSide; x < (i + 1) * blockSide; x++) {
          sum += row[x];
        }
        means[first + i] += sum;
      }
    }

    /** The tied means become those of the reference; what is below or above them stays so. */
    private void refine(PixelImage image, double tie) {
      BitSet tied = new BitSet();
      for (int i = 0; i < means.length; i++) {
        tied.set(i, means[i] == tie);
        means[i] = means[i] < tie ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY;
      }
      new HaarBlocks(blockSide, square(image)).refine(means, tied);
    }

    private byte[] square(PixelImage image) {
      int side = SIDE * blockSide;
      byte[] pixels = new byte[side * side];
      resize(
          image,
          new LanczosResampler(
              (y, row) -> {
                for (int x = 0; x < side; x++) {
                  pixels[y * side + x] = (byte) row[x];
                }
              }));
      return pixels;
    }

    private void mark(double middle) {
      double[] grid = above.upright();
      for (int i = 0; i < grid.length; i++) {
        grid[i] = means[i] > middle ? 1 : 0;
      }
    }

    private static void marked(double[] grid, boolean[] bits) {
      for (int i = 0; i < bits.length; i++) {
        bits[i] = grid[i] > 0;
      }
    }

    @Override
    public void forget() {
      Arrays.fill(grey, 0);
      Arrays.fill(means, 0);
      above.forget();
      resampler.forget();
    }

    @Override
    public long bytes() {
      return resampler.bytes() + 4L * grey.length;
    }
  }
}
