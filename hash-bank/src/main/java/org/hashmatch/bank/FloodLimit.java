package org.hashmatch.bank;

import java.time.Duration;

/**
 * How often one entry may match before it is set aside: a hash of something that everybody posts, a
 * blank page or a new meme, would take down all of it.
 *
 * @param uploads most uploads that match it within the window, 1..1,000,000
 * @param window the time in which they are counted, 1 second to 31 days
 */
public record FloodLimit(int uploads, Duration window) {

  private static final Duration SHORTEST = Duration.ofSeconds(1);
  private static final Duration LONGEST = Duration.ofDays(31);

  /**
   * Checks the bounds.
   *
   * @param uploads as above
   * @param window as above
   * @throws IllegalArgumentException if one is out of its range
   */
  public FloodLimit {
    if (uploads < 1 || uploads > 1_000_000) {
      throw new IllegalArgumentException(
          "flood limit must be 1..1000000 uploads (got " + uploads + ")");
    }
    if (window.compareTo(SHORTEST) < 0 || window.compareTo(LONGEST) > 0) {
      throw new IllegalArgumentException(
          "flood window must be " + SHORTEST + ".." + LONGEST + " (got " + window + ")");
    }
  }
}
