package org.hashmatch.index.internal;

import java.util.Arrays;

/**
 * Searches the rows of a segment: by multi-index hashing with a ring filter, or one by one. Keeps
 * its scratch from search to search and allocates nothing once that has grown to size. Belongs to
 * one thread.
 */
public final class RingSearch {

  /*
   * How it works, and why nothing is missed
   *
   * Substrings. A hash is cut into m substrings of 16 bits (m = 16 for 256 bits), numbered around a
   * ring. For each position there are 65,536 buckets, one for each value that the substring can
   * have, and a row is listed in m buckets, one per position [1]. To search is to probe, at each
   * position, the buckets whose value is close to the query's.
   *
   * Pigeonhole. How close? Give position i a threshold t(i), -1 or more, such that
   *
   *     (t(1) + 1) + ... + (t(m) + 1) >= r + 1,
   *
   * and probe every value within t(i) bits of the query's; at -1 probe none. Let d(i) be the
   * distance of a hash in substring i. Were d(i) > t(i) for every i, the whole distance, which is
   * the sum of the d(i), would be r + 1 at least. So every neighbour is in some probed bucket,
   * wherever the thresholds are high or low [2]. For r = 31 and m = 16 they can all be 1, which is
   * 17 probes at each position.
   *
   * Ring. More is true [3]. Let x(i) = d(i) - (t(i) + 1). For a neighbour the x(i) sum to -1 or
   * less. Walk around the ring, adding them up, and begin right after the place where the sum from
   * a fixed start was highest for the last time: from there on every partial sum is negative. Its
   * first is x(i) <= -1, which is the pigeonhole; its first two are
   *
   *     d(i) + d(i + 1) <= t(i) + t(i + 1) + 1.
   *
   * So it suffices to look, in the buckets of position i at distance d(i), for hashes whose next
   * substring is within t(i) + t(i + 1) + 1 - d(i). That substring lies beside the row number in the
   * posting (its sketch), so it is compared without going to the hash. At r = 31 about 1 random
   * posting in 380 survives, and the rest of the search is in proportion.
   *
   * Each once. A neighbour may survive at several positions. It counts at the first of them only,
   * which its own bits tell, so no set of rows seen is needed.
   *
   * Memory. Nearly every bucket and every survivor is a cache miss. They are taken in passes, all
   * buckets first, then all survivors' rows, then their hashes, so that the misses of a pass overlap
   * [4].
   *
   * Cost. Evenly dealt thresholds have the fewest probes. Where they lead to far more postings than
   * an even spread of the hashes would (a bank in which many share a substring, by nature or by
   * malice), the thresholds are dealt by what the buckets really hold (ProbePlan). Where probing
   * still would not pay, before a single survivor is verified the search answers "scan instead";
   * what was spent until then is bounded by Costs.
   *
   * [1] M. Norouzi, A. Punjani, D. J. Fleet: Fast search in Hamming space with multi-index hashing.
   *     CVPR 2012.
   * [2] J. Qin and others: GPH: similarity search in Hamming space. ICDE 2018.
   * [3] J. Qin, C. Xiao: Pigeonring: a principle for faster thresholded similarity search.
   *     PVLDB 12(1), 2018.
   * [4] Measured on JDK 17: a million hashes and no first pass, about twice the time; touching only
   *     where buckets begin, not where they end, a quarter more.
   */

  private static final int FIRST_ROOM = 1024;
  // Below so many postings there is nothing to gain from dealing again.
  private static final int FEW_CANDIDATES = 2_000;

  private final Query query;
  private final Work work;
  private final ProbePlan plan;
  // Begin and end of each probed bucket, all buckets of the first position first.
  private int[] begins = new int[FIRST_ROOM];
  private int[] ends = new int[FIRST_ROOM];
  // Postings that survived, later the rows of them; and where those of each position end.
  private int[] survivors = new int[FIRST_ROOM];
  private final int[] survivorEnds;

  /**
   * Prepares for searches.
   *
   * @param query what they look for, set anew before each
   * @param work counts what they do
   */
  public RingSearch(Query query, Work work) {
    this(query, work, new ProbePlan(query.substrings()));
  }

  RingSearch(Query query, Work work, ProbePlan plan) {
    this.query = query;
    this.work = work;
    this.plan = plan;
    this.survivorEnds = new int[query.substrings()];
  }

  /**
   * Finds the rows within the radius, in no particular order, each once; unless comparing all rows
   * is cheaper.
   *
   * @param tables one for each substring, in their order
   * @param rows the hashes
   * @param count how many there are
   * @param sink takes what is found
   * @return false if the caller should compare all rows: then nothing was found yet
   */
  public boolean run(PostingTable[] tables, Rows rows, int count, RowSink sink) {
    if (!locate(tables, count) || !filter(tables, Costs.mostSurvivors(count))) {
      return false;
    }
    verify(tables, rows, sink);
    return true;
  }

