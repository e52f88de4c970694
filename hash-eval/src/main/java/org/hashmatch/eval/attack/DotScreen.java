package org.hashmatch.eval.attack;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * A halftone screen: within each square, pixels darken from the middle outwards. The order is made
 * even, so that the share of dark pixels is the darkness.
 */
final class DotScreen {

  private final int period;
  private final int[] thresholds;

  private DotScreen(int period, int[] thresholds) {
    this.period = period;
    this.thresholds = thresholds;
  }

  static DotScreen of(int period) {
    int cells = period * period;
    List<Integer> fromMiddle =
        IntStream.range(0, cells)
            .boxed()
            .sorted(Comparator.comparingInt(cell -> distance(cell, period)))
            .toList();
    int[] thresholds = new int[cells];
    for (int rank = 0; rank < cells; rank++) {
      thresholds[fromMiddle.get(rank)] = 255 - (2 * rank + 1) * 255 / (2 * cells);
    }
    return new DotScreen(period, thresholds);
  }

  private static int distance(int cell, int period) {
    int x = 2 * (cell % period) + 1 - period;
    int y = 2 * (cell / period) + 1 - period;
    return x * x + y * y;
  }

  boolean isDark(int x, int y, int luma) {
    return luma < thresholds[y % period * period + x % period];
  }
}
