package org.hashmatch.bank;

import java.util.List;
import java.util.Optional;

/**
 * All that was found about an upload.
 *
 * @param matches what decides: matches that ask for blocking or review, the most decisive first
 * @param noted what does not: matches that only ask to be noted, the nearest first
 * @param innocents entries of negative banks that it matches, the nearest first
 * @param nearestMiss what it came nearest to, if that was asked for and is near enough
 */
public record Findings(
    List<BankMatch> matches,
    List<BankMatch> noted,
    List<BankMatch> innocents,
    Optional<NearestMiss> nearestMiss) {

  /** Nothing was found. */
  public static final Findings NONE =
      new Findings(List.of(), List.of(), List.of(), Optional.empty());

  /**
   * Copies the lists.
   *
   * @param matches as above
   * @param noted as above
   * @param innocents as above
   * @param nearestMiss as above
   */
  public Findings {
    matches = List.copyOf(matches);
    noted = List.copyOf(noted);
    innocents = List.copyOf(innocents);
  }
}
