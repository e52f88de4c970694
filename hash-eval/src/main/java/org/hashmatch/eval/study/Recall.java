package org.hashmatch.eval.study;

import java.util.List;
import java.util.Optional;
import org.hashmatch.eval.ConfidenceInterval;

/**
 * How many edited pictures were found again, and how sure that is.
 *
 * @param level over what
 * @param names pack, group, and name of the edit or picture; empty where there are several
 * @param hits how many were found; 0 where shares are averaged
 * @param trials how many there were; 0 where shares are averaged
 * @param share hits / trials, or the average
 * @param independent intervals as if all trials were independent of each other
 * @param bootstrap by drawing pictures anew: that edits of one picture are found together counts
 */
record Recall(
    Level level,
    List<String> names,
    int hits,
    int trials,
    double share,
    Optional<Independent> independent,
    Optional<ConfidenceInterval> bootstrap) {

  /** Over what. */
  enum Level {
    /** One edit, of all images. */
    EDIT("edit"),
    /** The edits of one group. */
    GROUP("group"),
    /** The edits of one pack. */
    PACK("pack"),
    /** Every edit counts as much as any other. */
    ALL("all"),
    /** Every group counts as much as any other. */
    MACRO("macro"),
    /** All edits of one picture. */
    PICTURE("picture");

    private final String label;

    Level(String label) {
      this.label = label;
    }

    String label() {
      return label;
    }
  }

  /**
   * Intervals of independent trials.
   *
   * @param wilson Wilson's
   * @param exact Clopper and Pearson's
   */
  record Independent(ConfidenceInterval wilson, ConfidenceInterval exact) {}
}
