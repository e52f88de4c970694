package org.hashmatch.eval.study;

import java.util.ArrayList;
import java.util.List;
import org.hashmatch.eval.ConfidenceInterval;
import org.hashmatch.eval.FalseAlarms;
import org.hashmatch.eval.PairRate;

/**
 * How many pairs of different pictures lie within a radius, and what that means for a bank.
 *
 * @param rate how many of how many
 * @param exact where the rate lies, if pairs were independent of each other
 * @param alarms by where the rate lies, as pairs that share a picture are not
 */
record FalsePositives(PairRate rate, ConfidenceInterval exact, FalseAlarms alarms) {

  private static final double CONFIDENCE = 0.95;

  /** At each of some radii. */
  static List<FalsePositives> of(
      NonMatePairs pairs,
      StudiedPictures pictures,
      List<OperatingPoint> points,
      StudyPlan.Figures figures) {
    Counter counter = new Counter(pictures, points);
    pairs.showTo(counter);
    List<FalsePositives> counted = new ArrayList<>();
    for (PairRate.Builder rate : counter.rates) {
      counted.add(of(rate.build(), figures));
    }
    return counted;
  }

  private static FalsePositives of(PairRate rate, StudyPlan.Figures figures) {
    return new FalsePositives(
        rate,
        ConfidenceInterval.clopperPearson(rate.hits(), rate.pairs(), CONFIDENCE),
        new FalseAlarms(
            rate.value(), rate.interval(CONFIDENCE), figures.bankSize(), figures.uploadsADay()));
  }

  /** Counts the pairs of two pictures, at all radii, then those of the next two. */
  private static final class Counter implements NonMatePairs.Visitor {

    private final StudiedPictures pictures;
    private final List<OperatingPoint> points;
    private final List<PairRate.Builder> rates = new ArrayList<>();
    private final long[] hits;
    private final long[] pairs;

    Counter(StudiedPictures pictures, List<OperatingPoint> points) {
      this.pictures = pictures;
      this.points = points;
      this.hits = new long[points.size()];
      this.pairs = new long[points.size()];
      for (int i = 0; i < hits.length; i++) {
        rates.add(PairRate.builder(pictures.size()));
      }
    }

    @Override
    public void pair(int query, int attack, int bank, int level) {
      boolean isSecond = pictures.isInSecondHalf(query);
      boolean isBankSecond = pictures.isInSecondHalf(bank);
      for (int i = 0; i < hits.length; i++) {
        OperatingPoint point = points.get(i);
        if (point.judges(isSecond, isBankSecond)) {
          pairs[i]++;
          hits[i] += level <= point.radius(isSecond) ? 1 : 0;
        }
      }
    }

    @Override
    public void endOf(int one, int other) {
      for (int i = 0; i < hits.length; i++) {
        rates.get(i).add(one, other, hits[i], pairs[i]);
        hits[i] = 0;
        pairs[i] = 0;
      }
    }
  }
}
