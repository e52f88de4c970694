package org.hashmatch.bank;

import java.util.Comparator;
import org.hashmatch.hash.Dihedral;
import org.hashmatch.hash.HashAlgorithm;
import org.hashmatch.hash.Quality;
import org.hashmatch.hash.view.View;

/** By what an upload was recognised. */
public sealed interface Evidence {

  /** The nearest first: exact before perceptual, then by the share of differing bits. */
  Comparator<Evidence> NEAREST_FIRST = Comparator.comparingDouble(Evidence::farness);

  /**
   * How far the upload is from the entry.
   *
   * @return 0 for the same bytes; from 1 on for a perceptual hash: one more than the share of bits
   *     that differ
   */
  double farness();

  /**
   * The upload is the entry's file, byte for byte.
   *
   * @param algorithm of the digest that is equal
   */
  record Exact(DigestAlgorithm algorithm) implements Evidence {
    @Override
    public double farness() {
      return 0;
    }

    @Override
    public String toString() {
      return "the same file by " + algorithm.standardName();
    }
  }

  /**
   * The upload looks like the entry.
   *
   * @param algorithm what made the hashes
   * @param distance Hamming distance, 0..radius
   * @param radius largest distance that is a match in this bank
   * @param view which view of the upload is near the entry
   * @param dihedral which rendition of that view
   * @param quality quality of that view
   */
  record Perceptual(
      HashAlgorithm algorithm,
      int distance,
      int radius,
      View view,
      Dihedral dihedral,
      Quality quality)
      implements Evidence {

    @Override
    public double farness() {
      return 1 + (double) distance / algorithm.bits();
    }

    /**
     * Which rendition of which view it was.
     *
     * @return for example {@code rotate90, frame 12 on white}
     */
    public String rendition() {
      String label = view.label();
      return label.isEmpty() ? dihedral.label() : dihedral.label() + ", " + label;
    }

    @Override
    public String toString() {
      return algorithm
          + " distance "
          + distance
          + " of "
          + radius
          + ", "
          + rendition()
          + ", quality "
          + quality;
    }
  }
}
