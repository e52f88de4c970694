package org.hashmatch.hash.image;

import java.util.Arrays;

/** Two lanes an int: red and blue of a packed pixel lie 16 bits apart already. */
final class PackedRowSums implements RowSums {

  private static final ArgbImage NONE = new ArgbImage(1, 1, new int[1]);

  private int[] redBlue = {};
  private int[] green = {};
  private ArgbImage image = NONE;

  /** Begins with another picture. */
  RowSums of(ArgbImage next) {
    image = next;
    if (redBlue.length < image.width()) {
      redBlue = new int[image.width()];
      green = new int[image.width()];
    }
    return this;
  }

  @Override
  public int capacity() {
    return LANE_CAPACITY;
  }

  @Override
  public void add(int y, int weight) {
    add(image.pixels(), y * image.width(), image.width(), weight, redBlue, green);
  }

  /** Static, with all it needs as arguments: then the compiler sees that nothing changes. */
  private static void add(
      int[] pixels, int start, int width, int weight, int[] redBlue, int[] green) {
    for (int x = 0; x < width; x++) {
      int pixel = pixels[start + x];
      redBlue[x] += weight * (pixel & 0xff00ff);
      green[x] += weight * (pixel >>> 8 & 0xff);
    }
  }

  @Override
  public void flush(long[] sums) {
    for (int x = 0; x < image.width(); x++) {
      sums[x] += RowSums.luma(redBlue[x] >>> 16, green[x], redBlue[x] & 0xffff);
    }
    Arrays.fill(redBlue, 0, image.width(), 0);
    Arrays.fill(green, 0, image.width(), 0);
  }

  @Override
  public void forget() {
    image = NONE;
  }

  @Override
  public long bytes() {
    return 2L * Integer.BYTES * green.length;
  }
}
