package org.hashmatch.eval.study;

import java.util.Optional;
import org.hashmatch.eval.Decidability;
import org.hashmatch.eval.DistanceCounts;
import org.hashmatch.eval.RocCurve;

/**
 * Figures of a hasher that need no radius.
 *
 * @param mates pairs of an image and its edit
 * @param nonMates pairs of different pictures
 * @param auc area under the ROC curve, 0..1
 * @param equalErrorRate 0..1
 * @param decidability d', 0 or more; NaN if no distance varies
 * @param mateMean mean distance of mates, in levels
 * @param nonMateMean mean distance of non-mates, in levels
 * @param nonMateDeviation its standard deviation, in levels
 * @param bits how well the bits are used, if they are known
 */
record HasherSummary(
    long mates,
    long nonMates,
    double auc,
    double equalErrorRate,
    double decidability,
    double mateMean,
    double nonMateMean,
    double nonMateDeviation,
    Optional<BitUse> bits) {

  static HasherSummary of(DistanceShares mates, DistanceShares nonMates, Optional<BitUse> bits) {
    DistanceCounts near = mates.toCounts();
    DistanceCounts far = nonMates.toCounts();
    RocCurve roc = RocCurve.of(near, far);
    return new HasherSummary(
        near.total(),
        far.total(),
        roc.auc(),
        roc.equalErrorRate(),
        Decidability.of(near, far).map(Decidability::value).orElse(Double.NaN),
        near.mean().orElse(Double.NaN),
        far.mean().orElse(Double.NaN),
        Math.sqrt(far.variance().orElse(Double.NaN)),
        bits);
  }
}
