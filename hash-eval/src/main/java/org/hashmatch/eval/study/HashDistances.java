package org.hashmatch.eval.study;

/**
 * The distances of a hasher's hashes: each edited image from its own original, and every picture,
 * plain and edited, from every other picture's original.
 */
final class HashDistances implements NonMatePairs {

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
        NonMates.of(distances, pictures, distances.bits + 1),
        distances,
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

  /** Each original with each later one once, and each edit with each other picture's original. */
  @Override
  public void showTo(Visitor visitor) {
    for (int one = 0; one < pictures.size(); one++) {
      StudiedHash original = pictures.get(one).original(hasher);
      for (int other = one + 1; other < pictures.size(); other++) {
        int distance = original.distance(pictures.get(other).original(hasher));
        visitor.pair(one, -1, other, distance);
        showEdits(visitor, one, other);
        showEdits(visitor, other, one);
        visitor.endOf(one, other);
      }
    }
  }

  private void showEdits(Visitor visitor, int query, int bank) {
    PictureHashes from = pictures.get(query);
    StudiedHash original = pictures.get(bank).original(hasher);
    for (int place = 0; place < from.attacks().size(); place++) {
      int distance = from.edited(hasher, place).distance(original);
      visitor.pair(query, from.attacks().get(place), bank, distance);
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
