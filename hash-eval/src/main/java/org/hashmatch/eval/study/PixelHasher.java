package org.hashmatch.eval.study;

import java.util.List;
import org.hashmatch.eval.attack.Picture;
import org.hashmatch.hash.algorithm.ImageHasher;

/**
 * A hasher of the library, as it is deployed: with the picture's own hash only, or with those of
 * all eight dihedral renditions of the upload.
 */
public final class PixelHasher implements StudiedHasher {

  private final String name;
  private final ImageHasher hasher;
  private final boolean isDihedral;

  private PixelHasher(String name, ImageHasher hasher, boolean isDihedral) {
    this.name = name;
    this.hasher = hasher;
    this.isDihedral = isDihedral;
  }

  /**
   * Studies the picture's own hash only.
   *
   * @param hasher the hasher
   * @return named as the algorithm's name and bits, for example {@code phash256}; PDQ is {@code
   *     pdq}
   */
  public static PixelHasher plain(ImageHasher hasher) {
    return new PixelHasher(shortName(hasher), hasher, false);
  }

  /**
   * Studies the nearest of the eight hashes by which an upload is looked up.
   *
   * @param hasher the hasher
   * @return named as {@link #plain}, with {@code :dihedral} behind it
   */
  public static PixelHasher dihedral(ImageHasher hasher) {
    return new PixelHasher(shortName(hasher) + ":dihedral", hasher, true);
  }

  private static String shortName(ImageHasher hasher) {
    String name = hasher.algorithm().name();
    return name.startsWith("pdq") ? name : name + hasher.algorithm().bits();
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public List<StudiedHash> hash(List<Picture> pictures) {
    return pictures.stream().map(this::hash).toList();
  }

  /** The algorithm with its version is part of what a study is. */
  @Override
  public String toString() {
    return name + " by " + hasher.algorithm().id();
  }

  private StudiedHash hash(Picture picture) {
    return isDihedral
        ? StudiedHash.of(hasher.hashToMatch(picture.pixels()).untrusted().byDihedral())
        : StudiedHash.of(List.of(hasher.hash(picture.pixels()).untrusted().original()));
  }
}
