package org.hashmatch.hash.algorithm;

import org.hashmatch.hash.Quality;

/**
 * PDQ's quality: how much brightness changes between neighbours of the 64x64 grid. Scratch: not for
 * several threads.
 */
final class PdqQuality {

  private static final int SIDE = 64;

  /** Brings the sum for an ordinary photograph to about 100; the reference's constant. */
  private static final int DIVISOR = 90;

  private final float tolerance;
  private int sum;
  private int lowest;
  private int highest;

  /**
   * A measure that knows how sure it is.
   *
   * @param tolerance how far a difference between two cells may be off, in percent of full
   *     brightness
   */
  PdqQuality(float tolerance) {
    this.tolerance = tolerance;
  }

  void set(float[] grid) {
    sum = 0;
    lowest = 0;
    highest = 0;
    for (int row = 0; row < SIDE; row++) {
      for (int at = row * SIDE, end = at + SIDE; at < end; at++) {
        if (row + 1 < SIDE) {
          add(grid[at], grid[at + SIDE]);
        }
        if (at + 1 < end) {
          add(grid[at], grid[at + 1]);
        }
      }
    }
  }

  /** In percent of full brightness, each difference truncated on its own, as in the reference. */
  private void add(float u, float v) {
    float difference = Math.abs((u - v) * 100 / 255);
    int whole = (int) difference;
    sum += whole;
    lowest += (int) Math.max(0, difference - tolerance);
    highest += (int) (difference + tolerance);
  }

  Quality value() {
    return new Quality(of(sum));
  }

  /** Whether no difference that was rounded the other way would change the quality. */
  boolean isCertain() {
    return of(lowest) == of(highest);
  }

  private static int of(int sum) {
    return Math.min(100, sum / DIVISOR);
  }
}
