package org.hashmatch.eval.study;

import java.util.List;

/**
 * One picture of a study, hashed as it is and after each of its edits.
 *
 * @param source the picture
 * @param sha256 of its file
 * @param width of the whole picture, in pixels
 * @param height of the whole picture, in pixels
 * @param attacks which edits, by their places in the plan's list, ascending
 * @param byHasher for each hasher of the plan the hash of the picture itself, then those of its
 *     edits in their order
 * @param parameters what each edit came to, in order
 */
record PictureHashes(
    StudyPicture source,
    String sha256,
    int width,
    int height,
    List<Integer> attacks,
    List<List<StudiedHash>> byHasher,
    List<RealisedParameter> parameters) {

  PictureHashes {
    attacks = List.copyOf(attacks);
    byHasher = byHasher.stream().map(List::copyOf).toList();
    parameters = List.copyOf(parameters);
    for (List<StudiedHash> hashes : byHasher) {
      if (hashes.size() != attacks.size() + 1) {
        throw new IllegalArgumentException(
            "a picture with "
                + attacks.size()
                + " edits has one hash more (got "
                + hashes.size()
                + ")");
      }
    }
  }

  String id() {
    return source.id();
  }

  /** The hash a bank would hold. */
  StudiedHash original(int hasher) {
    return byHasher.get(hasher).get(0);
  }

  /** The hash of its n-th edit. */
  StudiedHash edited(int hasher, int place) {
    return byHasher.get(hasher).get(place + 1);
  }
}
