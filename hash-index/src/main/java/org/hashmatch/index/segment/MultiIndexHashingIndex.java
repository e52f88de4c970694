package org.hashmatch.index.segment;

import org.hashmatch.hash.HashAlgorithm;
import org.hashmatch.index.HashIndex;

/**
 * An index that looks only at hashes which agree with the query almost, or quite, in some 16 of
 * their bits, and nearly in the 16 next to them: multi-index hashing with a ring filter.
 *
 * <p>Exact like every {@link HashIndex}, for every radius and any data. Where probing would not pay
 * (few hashes, a large radius, hashes that are all alike) a search is a linear scan instead.
 *
 * <p>Cost of a search for radius 31 of 256 bits, hashes evenly spread: 272 buckets are read, 0.4 %
 * of the hashes passed over in them, and one in 90,000 compared whole: a seventieth of a scan's
 * time among a million, a 170th among ten million. It grows with the number of hashes, and about
 * tenfold for each 16 bits of radius; from radius 63 or so on it is a scan. A hash takes 120 to 125
 * bytes in a large index (164 among 100,000, each segment of 4,096 or more having 4 MB of its own),
 * 4 more if ids do not ascend. G1 gives large arrays whole regions, so in its heap a million was
 * seen to take 129 to 147 bytes each, by the size of the regions. Building takes less than a second
 * for each million.
 *
 * <p>Live: hashes are kept in immutable segments, the latest in a buffer that is compared one by
 * one. Threads that search take no lock and wait for nobody; those that add and remove take turns.
 * Segments are made and merged in the background, by daemon threads that end when they have nothing
 * to do. An add or a removal takes microseconds; a search of one that changes, some microseconds
 * more for each of its segments, of which there are about five at ten million.
 *
 * <p>{@code docs/search.md} explains how it works. Sources: M. Norouzi and others, CVPR 2012; J.
 * Qin and C. Xiao, PVLDB 12(1), 2018.
 */
public final class MultiIndexHashingIndex extends SegmentedIndex {

  /**
   * Makes an empty index.
   *
   * @param algorithm what makes the hashes
   */
  public MultiIndexHashingIndex(HashAlgorithm algorithm) {
    this(algorithm, Tuning.INDEXED);
  }

  MultiIndexHashingIndex(HashAlgorithm algorithm, Tuning tuning) {
    super(algorithm, new LiveSet(algorithm.words(), tuning));
  }

  MultiIndexHashingIndex(HashAlgorithm algorithm, Tuning tuning, Segment segment) {
    super(algorithm, new LiveSet(algorithm.words(), tuning, segment));
  }
}
