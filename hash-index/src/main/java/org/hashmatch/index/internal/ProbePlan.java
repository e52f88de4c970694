package org.hashmatch.index.internal;

import java.util.Arrays;

/**
 * How one search spends its radius: for each substring, how far from the query its buckets are
 * probed, chosen so that little is read and no neighbour can be missed.
 *
 * <p>Costs are in units of one row of a linear scan.
 */
public final class ProbePlan {

  // Measured at 5,000 to 1,000,000 random 256-bit hashes, where the scan takes 1.2 ns for a row.
  // Reading a bucket's length, or beginning to read its rows: a cache miss.
  private static final int PROBE_COST = 8;
  // A row read out of order is a cache miss, where the scan reads ahead.
  private static final int CANDIDATE_COST = 24;

  private final PostingLists lists;
  private final int rows;
  private final Search search;
  private final int[] thresholds;
  // For each substring, what raising its threshold by one would cost: estimated, then counted.
  private final double[] nextCost;
  private final boolean[] counted;
  private double cost;

  private ProbePlan(PostingLists lists, int rows, Search search) {
    this.lists = lists;
    this.rows = rows;
    this.search = search;
    this.thresholds = new int[lists.substrings()];
    this.nextCost = new double[lists.substrings()];
    this.counted = new boolean[lists.substrings()];
    Arrays.fill(thresholds, -1);
    Arrays.fill(nextCost, estimate(0));
  }

  /**
   * Plans a search.
   *
   * @param lists where to probe
   * @param rows how many rows they lead to
   * @param search what to look for
   * @return the cheapest plan, complete unless it is dearer than a scan
   */
  public static ProbePlan of(PostingLists lists, int rows, Search search) {
    ProbePlan plan = new ProbePlan(lists, rows, search);
    int steps = search.radius() + 1;
    plan.cost = plan.estimateEven(steps);
    if (plan.beatsScan()) {
      plan.cost = 0;
      plan.spend(steps);
    }
    return plan;
  }

  /**
   * Whether the plan costs less than comparing every row.
   *
   * @return false if it should not be followed
   */
  public boolean beatsScan() {
    return cost < rows;
  }

  /**
   * How far to probe.
   *
   * @return largest distance for each substring; -1 leaves it out
   */
  public int[] thresholds() {
    return thresholds.clone();
  }

  /** What the steps would cost if they were dealt out evenly and all buckets were equally full. */
  private double estimateEven(int steps) {
    int substrings = lists.substrings();
    double sum = 0;
    for (int t = 0; t * substrings < steps; t++) {
      sum += Math.min(substrings, steps - t * substrings) * estimate(t);
    }
    return sum;
  }

  private void spend(int steps) {
    int left = steps;
    while (left > 0 && beatsScan()) {
      int substring = cheapest();
      if (counted[substring]) {
        raise(substring);
        left--;
      } else {
        count(substring);
      }
    }
  }

  private int cheapest() {
    int cheapest = 0;
    for (int i = 1; i < nextCost.length; i++) {
      if (nextCost[i] < nextCost[cheapest]) {
        cheapest = i;
      }
    }
    return cheapest;
  }

  private void count(int substring) {
    int next = thresholds[substring] + 1;
    int probeCost = shell(next) * PROBE_COST;
    long candidates = lists.countShell(search.query(), substring, next);
    nextCost[substring] = probeCost + (double) candidates * CANDIDATE_COST;
    counted[substring] = true;
    cost += probeCost;
  }

  private void raise(int substring) {
    cost += nextCost[substring];
    thresholds[substring]++;
    nextCost[substring] = estimate(thresholds[substring] + 1);
    counted[substring] = false;
  }

  /** What a shell costs to count and to probe if all buckets are equally full. */
  private double estimate(int distance) {
    double candidates = (double) rows / Substring.BUCKETS;
    return distance > Substring.BITS
        ? Double.POSITIVE_INFINITY
        : shell(distance) * (2 * PROBE_COST + candidates * CANDIDATE_COST);
  }

  private static int shell(int distance) {
    return BucketMasks.within(distance) - BucketMasks.within(distance - 1);
  }
}
