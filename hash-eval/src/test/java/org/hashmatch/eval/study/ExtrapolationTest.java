package org.hashmatch.eval.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.IntStream;
import org.apache.commons.math3.distribution.BinomialDistribution;
import org.junit.jupiter.api.Test;

final class ExtrapolationTest {

  private static final int BITS = 256;

  /** As many non-mates of each distance as are expected of so many. */
  private static DistanceShares nonMates(int levels) {
    BinomialDistribution distribution = new BinomialDistribution(null, BITS, 0.5);
    return new DistanceShares(
        IntStream.range(0, levels)
            .mapToLong(level -> Math.round(40_000_000 * distribution.probability(level)))
            .toArray());
  }

  /** As many mates of each distance, 10. */
  private static DistanceShares mates(int levels) {
    return new DistanceShares(IntStream.range(0, levels).mapToLong(level -> 10).toArray());
  }

  private static Extrapolation ofScores(double factor) {
    double[] scores =
        IntStream.rangeClosed(0, BITS).mapToDouble(d -> factor * (BITS - d)).toArray();
    Scale scale = new Scale.Scores(scores);
    return Extrapolation.of(scale, mates(scale.levels()), nonMates(scale.levels())).orElseThrow();
  }

  @Test
  void radii_ofHashes_areDistances() {
    Scale scale = new Scale.Bits(BITS);
    Extrapolation tail =
        Extrapolation.of(scale, mates(scale.levels()), nonMates(scale.levels())).orElseThrow();

    assertThat(tail.rates()).containsExactly(1e-6, 1e-8, 1e-10, 1e-12);
    BinomialDistribution truth = new BinomialDistribution(null, BITS, 0.5);
    assertThat(truth.cumulativeProbability(89)).isLessThan(1e-6);
    assertThat(truth.cumulativeProbability(90)).isGreaterThan(1e-6);
    assertThat(tail.radius(1e-6)).isEqualTo("89");
    assertThat(tail.recall(1e-6)).isCloseTo(90 / 257.0, within(1e-12));
    assertThat(tail.fittedTo()).isEqualTo("97");
  }

  @Test
  void radii_ofWholeScores_areTheSameFromTheOtherEnd() {
    Scale scale = new Scale.Bits(BITS);
    Extrapolation hashes =
        Extrapolation.of(scale, mates(scale.levels()), nonMates(scale.levels())).orElseThrow();
    Extrapolation scores = ofScores(1);
    for (double rate : hashes.rates()) {
      int radius = Integer.parseInt(hashes.radius(rate));
      assertThat(scores.radius(rate)).isEqualTo(Integer.toString(BITS - radius));
      assertThat(scores.recall(rate)).isCloseTo((radius + 1) / 258.0, within(1e-12));
    }
  }

  /** Where scores have steps that are not whole numbers, the fit does not know of the steps. */
  @Test
  void radii_ofScoresThatAreNotWhole_areAtLeastAsStrict() {
    Extrapolation whole = ofScores(1);
    Extrapolation real = ofScores(0.3);
    for (double rate : whole.rates()) {
      double strict = Double.parseDouble(whole.radius(rate));
      assertThat(Double.parseDouble(real.radius(rate)) / 0.3).isBetween(strict, 1.05 * strict);
      assertThat(real.recall(rate)).isLessThanOrEqualTo(whole.recall(rate)).isPositive();
    }
  }

  @Test
  void tooFewNonMates_giveNoTail() {
    DistanceShares few = new DistanceShares(new long[] {1, 2, 3, 1000});
    assertThat(Extrapolation.of(new Scale.Bits(3), few, few)).isEmpty();
  }
}
