package org.hashmatch.eval;

import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.apache.commons.math3.distribution.BetaDistribution;

/**
 * A population of images whose recalls are known: a thousand quantiles of a beta distribution, all
 * equally frequent. Its mean is the truth that intervals must contain.
 */
final class ImagePopulation {

  private static final int KINDS = 1_000;

  private final double[] recalls;

  ImagePopulation(double alpha, double beta) {
    BetaDistribution distribution = new BetaDistribution(null, alpha, beta);
    this.recalls =
        IntStream.range(0, KINDS)
            .mapToDouble(i -> distribution.inverseCumulativeProbability((i + 0.5) / KINDS))
            .toArray();
  }

  double mean() {
    return IntStream.range(0, KINDS).mapToDouble(i -> recalls[i]).sum() / KINDS;
  }

  /** The true recalls of some images. */
  double[] draw(int images, SplittableRandom random) {
    return random.ints(images, 0, KINDS).mapToDouble(kind -> recalls[kind]).toArray();
  }

  /** What is seen of them by so many edits of each. */
  static List<ImageRecall> observe(double[] truths, int edits, SplittableRandom random) {
    return IntStream.range(0, truths.length)
        .mapToObj(i -> ImageRecall.of("image " + i, hits(truths[i], edits, random), edits))
        .toList();
  }

  private static int hits(double truth, int edits, SplittableRandom random) {
    int hits = 0;
    for (int i = 0; i < edits; i++) {
      hits += random.nextDouble() < truth ? 1 : 0;
    }
    return hits;
  }
}
