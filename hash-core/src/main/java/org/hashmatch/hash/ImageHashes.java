package org.hashmatch.hash;

import java.util.List;

/**
 * The hashes of one picture: one for each of the eight {@link Dihedral} renditions, and the
 * picture's quality.
 *
 * <p>A bank keeps the first; an upload is looked up by all eight, so that a turned or mirrored copy
 * is found. How near the seven others are to the hash of a file that was really turned is the
 * algorithm's affair, and its hasher says it.
 *
 * @param quality quality of the picture, the same for all eight
 * @param byDihedral eight hashes of one algorithm, in the order of {@link Dihedral#values()}
 */
public record ImageHashes(Quality quality, List<ImageHash> byDihedral) {

  /**
   * Checks and copies the parts.
   *
   * @param quality as above
   * @param byDihedral as above
   * @throws IllegalArgumentException if there are not eight hashes, or their algorithms differ
   */
  public ImageHashes {
    byDihedral = List.copyOf(byDihedral);
    int expected = Dihedral.values().length;
    if (byDihedral.size() != expected) {
      throw new IllegalArgumentException(
          "a picture has " + expected + " hashes (got " + byDihedral.size() + ")");
    }
    HashAlgorithm algorithm = byDihedral.get(0).algorithm();
    // By index: an iterator would be garbage for every picture.
    for (int i = 1; i < expected; i++) {
      ImageHash hash = byDihedral.get(i);
      if (!hash.algorithm().equals(algorithm)) {
        throw new IllegalArgumentException(
            "hashes of one picture must be of one algorithm (got "
                + algorithm
                + " and "
                + hash.algorithm()
                + ")");
      }
    }
  }

  /**
   * The hash of the picture as it is.
   *
   * @return the hash of {@link Dihedral#ORIGINAL}
   */
  public ImageHash original() {
    return of(Dihedral.ORIGINAL);
  }

  /**
   * The hash of one rendition.
   *
   * @param dihedral which of the eight
   * @return its hash
   */
  @SuppressWarnings("EnumOrdinal") // the list is in the order of the enum, by contract
  public ImageHash of(Dihedral dihedral) {
    return byDihedral.get(dihedral.ordinal());
  }
}
