package org.hashmatch.hash.image;

/**
 * Weighted sums of rows, column by column, of one kind of picture. Rows are added in narrow lanes
 * as long as these cannot overflow, then brought over to wide luma sums.
 *
 * <p>Scratch: not for several threads.
 */
sealed interface RowSums permits PackedRowSums, ByteRowSums, LumaRowSums {

  /** The sum of weights that the lanes hold: 257 times 255 is the largest 16-bit number. */
  int CAPACITY = 257;

  /** The thousandths of a luma step in which sums are counted, so that they are whole numbers. */
  int LUMA_UNIT = 1000;

  /** In thousandths: what {@link Luma} sums in float, here without rounding. */
  static int luma(int red, int green, int blue) {
    return 299 * red + 587 * green + 114 * blue;
  }

  /**
   * Adds a row to the lanes.
   *
   * @param weight 1 to what is left of the capacity
   */
  void add(int y, int weight);

  /** Adds the lanes to the sums, in thousandths of a luma step, and empties them. */
  void flush(long[] sums);

  /** Lets go of the picture. */
  void forget();
}
