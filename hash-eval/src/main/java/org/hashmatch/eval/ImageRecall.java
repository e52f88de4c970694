package org.hashmatch.eval;

/**
 * Which share of the edited variants of one picture was found again.
 *
 * @param image the id of the original
 * @param value the share, 0..1; a mean over groups of edits is as good
 */
public record ImageRecall(String image, double value) {

  /**
   * Checks the range.
   *
   * @param image as above
   * @param value as above
   * @throws IllegalArgumentException if the id is empty or the share out of its range
   */
  public ImageRecall {
    if (image.isEmpty()) {
      throw new IllegalArgumentException("image must have 1 character or more (got 0)");
    }
    if (!(0 <= value && value <= 1)) {
      throw new IllegalArgumentException("value must be 0..1 (got " + value + ")");
    }
  }

  /**
   * By counts.
   *
   * @param image the id of the original
   * @param hits how many variants were found, 0..trials
   * @param trials how many variants there are, 1 or more
   * @return the share
   * @throws IllegalArgumentException if an argument is out of its range
   */
  public static ImageRecall of(String image, int hits, int trials) {
    if (trials < 1) {
      throw new IllegalArgumentException("trials must be 1 or more (got " + trials + ")");
    }
    if (hits < 0 || hits > trials) {
      throw new IllegalArgumentException("hits must be 0.." + trials + " (got " + hits + ")");
    }
    return new ImageRecall(image, (double) hits / trials);
  }

  /**
   * By variant.
   *
   * @param image the id of the original
   * @param found for each variant whether it was found, 1 or more
   * @return the share
   * @throws IllegalArgumentException if the id is empty or there is no variant
   */
  public static ImageRecall of(String image, boolean... found) {
    int hits = 0;
    for (boolean hit : found) {
      hits += hit ? 1 : 0;
    }
    return of(image, hits, found.length);
  }
}
