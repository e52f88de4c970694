package org.hashmatch.eval.study;

import java.util.List;

/**
 * What a matcher's scores say of the distances between every picture, plain and edited, and the
 * images' originals. Its queries are the pictures in order, each as it is and then its edits.
 */
final class MatcherDistances implements NonMatePairs {

  private final StudiedPictures pictures;
  private final MatcherScores scores;
  private final Scale.Scores scale;

  /** The number of each picture's first query, which is the picture as it is. */
  private final int[] firstQuery;

  private MatcherDistances(StudiedPictures pictures, MatcherScores scores) {
    this.pictures = pictures;
    this.scores = scores;
    this.scale = scores.scale();
    this.firstQuery = new int[pictures.size()];
    for (int picture = 1; picture < firstQuery.length; picture++) {
      firstQuery[picture] =
          firstQuery[picture - 1] + 1 + pictures.get(picture - 1).attacks().size();
    }
  }

  /**
   * Those of one matcher.
   *
   * @param attacks how many edits an image has
   */
  static Distances of(String name, StudiedPictures pictures, int attacks, MatcherScores scores) {
    MatcherDistances distances = new MatcherDistances(pictures, scores);
    int levels = distances.scale.levels();
    return new Distances(
        name,
        distances.scale,
        distances.mates(attacks),
        NonMates.of(distances, pictures, levels),
        distances,
        new long[attacks][levels]);
  }

  private int[][] mates(int attacks) {
    int[][] mates = new int[pictures.images()][attacks];
    for (int image = 0; image < mates.length; image++) {
      for (int attack = 0; attack < attacks; attack++) {
        mates[image][attack] = level(firstQuery[image] + 1 + attack, image);
      }
    }
    return mates;
  }

  private int level(int query, int bank) {
    return scale.level(scores.of(query, bank));
  }

  @Override
  public void showTo(Visitor visitor) {
    for (int image = 0; image < pictures.images(); image++) {
      for (int other = image + 1; other < pictures.size(); other++) {
        show(visitor, other, image);
        if (pictures.isImage(other)) {
          show(visitor, image, other);
        }
        visitor.endOf(image, other);
      }
    }
  }

  private void show(Visitor visitor, int picture, int bank) {
    List<Integer> attacks = pictures.get(picture).attacks();
    int query = firstQuery[picture];
    visitor.pair(picture, -1, bank, level(query, bank));
    for (int place = 0; place < attacks.size(); place++) {
      visitor.pair(picture, attacks.get(place), bank, level(query + 1 + place, bank));
    }
  }
}
