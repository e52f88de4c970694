package org.hashmatch.bank;

import org.hashmatch.hash.Quality;

/**
 * What a bank takes in, and what a match with it means.
 *
 * @param radius largest Hamming distance that is a match, inclusive, 0..1024
 * @param qualityFloor lowest quality of a hash that may be added, and of an upload that may be
 *     looked up
 * @param action what a match asks for
 */
public record BankPolicy(int radius, Quality qualityFloor, MatchAction action) {

  /**
   * Radius 31 and quality 50, which PDQ's authors give as starting points for a confident match; a
   * match is blocked.
   */
  public static final BankPolicy DEFAULT =
      new BankPolicy(31, Quality.DEFAULT_FLOOR, MatchAction.BLOCK);

  private static final int MAX_RADIUS = 1024;

  /**
   * Checks the radius.
   *
   * @param radius as above
   * @param qualityFloor as above
   * @param action as above
   * @throws IllegalArgumentException if the radius is out of its range
   */
  public BankPolicy {
    if (radius < 0 || radius > MAX_RADIUS) {
      throw new IllegalArgumentException(
          "radius must be 0.." + MAX_RADIUS + " (got " + radius + ")");
    }
  }
}
