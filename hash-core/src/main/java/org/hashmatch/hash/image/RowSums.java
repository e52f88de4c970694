package org.hashmatch.hash.image;

/**
 * Weighted sums of rows, column by column, of one kind of picture. Rows are added in narrow lanes
 * as long as these cannot overflow, then brought over to wide luma sums.
 *
 * <p>Scratch: not for several threads.
 */
sealed interface RowSums permits PackedRowSums, ByteRowSums, LumaRowSums {

  /** The thousandths of a luma step in which sums are counted, so that they are whole numbers. */
  int LUMA_UNIT = 1000;

  /** Of a lane of 16 bits: 257 times 255 is 65,535. */
  int LANE_CAPACITY = 257;

  /** In thousandths: what {@link Luma} sums in float, here without rounding. */
  static int luma(int red, int green, int blue) {
    return 299 * red + 587 * green + 114 * blue;
  }

  /** The sum of weights that the lanes hold. */
  int capacity();

  /**
   * Adds a row to the lanes.
   *
   * @param weight at most what is left of the capacity; negative for {@link LumaRowSums} only
   */
  void add(int y, int weight);

  /** Adds the lanes to the sums, in thousandths of a luma step, and empties them. */
  void flush(long[] sums);

  /** Lets go of the picture. */
  void forget();

  /** The memory that is held for the next picture. */
  long bytes();
}
