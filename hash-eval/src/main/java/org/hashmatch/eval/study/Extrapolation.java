package org.hashmatch.eval.study;

import java.util.Arrays;
import java.util.Optional;
import org.hashmatch.eval.DistanceCounts;
import org.hashmatch.eval.TailFit;

/** Radii for false-positive rates that are too rare to be measured. */
final class Extrapolation {

  /** The share of non-mates that is fitted. */
  private static final double TAIL = 1e-4;

  private static final double[] RATES = {1e-6, 1e-8, 1e-10, 1e-12};

  private final Scale scale;
  private final DistanceShares mates;
  private final TailFit fit;

  private Extrapolation(Scale scale, DistanceShares mates, TailFit fit) {
    this.scale = scale;
    this.mates = mates;
    this.fit = fit;
  }

  /** Empty if there are too few non-mates. */
  static Optional<Extrapolation> of(Scale scale, DistanceShares mates, DistanceShares nonMates) {
    DistanceCounts.Builder counts = DistanceCounts.builder();
    for (int level = 0; level < scale.levels(); level++) {
      counts.add(scale.distance(level), nonMates.count(level));
    }
    Optional<TailFit> fit =
        scale.isWhole()
            ? TailFit.ofIntegers(counts.build(), TAIL)
            : TailFit.ofReals(counts.build(), TAIL);
    return fit.map(found -> new Extrapolation(scale, mates, found));
  }

  TailFit fit() {
    return fit;
  }

  /** Those that are rarer than the tail. */
  double[] rates() {
    return Arrays.stream(RATES).filter(rate -> rate <= fit.tailShare()).toArray();
  }

  String radius(double rate) {
    return scale.textOf(fit.radius(rate));
  }

  double recall(double rate) {
    int level = scale.levelWithin(fit.radius(rate));
    return level < 0 ? 0 : mates.within(level);
  }

  String fittedFrom() {
    return scale.textOf(fit.lowest());
  }

  String fittedTo() {
    return scale.textOf(fit.threshold());
  }
}
