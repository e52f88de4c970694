package org.hashmatch.eval.study;

/**
 * The distances of a hasher's hashes: each edited image from its own original, and every picture,
 * plain and edited, from every other picture's original.
 */
final class HashDistances {

  private final StudiedPictures pictures;
  private final int images;
  private final int attacks;
  private final int hasher;
  private final int bits;

  private HashDistances(StudiedPictures pictures, int attacks, int hasher) {
    this.pictures = pictures;
    this.images = pictures.images();
    this.attacks = attacks;
    this.hasher = hasher;
    this.bits = pictures.get(0).original(hasher).bits();
  }

  /**
   * Those of one hasher.
   *
   * @param attacks how many edits an image has
   * @param hasher the hasher's place in the plan
   */
  static Distances of(StudiedPictures pictures, int attacks, int hasher, String name) {
    HashDistances distances = new HashDistances(pictures, attacks, hasher);
    return new Distances(
        name,
        new Scale.Bits(distances.bits),
        distances.mates(),
        distances.nonMates(),
        distances.templates());
  }

  /** Of each image, by the edit's place. */
  private int[][] mates() {
    int[][] mates = new int[images][attacks];
    for (int i = 0; i < images; i++) {
      for (int attack = 0; attack < attacks; attack++) {
        mates[i][attack] =
            pictures.get(i).edited(hasher, attack).distance(pictures.get(i).original(hasher));
      }
    }
    return mates;
  }

  /**
   * Counts all pairs of different pictures: each original with each later one once, and each edit
   * with each other picture's original.
   */
  private NonMates nonMates() {
    NonMates.Builder counts = new NonMates.Builder(pictures.size(), bits + 1);
    for (int query = 0; query < pictures.size(); query++) {
      PictureHashes from = pictures.get(query);
      for (int bank = 0; bank < pictures.size(); bank++) {
        if (bank != query) {
          count(counts, query, from, bank);
        }
      }
    }
    return counts.build();
  }

  private void count(NonMates.Builder counts, int query, PictureHashes from, int bank) {
    StudiedHash original = pictures.get(bank).original(hasher);
    int half = pictures.isInSecondHalf(bank) ? 1 : 0;
    if (bank > query) {
      counts.add(query, half, from.original(hasher).distance(original), -1, bank);
    }
    for (int place = 0; place < from.attacks().size(); place++) {
      int distance = from.edited(hasher, place).distance(original);
      counts.add(query, half, distance, from.attacks().get(place), bank);
    }
  }

  /**
   * Different images after the same edit, one of them in the bank: what is alike in them is the
   * edit's own, as a screenshot's frame.
   */
  private long[][] templates() {
    long[][] counts = new long[attacks][bits + 1];
    for (int attack = 0; attack < attacks; attack++) {
      for (int i = 0; i < images; i++) {
        for (int j = i + 1; j < images; j++) {
          StudiedHash bank = pictures.get(j).edited(hasher, attack);
          counts[attack][pictures.get(i).edited(hasher, attack).distance(bank)]++;
        }
      }
    }
    return counts;
  }
}
