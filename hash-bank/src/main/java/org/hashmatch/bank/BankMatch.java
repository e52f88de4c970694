package org.hashmatch.bank;

import java.util.Comparator;
import java.util.Optional;

/**
 * An upload was recognised: which entry of which bank, by what, and what follows.
 *
 * @param bank settings of the bank that holds the entry, its name and action among them
 * @param entry the known picture
 * @param evidence by what it was recognised
 * @param action what this match asks for: the bank's action, or less
 * @param restraint why it is less; empty if it is not
 */
public record BankMatch(
    BankSettings bank,
    BankEntry entry,
    Evidence evidence,
    MatchAction action,
    Optional<Restraint> restraint) {

  /** What decides first: blocking before review, then the nearest; among equals, as found. */
  static final Comparator<BankMatch> MOST_DECISIVE =
      Comparator.comparing(BankMatch::action)
          .thenComparing(BankMatch::evidence, Evidence.NEAREST_FIRST);

  /** A match that asks for what its bank and its entry say. */
  static BankMatch of(BankSettings bank, BankEntry entry, Evidence evidence) {
    MatchAction action = bank.policy().action();
    BankMatch match = new BankMatch(bank, entry, evidence, action, Optional.empty());
    if (bank.policy().shadow()) {
      return match.restrained(MatchAction.LOG, Restraint.SHADOW);
    }
    if (entry.status() == EntryStatus.QUARANTINED) {
      return match.restrained(MatchAction.REVIEW, Restraint.QUARANTINED);
    }
    return entry.isDisputed() ? match.restrained(MatchAction.REVIEW, Restraint.DISPUTED) : match;
  }

  /** The same match, asking for no more than an action. */
  BankMatch restrained(MatchAction most, Restraint why) {
    return action.compareTo(most) >= 0
        ? this
        : new BankMatch(bank, entry, evidence, most, Optional.of(why));
  }

  /**
   * The match in one clause.
   *
   * @return bank, entry, origins, labels, evidence and restraint
   */
  public String words() {
    StringBuilder words = new StringBuilder();
    words.append(entry.id()).append(" in ").append(bank.name());
    entry.origins().stream()
        .filter(origin -> !origin.equals(Origin.UNKNOWN))
        .forEach(origin -> words.append(", ").append(words(origin)));
    if (!entry.labels().isEmpty()) {
      words.append(", labels ").append(String.join(" ", entry.labels()));
    }
    words.append(", ").append(evidence);
    restraint.ifPresent(
        why -> words.append(", ").append(action).append(" because ").append(why.words()));
    return words.toString();
  }

  private static String words(Origin origin) {
    String from = origin.source().isEmpty() ? "" : "from " + origin.source();
    return origin.caseReference().isEmpty()
        ? from
        : (from + " case " + origin.caseReference()).strip();
  }
}
