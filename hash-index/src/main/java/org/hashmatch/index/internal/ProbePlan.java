package org.hashmatch.index.internal;

import java.util.Arrays;

/**
 * How one search spends its radius: for each substring, how far from the query its buckets are
 * probed, chosen so that no neighbour can be missed and little is read. {@link RingSearch} says
 * what the thresholds must fulfil.
 *
 * <p>Costs are in units of one row of a linear scan. Made once and used for many searches; belongs
 * to one thread.
 */
final class ProbePlan {

  // Thresholds beyond what an even deal gives to one substring.
  private static final int HIGHER = 2;
  // Leaving a substring out, and thresholds of 0 to all of its bits.
  private static final int MOST_OPTIONS = Substring.BITS + 2;
  private static final double NEVER = Double.POSITIVE_INFINITY;

  private final int[] thresholds;
  private final double[] costs = new double[MOST_OPTIONS];
  private double[] cheapest = {};
  private byte[] dealt = {};

  /** Makes room for plans over so many substrings. */
  ProbePlan(int substrings) {
    thresholds = new int[substrings];
  }

  /** Largest distance of a bucket of this substring; -1 leaves it out. */
  int threshold(int substring) {
    return thresholds[substring];
  }

  /** Buckets that the plan reads. */
  long probes() {
    long probes = 0;
    for (int threshold : thresholds) {
      probes += BucketMasks.within(threshold);
    }
    return probes;
  }

  /** Deals as told: for tests. */
  void deal(int... told) {
    System.arraycopy(told, 0, thresholds, 0, thresholds.length);
  }

  /** Deals out steps evenly, the rest to the first substrings: the fewest probes of all plans. */
  void dealEvenly(int steps) {
    int each = steps / thresholds.length;
    int rest = steps % thresholds.length;
    for (int i = 0; i < thresholds.length; i++) {
      thresholds[i] = Math.min(i < rest ? each : each - 1, Substring.BITS);
    }
  }

  /**
   * Deals out steps so that probes and candidates together cost least: for hashes that crowd into
   * few buckets. Exactly the least, by dynamic programming, but for the costs of the highest
   * threshold, which are estimated.
   */
  void dealByCost(int steps, Query query, PostingTable[] tables) {
    int mostEach = (steps + thresholds.length - 1) / thresholds.length;
    int options = Math.min(mostEach + 1 + HIGHER, MOST_OPTIONS);
    makeRoom(steps);
    Arrays.fill(cheapest, 0, steps + 1, NEVER);
    cheapest[0] = 0;
    for (int i = 0; i < thresholds.length; i++) {
      price(options, query.substring(i), tables[i]);
      dealOne(i, steps, options);
    }
    trace(steps);
  }

  private void makeRoom(int steps) {
    if (cheapest.length <= steps) {
      cheapest = new double[steps + 1];
      dealt = new byte[thresholds.length * (steps + 1)];
    }
  }

  /** What each threshold of one substring costs; the first option is to leave it out. */
  private void price(int options, int value, PostingTable table) {
    costs[0] = 0;
    long candidates = 0;
    int last = options - 1;
    for (int option = 1; option < last; option++) {
      int before = BucketMasks.within(option - 2);
      int probes = BucketMasks.within(option - 1);
      candidates += table.count(value, before, probes);
      costs[option] = Costs.ofProbing(probes, (double) candidates);
    }
    // Counting the widest shell would take longer than counting all others. Its buckets are taken
    // to be as full as those.
    double growth = (double) BucketMasks.within(last - 1) / BucketMasks.within(last - 2);
    costs[last] = Costs.ofProbing(BucketMasks.within(last - 1), candidates * growth);
  }

  private void dealOne(int substring, int steps, int options) {
    for (int spent = steps; spent >= 0; spent--) {
      double least = NEVER;
      int best = 0;
      for (int option = 0; option < options && option <= spent; option++) {
        double cost = cheapest[spent - option] + costs[option];
        if (cost < least) {
          least = cost;
          best = option;
        }
      }
      cheapest[spent] = least;
      dealt[substring * (steps + 1) + spent] = (byte) best;
    }
  }

  private void trace(int steps) {
    int spent = steps;
    for (int i = thresholds.length - 1; i >= 0; i--) {
      int option = dealt[i * (steps + 1) + spent];
      thresholds[i] = option - 1;
      spent -= option;
    }
  }
}
