package org.hashmatch.index.segment;

import org.jspecify.annotations.Nullable;

/** The entries of a segment in the order of their ids, so that an id can be looked up. */
final class IdOrder {

  private static final int DIGIT_BITS = 16;
  private static final int DIGITS = Long.SIZE / DIGIT_BITS;
  private static final int VALUES = 1 << DIGIT_BITS;

  private IdOrder() {}

  /**
   * Sorts entries by id, as signed numbers.
   *
   * @param ids the id of each entry
   * @param count how many entries
   * @return the entries in order; null if they are in order as they are
   */
  static int @Nullable [] of(long[] ids, int count) {
    if (ascend(ids, count)) {
      return null;
    }
    int[] order = new int[count];
    for (int i = 0; i < count; i++) {
      order[i] = i;
    }
    // A radix sort, lowest digit first; digits that all ids share change nothing and are skipped.
    for (int digit = 0; digit < DIGITS; digit++) {
      order = sortedBy(digit, order, ids);
    }
    return order;
  }

  private static boolean ascend(long[] ids, int count) {
    for (int i = 1; i < count; i++) {
      if (ids[i - 1] >= ids[i]) {
        return false;
      }
    }
    return true;
  }

  private static int[] sortedBy(int digit, int[] order, long[] ids) {
    int[] ends = new int[VALUES];
    for (int entry : order) {
      ends[value(ids[entry], digit)]++;
    }
    if (ends[value(ids[order[0]], digit)] == order.length) {
      return order;
    }
    for (int i = 1; i < VALUES; i++) {
      ends[i] += ends[i - 1];
    }
    int[] sorted = new int[order.length];
    for (int i = order.length - 1; i >= 0; i--) {
      sorted[--ends[value(ids[order[i]], digit)]] = order[i];
    }
    return sorted;
  }

  private static int value(long id, int digit) {
    // The sign bit turned over: negative numbers come first.
    return (int) ((id ^ Long.MIN_VALUE) >>> (digit * DIGIT_BITS)) & (VALUES - 1);
  }
}
