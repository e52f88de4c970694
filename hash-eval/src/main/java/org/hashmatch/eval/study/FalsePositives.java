package org.hashmatch.eval.study;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hashmatch.eval.ConfidenceInterval;
import org.hashmatch.eval.FalseAlarms;
import org.hashmatch.eval.ImageBootstrap;
import org.hashmatch.eval.ImageRecall;

/**
 * How many pairs of different pictures lie within a radius, and what that means for a bank.
 *
 * @param hits how many lie within it
 * @param pairs how many there are
 * @param alarms by the exact interval of their share, as if pairs were independent of each other
 * @param bootstrap interval by drawing uploads anew: that one picture alarms many times counts;
 *     empty if fewer than two uploads do
 */
record FalsePositives(
    long hits, long pairs, FalseAlarms alarms, Optional<ConfidenceInterval> bootstrap) {

  private static final double CONFIDENCE = 0.95;

  /**
   * Of all pictures that are looked for.
   *
   * @param hits of each
   * @param pairs of each
   */
  static FalsePositives of(
      long[] hits, long[] pairs, StudyPlan.Figures figures, ImageBootstrap bootstrap) {
    long allHits = sum(hits);
    long allPairs = sum(pairs);
    FalseAlarms alarms =
        new FalseAlarms(
            allPairs == 0 ? 0 : (double) allHits / allPairs,
            exact(allHits, allPairs),
            figures.bankSize(),
            figures.uploadsADay());
    return new FalsePositives(allHits, allPairs, alarms, byUpload(hits, pairs, bootstrap));
  }

  private static long sum(long[] numbers) {
    long sum = 0;
    for (long number : numbers) {
      sum += number;
    }
    return sum;
  }

  private static ConfidenceInterval exact(long hits, long pairs) {
    return pairs == 0
        ? new ConfidenceInterval(0, 1)
        : ConfidenceInterval.clopperPearson(hits, pairs, CONFIDENCE);
  }

  /**
   * Uploads have pairs in unequal numbers; the pooled rate is the mean of their hits over the mean
   * of their pairs, of which the latter is taken for known.
   */
  private static Optional<ConfidenceInterval> byUpload(
      long[] hits, long[] pairs, ImageBootstrap bootstrap) {
    long most = 0;
    int alarming = 0;
    for (int upload = 0; upload < hits.length; upload++) {
      most = Math.max(most, pairs[upload]);
      alarming += hits[upload] > 0 ? 1 : 0;
    }
    if (alarming < 2) {
      return Optional.empty();
    }
    List<ImageRecall> shares = new ArrayList<>();
    for (int upload = 0; upload < hits.length; upload++) {
      shares.add(new ImageRecall(Integer.toString(upload), (double) hits[upload] / most));
    }
    ConfidenceInterval interval = bootstrap.interval(shares, CONFIDENCE);
    double factor = (double) most * hits.length / sum(pairs);
    return Optional.of(
        new ConfidenceInterval(
            Math.min(1, interval.lower() * factor), Math.min(1, interval.upper() * factor)));
  }
}
