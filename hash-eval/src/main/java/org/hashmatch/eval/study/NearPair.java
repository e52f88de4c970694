package org.hashmatch.eval.study;

import java.util.Comparator;

/**
 * Two different pictures that a hasher takes for alike.
 *
 * @param distance of their hashes
 * @param query the place of the one that is looked for, among images and then distractors
 * @param attack the place of its edit; -1: as it is
 * @param bank the place of the one that is found, as it is
 */
record NearPair(int distance, int query, int attack, int bank) {

  /** The nearest first. */
  static final Comparator<NearPair> ORDER =
      Comparator.comparingInt(NearPair::distance)
          .thenComparingInt(NearPair::query)
          .thenComparingInt(NearPair::bank)
          .thenComparingInt(NearPair::attack);

  boolean isOfSamePictures(NearPair other) {
    return query == other.query && bank == other.bank;
  }
}
