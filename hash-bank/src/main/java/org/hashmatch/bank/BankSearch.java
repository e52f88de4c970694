package org.hashmatch.bank;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hashmatch.hash.Dihedral;
import org.hashmatch.hash.ImageHash;
import org.hashmatch.index.Searcher;

/** One bank asked about one upload: first what is near it in the indexes, then what it says. */
final class BankSearch {

  /** So many entries of a bank explain a decision; a thousand copies of one picture say no more. */
  static final int MOST_MATCHES = 100;

  private final Bank bank;
  private final BankSettings settings;
  private final Map<Long, Sighting> sightings = new HashMap<>();

  /**
   * By what an entry may have been recognised: a digest that begins alike, and the nearest hash.
   */
  private record Sighting(
      long key, List<ExactDigest> digests, Optional<Evidence.Perceptual> perceptual) {

    static Sighting none(long key) {
      return new Sighting(key, List.of(), Optional.empty());
    }

    Sighting with(ExactDigest digest) {
      List<ExactDigest> more = new ArrayList<>(digests);
      more.add(digest);
      return new Sighting(key, more, perceptual);
    }

    /** The nearest stays, and the one that came first among equals. */
    Sighting with(Evidence.Perceptual evidence) {
      return perceptual.isPresent() && perceptual.get().distance() <= evidence.distance()
          ? this
          : new Sighting(key, digests, Optional.of(evidence));
    }

    double leastFarness() {
      return digests.isEmpty() ? perceptual.map(Evidence::farness).orElseThrow() : 0;
    }

    /** Of digests only the first 64 bits were compared. */
    Optional<Evidence> evidence(BankEntry entry) {
      return digests.stream()
          .filter(entry.digests()::contains)
          .findFirst()
          .<Evidence>map(digest -> new Evidence.Exact(digest.algorithm()))
          .or(() -> perceptual);
    }
  }

  BankSearch(Bank bank) {
    this.bank = bank;
    this.settings = bank.settings();
  }

  BankSettings settings() {
    return settings;
  }

  void lookUp(Collection<ExactDigest> digests) {
    for (ExactDigest digest : digests) {
      for (long key : bank.index().keys(digest, IndexId::isKnown)) {
        sightings.put(key, sightings.getOrDefault(key, Sighting.none(key)).with(digest));
      }
    }
  }

  boolean takes(Candidate candidate) {
    return settings.policy().radii().containsKey(candidate.algorithm());
  }

  boolean isGoodEnough(Candidate candidate) {
    return !candidate.quality().isBelow(settings.policy().qualityFloor());
  }

  void lookUp(Candidate candidate) {
    int radius = settings.policy().radius(candidate.algorithm());
    Searcher searcher = bank.index().searcher(candidate.algorithm(), IndexId::isKnown);
    candidate
        .renditions()
        .forEach((dihedral, hash) -> lookUp(searcher, candidate, dihedral, hash, radius));
  }

  private void lookUp(
      Searcher searcher, Candidate candidate, Dihedral dihedral, ImageHash hash, int radius) {
    searcher.search(hash, radius);
    for (int rank = 0; rank < searcher.found(); rank++) {
      long key = IndexId.key(searcher.id(rank));
      Evidence.Perceptual evidence =
          new Evidence.Perceptual(
              hash.algorithm(),
              searcher.distance(rank),
              radius,
              candidate.view(),
              dihedral,
              candidate.quality());
      sightings.put(key, sightings.getOrDefault(key, Sighting.none(key)).with(evidence));
    }
  }

  /** Reads the entries, the nearest first, of those that count. */
  List<BankMatch> matches() throws IOException {
    if (sightings.isEmpty()) {
      return List.of();
    }
    List<Sighting> nearestFirst = new ArrayList<>(sightings.values());
    nearestFirst.sort(
        Comparator.comparingDouble(Sighting::leastFarness).thenComparing(Sighting::key));
    Instant now = bank.clock().instant();
    List<BankMatch> matches = new ArrayList<>();
    for (Sighting sighting : nearestFirst) {
      Optional<BankEntry> entry = bank.read(sighting.key()).filter(e -> counts(e, now));
      if (entry.isPresent()) {
        sighting
            .evidence(entry.get())
            .map(evidence -> match(sighting.key(), entry.get(), evidence))
            .ifPresent(matches::add);
      }
      if (matches.size() == MOST_MATCHES) {
        break;
      }
    }
    return matches;
  }

  private boolean counts(BankEntry entry, Instant now) {
    BankPolicy policy = settings.policy();
    return policy.labels().accepts(entry.labels()) && !policy.isOver(entry, now);
  }

  private BankMatch match(long key, BankEntry entry, Evidence evidence) {
    return BankMatch.of(settings, bank.floods().afterMatch(key, entry), evidence);
  }

  /** The nearest entry not much farther than the radius. */
  Optional<NearestMiss> nearestMiss(Candidate candidate, int margin) throws IOException {
    int radius = settings.policy().radius(candidate.algorithm());
    int reach = Math.min(candidate.algorithm().bits(), radius + margin);
    Searcher searcher = bank.index().searcher(candidate.algorithm(), IndexId::isKnown);
    Optional<NearestMiss> nearest = Optional.empty();
    for (ImageHash hash : candidate.renditions().values()) {
      if (searcher.nearest(hash, 1, reach) > 0 && searcher.distance(0) > radius) {
        int distance = searcher.distance(0);
        if (nearest.isEmpty() || distance < nearest.get().distance()) {
          nearest =
              bank.read(IndexId.key(searcher.id(0)))
                  .map(
                      entry ->
                          new NearestMiss(
                              settings.name(),
                              entry.id(),
                              candidate.algorithm(),
                              distance,
                              radius));
        }
      }
    }
    return nearest;
  }
}
