package org.hashmatch.eval.study;

import java.util.ArrayList;
import java.util.List;
import org.hashmatch.eval.Halves;

/** The pictures of a study, hashed: images first, then distractors; and each one's half. */
final class StudiedPictures {

  private final List<PictureHashes> all;
  private final int images;
  private final boolean[] isInSecondHalf;

  StudiedPictures(List<PictureHashes> images, List<PictureHashes> distractors, long seed) {
    this.all = new ArrayList<>(images);
    this.all.addAll(distractors);
    this.images = images.size();
    this.isInSecondHalf = new boolean[all.size()];
    Halves halves = new Halves(seed);
    for (int i = 0; i < all.size(); i++) {
      isInSecondHalf[i] = halves.of(all.get(i).id()) == Halves.Half.SECOND;
    }
  }

  int size() {
    return all.size();
  }

  int images() {
    return images;
  }

  StudyPicture source(int place) {
    return all.get(place).source();
  }

  PictureHashes get(int place) {
    return all.get(place);
  }

  boolean isImage(int place) {
    return place < images;
  }

  boolean isInSecondHalf(int place) {
    return isInSecondHalf[place];
  }

  List<String> imageIds() {
    return all.subList(0, images).stream().map(PictureHashes::id).toList();
  }
}
