package org.hashmatch.bank;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
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
 * bank, and one read of the store for each entry that matches, at most a hundred of a bank, the
 * nearest.
 */
public final class HashMatcher {

  /*
   * 1. Clear is said in one place only, after every bank was searched.
   * 2. A view below a bank's quality floor is not looked up in that bank, since its bits are noise. If that leaves a bank
   *    without any, and no other recognises the picture either, it is FEATURELESS: it was not looked at where it mattered.
   * 3. A picture of which only a part could be decoded is PARTIAL, not clear, if that part matches nothing.
   * 4. An entry may be near several renditions; the nearest is reported, and the less turned one among equals. Equal bytes
   *    are nearer than any hash.
   * 5. A match asks for what its bank does, or less: in shadow for a note, set aside or disputed for a look (BankMatch).
   * 6. Negative banks: the nearest wins. Of the same algorithm distances are compared as they are, of different ones by
   *    the share of bits that differ. A known picture farther than an innocent one is only noted; one that is as near is a
   *    contradiction between banks, and asks for a look.
   * 7. A bank that blocks beats one that asks for review, then the nearest entry decides.
   */

  private final List<Bank> banks;
  private final int missMargin;

  /**
   * A matcher over banks.
   *
   * @param banks one or more open banks; they stay the caller's to close
   * @throws IllegalArgumentException if there is no bank, or there are negative ones only, since
   *     then everything would be clear
   */
  public HashMatcher(List<Bank> banks) {
    this(banks, 0);
  }

  private HashMatcher(List<Bank> banks, int missMargin) {
    if (banks.stream().allMatch(bank -> bank.settings().policy().negative())) {
      throw new IllegalArgumentException(
          banks.isEmpty()
              ? "matching needs at least one bank (got none)"
              : "matching needs at least one bank that is not negative");
    }
    this.banks = List.copyOf(banks);
    this.missMargin = missMargin;
  }

  /**
   * The same matcher, naming for what is clear the entry that it came nearest to. That costs
   * several times as much as matching.
   *
   * @param margin how many bits beyond the radius are looked at, 0 (none) to 1024
   * @return a new matcher over the same banks
   * @throws IllegalArgumentException if the margin is out of its range
   */
  public HashMatcher withNearestMiss(int margin) {
    if (margin < 0 || margin > 1024) {
      throw new IllegalArgumentException("margin must be 0..1024 bits (got " + margin + ")");
    }
    return new HashMatcher(banks, margin);
  }

  /**
   * The banks.
   *
   * @return those that it was made of
   */
  public List<Bank> banks() {
    return banks;
  }

  /**
   * Which digests of a file are worth making.
   *
   * @return those that a bank has any of
   */
  public Set<DigestAlgorithm> digestAlgorithms() {
    EnumSet<DigestAlgorithm> wanted = EnumSet.noneOf(DigestAlgorithm.class);
    for (DigestAlgorithm algorithm : DigestAlgorithm.values()) {
      if (banks.stream().anyMatch(bank -> bank.index().has(algorithm))) {
        wanted.add(algorithm);
      }
    }
    return wanted;
  }

  /**
   * Decides by exact digests alone.
   *
   * @param digests of one file
   * @return blocked or for review if a bank knows the file; otherwise empty: nothing can be said
   * @throws IOException if a bank cannot be read
   */
  public Optional<Decision> match(Collection<ExactDigest> digests) throws IOException {
    Sorted sorted = new Sorted();
    for (Bank bank : banks) {
      BankSearch search = new BankSearch(bank);
      search.lookUp(digests);
      sorted.add(search.settings(), search.matches());
    }
    return known(sorted.findings(Optional.empty()));
  }

  /**
   * Decides on a picture that was hashed already, by all its views.
   *
   * @param picture its views
   * @return the decision
   * @throws IllegalArgumentException if a bank looks up no hashes of their algorithm
   * @throws IOException if a bank cannot be read
   */
  public Decision match(HashedPicture picture) throws IOException {
    return match(List.of(), List.of(picture));
  }

  /**
   * Decides on a picture by all that is known of it.
   *
   * @param digests of its file; may be none
   * @param pictures its views, hashed by one algorithm or several
   * @return the decision
   * @throws IllegalArgumentException if there is no picture, or a bank looks up no hashes of their
   *     algorithms
   * @throws IOException if a bank cannot be read
   */
  public Decision match(Collection<ExactDigest> digests, List<HashedPicture> pictures)
      throws IOException {
    List<Candidate> candidates = new ArrayList<>();
    Optional<UnscreenableException> distrusted = Optional.empty();
    for (HashedPicture picture : pictures) {
      for (HashedView view : picture.views()) {
        try {
          candidates.add(Candidate.of(view.view(), view.hashed().trusted(Quality.NONE)));
        } catch (UnscreenableException e) {
          distrusted = distrusted.or(() -> Optional.of(e));
        }
      }
    }
    if (candidates.isEmpty() && distrusted.isPresent()) {
      UnscreenableException why = distrusted.get();
      return match(digests).orElseGet(() -> new Decision.Unscreenable(why.reason(), why.detail()));
    }
    Completeness completeness =
        pictures.stream()
            .map(HashedPicture::completeness)
            .max(Comparator.naturalOrder())
            .orElseThrow(() -> new IllegalArgumentException("there must be a picture (got none)"));
    return decide(digests, candidates, completeness);
  }

