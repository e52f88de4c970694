package org.hashmatch.eval.study;

import java.util.List;

/**
 * What a study found of one hasher.
 *
 * @param distances all that was measured
 * @param summary figures that need no radius
 * @param points figures at each radius
 */
record HasherResult(Distances distances, HasherSummary summary, List<PointResult> points) {

  String name() {
    return distances.hasher();
  }

  DistanceShares mateShares() {
    return distances.mateShares();
  }

  DistanceShares nonMateShares() {
    return distances.nonMateShares();
  }
}
