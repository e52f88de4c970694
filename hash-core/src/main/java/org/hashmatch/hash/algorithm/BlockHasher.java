package org.hashmatch.hash.algorithm;

import java.util.Arrays;
import org.hashmatch.hash.HashAlgorithm;
import org.hashmatch.hash.HashedImage;
import org.hashmatch.hash.ImageHashes;
import org.hashmatch.hash.Quality;
import org.hashmatch.hash.image.PixelImage;

/**
 * blockhash: each bit tells whether one of 16x16 blocks of the picture is brighter than the median
 * of its band, four rows of blocks.
 *
 * <p>Brightness is red plus green plus blue of all pixels of a block; a pixel on the edge of blocks
 * counts for each by the share that lies there. Nothing is resized. In a band whose median is in
 * the upper half of the range, blocks that equal the median count as brighter. The upper left block
 * is the highest bit, rows first.
 *
 * <p>Source: blockhash-python (github.com/commonsmachinery/blockhash-python) at commit f28b741a,
 * {@code blockhash}. Given the same opaque pixels, all bits equal that reference's. Measured: no
 * bit of 1,640 photographs, of 600 patterns of 1x1 to 257x257 pixels (noise, one colour, checkers,
 * symmetric, mostly white, gradients) and of the conformance kit differs. The reference counts a
 * pixel of alpha 0 as white; here alpha is ignored, as in every {@link PixelImage}.
 *
 * <p>The seven hashes besides the original are those of the turned blocks. They are exact: on 410
 * photographs equal to the hash of the picture really turned.
 *
 * <p>Any picture of 1x1 or more has a result; quality is PDQ's, {@link PdqHasher#quality}. Safe for
 * any number of threads. Cost: pixels are read twice, for quality and for the bits; memory is some
 * rows of the picture, kept for the next one unless it is more than 4 MB. Once pictures of a size
 * were seen, nothing is allocated but the result.
 */
public final class BlockHasher implements ImageHasher {

  /*
   * The reference adds up weighted brightness in floating point. All weights are sixteenths, because a side is divided by
   * 16, so all products are whole multiples of 1/256 and none of its sums is ever rounded: sums of whole numbers, in
   * units of 1/256, give the same comparisons.
   */

  private static final int SIDE = 16;
  private static final int BANDS = 4;

  /** Of a pixel's brightness 1. */
  private static final int UNIT = SIDE * SIDE;

  private final PooledHasher hasher = new PooledHasher(HashAlgorithm.BLOCKHASH_256, Scratch::new);

  private BlockHasher() {}

  /**
   * The usual size: 16x16 blocks, {@code blockhash(image, 16)}.
   *
   * @return a hasher of {@link HashAlgorithm#BLOCKHASH_256}
   */
  public static BlockHasher bits256() {
    return new BlockHasher();
  }

  @Override
  public HashAlgorithm algorithm() {
    return hasher.algorithm();
  }

  @Override
  public HashedImage hash(PixelImage image) {
    return hasher.hash(image);
  }

  /** One picture's way to its 256 sums. */
  private static final class Scratch implements PooledHasher.Scratch {
    private final TurnedGrid blocks =
        new TurnedGrid(HashAlgorithm.BLOCKHASH_256, SIDE, SIDE, this::brighterThanBand);
    private final Median median = new Median(SIDE * SIDE / BANDS);
    private final long[] rowSums = new long[SIDE];
    private int[] rgb = new int[0];
    private int[] lefts = new int[0];
    private int[] rights = new int[0];
    private int[] rightShares = new int[0];
    private double halfBlock;

    @Override
    public ImageHashes hashes(PixelImage image, Quality quality) {
      placeColumns(image.width());
      halfBlock = (double) image.width() * image.height() * 256 * 3 / 2;
      Arrays.fill(blocks.upright(), 0);
      for (int y = 0; y < image.height(); y++) {
        image.rgbRow(y, rgb);
        sumRow(image.width());
        addRow(y, image.height());
      }
      return blocks.hashes(quality);
    }

    private void placeColumns(int width) {
      if (rgb.length < width) {
        rgb = new int[width];
        lefts = new int[width];
        rights = new int[width];
        rightShares = new int[width];
      }
      for (int x = 0; x < width; x++) {
        lefts[x] = first(x, width);
        rights[x] = second(x, width);
        rightShares[x] = secondShare(x, width);
      }
    }

    /** The block in which the pixel begins. */
    private static int first(int place, int length) {
      return (int) ((long) SIDE * place / length);
    }

    /**
     * The block in which it ends: another one only if the pixel ends less than 1 behind an edge.
     */
    private static int second(int place, int length) {
      boolean within = (long) SIDE * (place + 1) % length >= SIDE || place + 1 == length;
      return within ? first(place, length) : (int) (((long) SIDE * place + length - 1) / length);
    }

    /** How much of it, in sixteenths, is counted for the second block. */
    private static int secondShare(int place, int length) {
      return (int) ((long) SIDE * (place + 1) % length % SIDE);
    }

    private void sumRow(int width) {
      Arrays.fill(rowSums, 0);
      for (int x = 0; x < width; x++) {
        int pixel = rgb[x];
        int value = (pixel >> 16) + (pixel >> 8 & 0xff) + (pixel & 0xff);
        int rightShare = rightShares[x];
        rowSums[lefts[x]] += (long) value * (SIDE - rightShare);
        rowSums[rights[x]] += (long) value * rightShare;
      }
    }

    private void addRow(int y, int height) {
      int upper = first(y, height) * SIDE;
      int lower = second(y, height) * SIDE;
      int lowerShare = secondShare(y, height);
      double[] sums = blocks.upright();
      for (int i = 0; i < SIDE; i++) {
        sums[upper + i] += rowSums[i] * (SIDE - lowerShare);
        sums[lower + i] += rowSums[i] * lowerShare;
      }
    }

    private void brighterThanBand(double[] grid, boolean[] bits) {
      int bandSize = bits.length / BANDS;
      for (int start = 0; start < bits.length; start += bandSize) {
        double middle = median.of(grid, start);
        boolean bright = middle > halfBlock;
        for (int i = start; i < start + bandSize; i++) {
          bits[i] = grid[i] > middle || (bright && Math.abs(grid[i] - middle) < UNIT);
        }
      }
    }

    @Override
    public void forget() {
      Arrays.fill(rgb, 0);
      Arrays.fill(rowSums, 0);
      blocks.forget();
    }

    @Override
    public long bytes() {
      return 4L * (rgb.length + lefts.length + rights.length + rightShares.length);
    }
  }
}
