package org.hashmatch.eval.study;

import java.util.List;

/** How often each distance occurred between different pictures, and the nearest of them. */
final class NonMates implements NonMatePairs.Visitor {

  private final StudiedPictures pictures;
  private final long[] all;
  private final long[][] withinHalf;
  private final NearPairs nearest = new NearPairs();

  private NonMates(StudiedPictures pictures, int levels) {
    this.pictures = pictures;
    this.all = new long[levels];
    this.withinHalf = new long[2][levels];
  }

  static NonMates of(NonMatePairs pairs, StudiedPictures pictures, int levels) {
    NonMates counted = new NonMates(pictures, levels);
    pairs.showTo(counted);
    return counted;
  }

  @Override
  public void pair(int query, int attack, int bank, int level) {
    boolean isSecond = pictures.isInSecondHalf(query);
    if (isSecond == pictures.isInSecondHalf(bank)) {
      withinHalf[isSecond ? 1 : 0][level]++;
    }
    all[level]++;
    nearest.add(level, query, attack, bank);
  }

  @Override
  public void endOf(int one, int other) {}

  /** By distance. */
  long[] all() {
    return all.clone();
  }

  /** By distance, where both pictures are of one half. */
  long[] within(boolean secondHalf) {
    return withinHalf[secondHalf ? 1 : 0].clone();
  }

  List<NearPair> nearest() {
    return nearest.list();
  }
}