  /**
   * Decides on one picture of which the eight hashes are known.
   *
   * @param hashes its eight hashes
   * @return the decision
   * @throws IllegalArgumentException if a bank looks up no hashes of their algorithm
   * @throws IOException if a bank cannot be read
   */
  public Decision match(ImageHashes hashes) throws IOException {
    return decide(List.of(), List.of(Candidate.of(View.STORED, hashes)), Completeness.COMPLETE);
  }

  /**
   * Decides on a single hash, of which the other seven are not known: turned copies are not found.
   *
   * @param hash the hash of the picture as it is
   * @param quality its quality
   * @return the decision
   * @throws IllegalArgumentException if a bank looks up no hashes of its algorithm
   * @throws IOException if a bank cannot be read
   */
  public Decision match(ImageHash hash, Quality quality) throws IOException {
    return decide(List.of(), List.of(Candidate.of(hash, quality)), Completeness.COMPLETE);
  }

  private Decision decide(
      Collection<ExactDigest> digests, List<Candidate> candidates, Completeness completeness)
      throws IOException {
    Sorted sorted = new Sorted();
    Optional<BankSettings> passedOver = Optional.empty();
    List<BankSearch> searches = banks.stream().map(BankSearch::new).toList();
    for (BankSearch search : searches) {
      search.lookUp(digests);
      List<Candidate> fit =
          fitting(search, candidates).stream().filter(search::isGoodEnough).toList();
      fit.forEach(search::lookUp);
      if (fit.isEmpty() && !search.settings().policy().negative()) {
        passedOver = Optional.of(search.settings());
      }
      sorted.add(search.settings(), search.matches());
    }
    Optional<Decision> known = known(sorted.findings(Optional.empty()));
    if (known.isPresent()) {
      return known.get();
    }
    return unknown(
        sorted.findings(nearestMiss(searches, candidates)),
        best(candidates),
        passedOver,
        completeness);
  }

  private static List<Candidate> fitting(BankSearch search, List<Candidate> candidates) {
    List<Candidate> fitting = candidates.stream().filter(search::takes).toList();
    if (fitting.isEmpty()) {
      throw new IllegalArgumentException(
          "bank "
              + search.settings().name()
              + " looks up "
              + search.settings().policy().radii().keySet()
              + " hashes (got "
              + algorithms(candidates)
              + ")");
    }
    return fitting;
  }

  private static List<HashAlgorithm> algorithms(List<Candidate> candidates) {
    return candidates.stream().map(Candidate::algorithm).distinct().toList();
  }

  private static Quality best(List<Candidate> candidates) {
    return candidates.stream().map(Candidate::quality).max(Comparator.naturalOrder()).orElseThrow();
  }

  private static Optional<Decision> known(Findings findings) {
    if (findings.matches().isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        findings.matches().get(0).action() == MatchAction.BLOCK
            ? new Decision.Blocked(findings)
            : new Decision.ForReview(findings));
  }

  private static Decision unknown(
      Findings findings,
      Quality quality,
      Optional<BankSettings> passedOver,
      Completeness completeness) {
    if (passedOver.isPresent()) {
      return new Decision.Unscreenable(
          findings,
          UnscreenableReason.FEATURELESS,
          "quality " + quality + " (floor " + passedOver.get().policy().qualityFloor() + ")");
    }
    return completeness == Completeness.PARTIAL
        ? new Decision.Unscreenable(
            findings, UnscreenableReason.PARTIAL, "the rest cannot be decoded")
        : new Decision.Clear(findings, quality, completeness);
  }

  private Optional<NearestMiss> nearestMiss(List<BankSearch> searches, List<Candidate> candidates)
      throws IOException {
    Optional<NearestMiss> nearest = Optional.empty();
    if (missMargin == 0) {
      return nearest;
    }
    for (BankSearch search : searches) {
      for (Candidate candidate : candidates) {
        if (search.takes(candidate) && !search.settings().policy().negative()) {
          Optional<NearestMiss> miss = search.nearestMiss(candidate, missMargin);
          if (miss.isPresent() && (nearest.isEmpty() || isNearer(miss.get(), nearest.get()))) {
            nearest = miss;
          }
        }
      }
    }
    return nearest;
  }

  private static boolean isNearer(NearestMiss a, NearestMiss b) {
    return a.distance() - a.radius() < b.distance() - b.radius();
  }

  /** Matches of all banks, known pictures and innocent ones apart. */
  private static final class Sorted {

    private final List<BankMatch> known = new ArrayList<>();
    private final List<BankMatch> innocents = new ArrayList<>();

    void add(BankSettings bank, List<BankMatch> matches) {
      (bank.policy().negative() ? innocents : known).addAll(matches);
    }

    Findings findings(Optional<NearestMiss> miss) {
      innocents.sort(Comparator.comparing(BankMatch::evidence, Evidence.NEAREST_FIRST));
      List<BankMatch> restrained =
          known.stream().map(this::beside).sorted(BankMatch.MOST_DECISIVE).toList();
      return new Findings(
          restrained.stream().filter(match -> match.action() != MatchAction.LOG).toList(),
          restrained.stream().filter(match -> match.action() == MatchAction.LOG).toList(),
          innocents,
          miss);
    }

    private BankMatch beside(BankMatch match) {
      if (innocents.isEmpty()) {
        return match;
      }
      double margin = innocents.get(0).evidence().farness() - match.evidence().farness();
      if (margin < 0) {
        return match.restrained(MatchAction.LOG, Restraint.INNOCENT_NEARER);
      }
      return margin > 0 ? match : match.restrained(MatchAction.REVIEW, Restraint.INNOCENT_AS_NEAR);
    }
  }
}
