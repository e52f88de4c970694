package org.hashmatch.bank;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hashmatch.hash.Dihedral;
import org.hashmatch.hash.HashAlgorithm;
import org.hashmatch.hash.ImageHash;
import org.hashmatch.hash.ImageHashes;
import org.hashmatch.hash.Quality;
import org.hashmatch.hash.UnscreenableException;
import org.hashmatch.hash.UnscreenableReason;
import org.hashmatch.hash.decode.Completeness;
import org.hashmatch.hash.view.HashedPicture;
import org.hashmatch.hash.view.HashedView;
import org.hashmatch.hash.view.View;

/**
 * Turns hashes into a decision: looks them up in every bank, each view of a picture in all eight
 * ways to lay it down.
 *
 * <p>Immutable and safe for any number of threads. Cost: up to eight index searches a view and
 * bank, and one read of the store for each match.
 */
public final class HashMatcher {

  /*
   * 1. Clear is said in one place only, after every bank was searched.
   * 2. A view below a bank's quality floor is not looked up in that bank, since its bits are noise. If that leaves a bank
   *    without any, and no other recognises the picture either, it is FEATURELESS: it was not looked at where it mattered.
   * 3. A picture of which only a part could be decoded is PARTIAL, not clear, if that part matches nothing.
   * 4. An entry may be near several renditions; the nearest is reported, and the less turned one among equals.
   * 5. A bank that blocks beats one that asks for review, then the nearest entry decides.
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
   * Decides on a picture that was hashed already, by all its views.
   *
   * @param picture its views
   * @return the decision
   * @throws IllegalArgumentException if the hashes are not of the banks' algorithm
   * @throws IOException if a bank cannot be read
   */
  public Decision match(HashedPicture picture) throws IOException {
    List<Candidate> candidates = new ArrayList<>();
    Optional<UnscreenableException> distrusted = Optional.empty();
    for (HashedView view : picture.views()) {
      try {
        candidates.add(Candidate.of(view.view(), view.hashed().trusted(Quality.NONE)));
      } catch (UnscreenableException e) {
        distrusted = distrusted.or(() -> Optional.of(e));
      }
    }
    if (candidates.isEmpty() && distrusted.isPresent()) {
      return new Decision.Unscreenable(distrusted.get().reason(), distrusted.get().detail());
    }
    return decide(candidates, picture.completeness());
  }

  /**
   * Decides on one picture of which the eight hashes are known.
   *
   * @param hashes its eight hashes
   * @return the decision
   * @throws IllegalArgumentException if the hashes are not of the banks' algorithm
   * @throws IOException if a bank cannot be read
   */
  public Decision match(ImageHashes hashes) throws IOException {
    return decide(List.of(Candidate.of(View.STORED, hashes)), Completeness.COMPLETE);
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
    Candidate single = new Candidate(View.STORED, Map.of(Dihedral.ORIGINAL, hash), quality);
    return decide(List.of(single), Completeness.COMPLETE);
  }

  /** A view with the renditions to look up. */
  private record Candidate(View view, Map<Dihedral, ImageHash> renditions, Quality quality) {

    static Candidate of(View view, ImageHashes hashes) {
      Map<Dihedral, ImageHash> renditions = new LinkedHashMap<>();
      for (Dihedral dihedral : Dihedral.values()) {
        renditions.put(dihedral, hashes.of(dihedral));
      }
      return new Candidate(view, renditions, hashes.quality());
    }
  }

  private Decision decide(List<Candidate> candidates, Completeness completeness)
      throws IOException {
    List<BankMatch> matches = new ArrayList<>();
    Optional<Bank> passedOver = Optional.empty();
    for (Bank bank : banks) {
      List<Candidate> fit = fit(candidates, bank);
      if (fit.isEmpty()) {
        passedOver = Optional.of(bank);
      }
      matches.addAll(matches(bank, fit));
    }
    if (!matches.isEmpty()) {
      matches.sort(BankMatch.MOST_DECISIVE);
      return known(matches);
    }
    Quality best = best(candidates);
    if (passedOver.isPresent()) {
      return featureless(passedOver.get(), best);
    }
    return completeness == Completeness.PARTIAL
        ? new Decision.Unscreenable(UnscreenableReason.PARTIAL, "the rest cannot be decoded")
        : new Decision.Clear(best, completeness);
  }

  private static List<Candidate> fit(List<Candidate> candidates, Bank bank) {
    Quality floor = bank.settings().policy().qualityFloor();
    return candidates.stream().filter(candidate -> !candidate.quality().isBelow(floor)).toList();
  }

  private static Quality best(List<Candidate> candidates) {
    return candidates.stream()
        .map(Candidate::quality)
        .max(Comparator.comparingInt(Quality::value))
        .orElseThrow();
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

  private static Collection<BankMatch> matches(Bank bank, List<Candidate> candidates)
      throws IOException {
    Map<String, BankMatch> nearest = new LinkedHashMap<>();
    for (Candidate candidate : candidates) {
      for (Map.Entry<Dihedral, ImageHash> rendition : candidate.renditions().entrySet()) {
        for (Bank.Neighbour neighbour : bank.neighbours(rendition.getValue())) {
          BankMatch match =
              new BankMatch(
                  bank.settings(),
                  neighbour.entry(),
                  neighbour.distance(),
                  candidate.view(),
                  rendition.getKey(),
                  candidate.quality());
          nearest.merge(
              neighbour.entry().id(), match, (a, b) -> b.distance() < a.distance() ? b : a);
        }
      }
    }
    return nearest.values();
  }
}
