package org.hashmatch.hash.image;

import java.util.Arrays;

/**
 * One wide lane a column: for pictures whose samples lie in no array of their own, and for weights
 * that may be negative.
 */
final class LumaRowSums implements RowSums {

  private static final ArgbImage NONE = new ArgbImage(1, 1, new int[1]);

  private int[] row = {};
  private int[] lanes = {};
  private PixelImage image = NONE;

  /** Begins with another picture. */
  RowSums of(PixelImage next) {
    image = next;
    if (row.length < image.width()) {
      row = new int[image.width()];
      lanes = new int[image.width()];
    }
    return this;
  }

  @Override
  public int capacity() {
    return Integer.MAX_VALUE / RowSums.luma(255, 255, 255);
  }

  @Override
  public void add(int y, int weight) {
    image.rgbRow(y, row);
    for (int x = 0; x < image.width(); x++) {
      int rgb = row[x];
      lanes[x] += weight * RowSums.luma(rgb >> 16, rgb >> 8 & 0xff, rgb & 0xff);
    }
  }

  @Override
  public void flush(long[] sums) {
    for (int x = 0; x < image.width(); x++) {
      sums[x] += lanes[x];
    }
    Arrays.fill(lanes, 0, image.width(), 0);
  }

  @Override
  public void forget() {
    image = NONE;
    Arrays.fill(row, 0);
  }

  @Override
  public long bytes() {
    return 2L * Integer.BYTES * lanes.length;
  }
}