  /** As {@link #run}, by the plan as it was dealt and whatever it costs: for tests. */
  void runAsDealt(PostingTable[] tables, Rows rows, RowSink sink) {
    locate(tables);
    filter(tables, Integer.MAX_VALUE);
    verify(tables, rows, sink);
  }

  /**
   * Compares all rows, in their order.
   *
   * @param rows the hashes
   * @param count how many there are
   * @param sink takes those within the radius
   */
  public void scan(Rows rows, int count, RowSink sink) {
    int row = rows.nextWithin(query.radius(), query.words(), 0, count);
    while (row < count && sink.found(row, rows.distance(row, query.words()))) {
      row = rows.nextWithin(query.radius(), query.words(), row + 1, count);
    }
    work.verified(Math.min(row + 1, count));
  }

  private boolean locate(PostingTable[] tables, int count) {
    int steps = query.radius() + 1;
    plan.dealEvenly(steps);
    long probes = plan.probes();
    double expected = (double) probes * count / Substring.BUCKETS;
    if (!Costs.probingPays(probes, expected, count)) {
      return false;
    }
    long candidates = locate(tables);
    if ((double) candidates > 2 * expected + FEW_CANDIDATES) {
      plan.dealByCost(steps, query, tables);
      candidates = locate(tables);
    }
    work.probed(plan.probes(), candidates);
    return Costs.probingPays(plan.probes(), (double) candidates, count);
  }

  private long locate(PostingTable[] tables) {
    int probes = (int) plan.probes();
    if (begins.length < probes) {
      begins = new int[probes];
      ends = new int[probes];
    }
    long candidates = 0;
    int at = 0;
    for (int i = 0; i < tables.length; i++) {
      int within = BucketMasks.within(plan.threshold(i));
      candidates += tables[i].locate(query.substring(i), within, begins, ends, at);
      at += within;
    }
    return candidates;
  }

  private boolean filter(PostingTable[] tables, int mostSurvivors) {
    int found = 0;
    int probe = 0;
    for (int i = 0; i < tables.length; i++) {
      int allowance = allowance(i);
      for (int distance = 0; distance <= plan.threshold(i); distance++) {
        int end = probe + BucketMasks.within(distance) - BucketMasks.within(distance - 1);
        for (; probe < end && found <= mostSurvivors; probe++) {
          found =
              survivors(
                  tables[i], probe, query.next(i), allowance - distance, found, mostSurvivors);
        }
        probe = end;
      }
      survivorEnds[i] = found;
    }
    return found <= mostSurvivors;
  }

  /** How far a hash may be from the query in a substring and the next one together. */
  private int allowance(int substring) {
    int next = Substring.next(substring, query.substrings());
    return plan.threshold(substring) + plan.threshold(next) + 1;
  }

  private int survivors(
      PostingTable table, int probe, int next, int allowance, int found, int mostSurvivors) {
    int more = table.survivors(begins[probe], ends[probe], next, allowance, survivors, found);
    while (more == survivors.length && more <= mostSurvivors) {
      survivors = Arrays.copyOf(survivors, 2 * survivors.length);
      more = table.survivors(begins[probe], ends[probe], next, allowance, survivors, found);
    }
    return more;
  }

  private void verify(PostingTable[] tables, Rows rows, RowSink sink) {
    int from = 0;
    for (int i = 0; i < tables.length; i++) {
      for (; from < survivorEnds[i]; from++) {
        survivors[from] = tables[i].row(survivors[from]);
      }
    }
    from = 0;
    for (int i = 0; i < tables.length; i++) {
      int end = survivorEnds[i];
      work.verified(end - from);
      for (; from < end; from++) {
        int distance = rows.distance(survivors[from], query.words());
        if (distance <= query.radius()
            && isFirst(rows, survivors[from], i)
            && !sink.found(survivors[from], distance)) {
          return;
        }
      }
    }
  }

  /** Whether a row that survived at a position did not survive at an earlier one. */
  private boolean isFirst(Rows rows, int row, int substring) {
    int distance = distance(rows, row, 0);
    for (int i = 0; i < substring; i++) {
      int next = distance(rows, row, i + 1);
      if (distance <= plan.threshold(i) && distance + next <= allowance(i)) {
        return false;
      }
      distance = next;
    }
    return true;
  }

  private int distance(Rows rows, int row, int substring) {
    return Integer.bitCount(rows.substring(row, substring) ^ query.substring(substring));
  }
}
