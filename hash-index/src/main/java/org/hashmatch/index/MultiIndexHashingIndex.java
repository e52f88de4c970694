package org.hashmatch.index;

import org.hashmatch.hash.HashAlgorithm;
import org.hashmatch.hash.ImageHash;
import org.hashmatch.index.internal.BitPermutation;
import org.hashmatch.index.internal.HashRows;
import org.hashmatch.index.internal.PostingLists;
import org.hashmatch.index.internal.ProbePlan;
import org.hashmatch.index.internal.Search;

/**
 * An index that looks only at hashes which agree with the query almost, or quite, in some 16 of
 * their bits: multi-index hashing. The right choice from some thousands of hashes on.
 *
 * <p>Exact like every {@link HashIndex}, for every radius and any data. Where probing would not pay
 * (few hashes, a large radius, hashes that are all alike) a search is the linear scan instead, and
 * no slower than about twice {@link LinearScanIndex}.
 *
 * <p>Cost of a search for radius 31 of 256 bits, hashes evenly spread: about 0.4 % of them are
 * verified, which takes a fifth to an eighth of the time of a scan of 100,000 to 1,000,000. A
 * 256-bit hash takes about 170 bytes in an index of a million and 460 in one of 100,000; the empty
 * index takes 4 MB, and other widths in proportion. Removed hashes are kept until they outnumber
 * the others, then dropped together.
 *
 * <p>Threads: searches run side by side; an add or a removal waits for the running searches and
 * holds up new ones. An add takes about 3 microseconds. Dropping removed hashes builds the index
 * anew, about 1.5 seconds for each million that remain.
 */
public final class MultiIndexHashingIndex extends LockedIndex {

  /*
   * How it works, why nothing is missed, and when it scans
   *
   * Substrings. A hash is cut into m substrings of 16 bits (m = 16 for 256 bits). For each position
   * there are 65,536 buckets, one for each value the substring can have, and a row is listed in m
   * buckets, one per position [1]. To search is to probe, at each position, the buckets whose value
   * is close to the query's, and to verify what is listed there on the whole hash.
   *
   * Pigeonhole. How close? Give position i a threshold t_i, -1 or more, such that
   *
   *     (t_1 + 1) + ... + (t_m + 1) >= r + 1,
   *
   * and probe every value within t_i bits of the query's; at -1 probe none. Suppose a hash within
   * radius r were in no probed bucket. Then its distance in substring i is at least t_i + 1, for
   * every i, and its whole distance, the sum over the substrings, at least r + 1: it is not within
   * r. So every neighbour is a candidate, wherever the thresholds are high or low [2]. For r = 31
   * and m = 16 they can all be 1, which is 17 probes at each position; for r = 0 one substring is
   * probed at 0 and the others not at all.
   *
   * Each once. A neighbour is found in every substring that is within its threshold. It counts in
   * the first of these only, which its own bits tell, so no set of rows seen is needed.
   *
   * Thresholds. A search deals out r + 1 steps, each of which raises one t_i by one and so adds one
   * shell of buckets: 1, 16, 120, 560, ... of them. Each step goes to the substring whose next
   * shell is cheapest, the shell's rows being counted before they are read. Where many hashes share
   * a substring its buckets are heavy; the steps then go to other substrings.
   *
   * Cost rule. The unit is one row of the linear scan. A probe costs 8 and a candidate 24, for they
   * are cache misses; the probes made to count shells are charged as well. The search scans at once
   * if the steps, dealt out evenly over evenly filled buckets, would cost as much as the scan; and
   * it stops planning and scans as soon as the plan has come to cost that much. So a bank made to
   * fill the probed buckets costs at most about one scan for nothing, plus the scan.
   *
   * Shuffled bits. The bits of a PDQ hash say which of a picture's spatial frequencies are above
   * the median; neighbours among them go together, so plain substrings would crowd into few
   * buckets. Hashes and queries are shuffled by one fixed permutation, which leaves every distance
   * as it was.
   *
   * Order. Rows are numbered in the order of insertion and never renumbered out of it, so sorting
   * by distance and row gives the promised order.
   *
   * Left for later: immutable segments read without a lock, a second look at the neighbouring
   * substring before a candidate is verified [3], equal hashes kept once, and the k nearest.
   *
   * [1] M. Norouzi, A. Punjani, D. J. Fleet: Fast search in Hamming space with multi-index hashing.
   *     CVPR 2012.
   * [2] J. Qin and others: GPH: similarity search in Hamming space. ICDE 2018.
   * [3] J. Qin, C. Xiao: Pigeonring: a principle for faster thresholded similarity search.
   *     PVLDB 12(1), 2018.
   */

  private final BitPermutation permutation;
  private PostingLists lists;

  /**
   * Makes an empty index.
   *
   * @param algorithm what makes the hashes
   */
  public MultiIndexHashingIndex(HashAlgorithm algorithm) {
    super(algorithm);
    permutation = new BitPermutation(algorithm.bits());
    lists = new PostingLists(algorithm.words());
  }

  @Override
  long[] wordsOf(ImageHash hash) {
    return permutation.apply(super.wordsOf(hash));
  }

  @Override
  void enter(HashRows rows, int row) {
    lists.add(rows, row);
  }

  @Override
  void enterAll(HashRows rows) {
    PostingLists fresh = new PostingLists(algorithm().words());
    for (int row = 0; row < rows.rows(); row++) {
      fresh.add(rows, row);
    }
    lists = fresh;
  }

  @Override
  void find(Search search) {
    ProbePlan plan = ProbePlan.of(lists, rows().rows(), search);
    if (plan.beatsScan()) {
      lists.probe(rows(), plan.thresholds(), search);
    } else {
      rows().scan(search);
    }
  }
}
