package org.hashmatch.hash.algorithm;

import java.util.BitSet;

/**
 * The 8x8 means of wHash as PyWavelets computes them, last bit included: for the pictures whose
 * means are equal around the median, where that last bit decides.
 *
 * <p>The reference transforms the picture down to one mean, sets it to zero, transforms back, and
 * down again to 8x8. Up to rounding that subtracts the mean, so nobody needs it, unless blocks tie.
 * Here the tied blocks alone go this way, one after the other.
 */
final class HaarBlocks {

  private static final int BLOCKS = WHasher.SIDE * WHasher.SIDE;
  private static final double WHITE = 255;

  private final int blockSide;
  private final byte[] pixels;
  private final double[] block;

  /** The resized picture, a square of 8 blocks a side. */
  HaarBlocks(int blockSide, byte[] pixels) {
    this.blockSide = blockSide;
    this.pixels = pixels;
    this.block = new double[blockSide * blockSide];
  }

  /** Replaces the means of the tied blocks; the others are not touched. */
  void refine(double[] means, BitSet tied) {
    double[] centred = centred();
    HaarSquare square = new HaarSquare(blockSide, block);
    for (int i = tied.nextSetBit(0); i >= 0; i = tied.nextSetBit(i + 1)) {
      load(i);
      square.forward();
      square.replaceMean(centred[i]);
      square.inverse();
      square.forward();
      means[i] = square.mean();
    }
  }

  /** The means of all blocks after the mean of the picture was taken out. */
  private double[] centred() {
    double[] means = new double[BLOCKS];
    HaarSquare square = new HaarSquare(blockSide, block);
    for (int i = 0; i < BLOCKS; i++) {
      load(i);
      square.forward();
      means[i] = square.mean();
    }
    HaarSquare top = new HaarSquare(WHasher.SIDE, means);
    top.forward();
    top.replaceMean(0);
    top.inverse();
    return means;
  }

  private void load(int i) {
    int width = blockSide * WHasher.SIDE;
    int start = i / WHasher.SIDE * blockSide * width + i % WHasher.SIDE * blockSide;
    for (int y = 0; y < blockSide; y++) {
      for (int x = 0; x < blockSide; x++) {
        block[y * blockSide + x] = (pixels[start + y * width + x] & 0xff) / WHITE;
      }
    }
  }
}
