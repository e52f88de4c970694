package org.hashmatch.eval.study;

/**
 * All distances of a study by one hasher or matcher, in levels: for a hasher the Hamming distance
 * itself; for a matcher's scores, their rank from the best one.
 *
 * @param hasher the name in tables
 * @param scale what a level means
 * @param mates of each image and edit, the edited image's distance from its original
 * @param nonMates those of different pictures, counted
 * @param nonMatePairs the same, one by one
 * @param templates by edit and distance, how many pairs of images after that same edit
 */
@SuppressWarnings("ArrayRecordComponent") // never compared; not to be changed
record Distances(
    String hasher,
    Scale scale,
    int[][] mates,
    NonMates nonMates,
    NonMatePairs nonMatePairs,
    long[][] templates) {

  /** Levels go from 0 to one less. */
  int levels() {
    return scale.levels();
  }

  DistanceShares mateShares() {
    long[] counts = new long[levels()];
    for (int[] image : mates) {
      for (int distance : image) {
        counts[distance]++;
      }
    }
    return new DistanceShares(counts);
  }

  DistanceShares nonMateShares() {
    return new DistanceShares(nonMates.all());
  }
}
