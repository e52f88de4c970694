package org.hashmatch.bank;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hashmatch.hash.Dihedral;
import org.hashmatch.hash.HashAlgorithm;
import org.hashmatch.hash.ImageHash;
import org.hashmatch.hash.ImageHashes;
import org.hashmatch.hash.Quality;
import org.hashmatch.hash.UnscreenableReason;

/**
 * Turns hashes into a decision: looks them up in every bank, a picture's in all eight ways to lay
 * it down.
 *
 * <p>Immutable and safe for any number of threads. Cost: up to eight index searches a bank, and one
 * read of the store for each match.
 */
public final class HashMatcher {

  /*
   * 1. Clear is said in one place only, after every bank was searched.
   * 2. A picture below a bank's quality floor is not looked up in that bank, since its bits are noise. If no other bank
   *    recognises it either, it is FEATURELESS: it was not looked at where it mattered.
   * 3. An entry may be near several renditions; the nearest is reported, and the less turned one among equals.
   * 4. A bank that blocks beats one that asks for review, then the nearest entry decides.
   */

  private final List<Bank> banks;

  /**
   * A matcher over banks.
   *
   * @param banks one or more open banks of one algorithm; they stay the caller's to close
   * @throws IllegalArgumentException if there is no bank, since then everything would be clear, or
   *     their algorithms differ
   */
  public HashMatcher(List<Bank> banks) {
    if (banks.isEmpty()) {
      throw new IllegalArgumentException("matching needs at least one bank (got none)");
    }
    this.banks = List.copyOf(banks);
    for (Bank bank : banks) {
      BankSettings settings = bank.settings();
      if (!settings.algorithm().equals(algorithm())) {
        throw new IllegalArgumentException(
            "bank "
                + settings.name()
                + " holds "
                + settings.algorithm()
                + " hashes, bank "
                + banks.get(0).settings().name()
                + " holds "
                + algorithm());
      }
    }
  }

  /**
   * What made the hashes of all banks.
   *
   * @return the algorithm with its version
   */
  public HashAlgorithm algorithm() {
    return banks.get(0).settings().algorithm();
  }

  /**
   * Decides on a picture that was hashed already.
   *
   * @param hashes its eight hashes
   * @return the decision
   * @throws IllegalArgumentException if the hashes are not of the banks' algorithm
   * @throws IOException if a bank cannot be read
   */
  public Decision match(ImageHashes hashes) throws IOException {
    Map<Dihedral, ImageHash> renditions = new LinkedHashMap<>();
    for (Dihedral dihedral : Dihedral.values()) {
      renditions.put(dihedral, hashes.of(dihedral));
    }
    return decide(renditions, hashes.quality());
  }

  /**
   * Decides on a single hash, of which the other seven are not known: turned copies are not found.
   *
   * @param hash the hash of the picture as it is
   * @param quality its quality
   * @return the decision
   * @throws IllegalArgumentException if the hash is not of the banks' algorithm
   * @throws IOException if a bank cannot be read
   */
  public Decision match(ImageHash hash, Quality quality) throws IOException {
    return decide(Map.of(Dihedral.ORIGINAL, hash), quality);
  }

  private Decision decide(Map<Dihedral, ImageHash> renditions, Quality quality) throws IOException {
    List<BankMatch> matches = new ArrayList<>();
    Optional<Bank> passedOver = Optional.empty();
    for (Bank bank : banks) {
      if (quality.isBelow(bank.settings().policy().qualityFloor())) {
        passedOver = Optional.of(bank);
      } else {
        matches.addAll(matches(bank, renditions, quality));
      }
    }
    if (!matches.isEmpty()) {
      matches.sort(BankMatch.MOST_DECISIVE);
      return known(matches);
    }
    return passedOver
        .map(bank -> featureless(bank, quality))
        .orElseGet(() -> new Decision.Clear(quality));
  }

  private static Decision known(List<BankMatch> matches) {
    return switch (matches.get(0).bank().policy().action()) {
      case BLOCK -> new Decision.Blocked(matches);
      case REVIEW -> new Decision.ForReview(matches);
    };
  }

  private static Decision featureless(Bank bank, Quality quality) {
    return new Decision.Unscreenable(
        UnscreenableReason.FEATURELESS,
        "quality " + quality + " (floor " + bank.settings().policy().qualityFloor() + ")");
  }

  private static Collection<BankMatch> matches(
      Bank bank, Map<Dihedral, ImageHash> renditions, Quality quality) throws IOException {
    Map<String, BankMatch> nearest = new LinkedHashMap<>();
    for (Map.Entry<Dihedral, ImageHash> rendition : renditions.entrySet()) {
      for (Bank.Neighbour neighbour : bank.neighbours(rendition.getValue())) {
        BankMatch match =
            new BankMatch(
                bank.settings(),
                neighbour.entry(),
                neighbour.distance(),
                rendition.getKey(),
                quality);
        nearest.merge(neighbour.entry().id(), match, (a, b) -> b.distance() < a.distance() ? b : a);
      }
    }
    return nearest.values();
  }
}
