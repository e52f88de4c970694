package org.hashmatch.bank;

import java.util.Comparator;
import org.hashmatch.hash.Dihedral;
import org.hashmatch.hash.Quality;
import org.hashmatch.hash.view.View;

/**
 * An upload was recognised: which entry of which bank, how near, and how it had been turned.
 *
 * @param bank settings of the bank that holds the entry, its name and radius among them
 * @param entry the known picture
 * @param distance Hamming distance, 0..radius
 * @param view which view of the upload is near the entry
 * @param dihedral which rendition of that view
 * @param quality quality of that view
 */
public record BankMatch(
    BankSettings bank,
    BankEntry entry,
    int distance,
    View view,
    Dihedral dihedral,
    Quality quality) {

  /** What decides first: blocking before review, then the nearest; among equals, as found. */
  static final Comparator<BankMatch> MOST_DECISIVE =
      Comparator.comparing((BankMatch match) -> match.bank().policy().action())
          .thenComparingInt(BankMatch::distance);
}
