package org.hashmatch.cli;

import java.util.List;
import org.hashmatch.bank.BankMatch;
import org.hashmatch.bank.Decision;
import org.hashmatch.bank.Evidence;

/**
 * A decision, or one of its matches, as the texts of a table; empty where it has nothing to say.
 *
 * @param file what was screened
 * @param decision the word: BLOCK, REVIEW, CLEAR or UNSCREENABLE
 * @param view which rendition of the picture matched
 * @param reason why it could not be looked at
 * @param detail the reason's one line
 */
record DecisionRow(
    String file,
    String decision,
    String bank,
    String entry,
    String distance,
    String view,
    String quality,
    String reason,
    String detail) {

  /** The row that decided, or with {@code all} a row for each match. */
  static List<DecisionRow> of(String file, Decision decision, boolean all) {
    if (decision instanceof Decision.Unscreenable unscreenable) {
      return List.of(
          new DecisionRow(
              file,
              decision.word(),
              "",
              "",
              "",
              "",
              "",
              unscreenable.reason().name(),
              unscreenable.detail()));
    }
    if (decision instanceof Decision.Clear clear) {
      return List.of(
          new DecisionRow(
              file, decision.word(), "", "", "", "", clear.quality().toString(), "", ""));
    }
    return decision.matches().stream()
        .limit(all ? Long.MAX_VALUE : 1)
        .map(match -> of(file, match))
        .toList();
  }

  private static DecisionRow of(String file, BankMatch match) {
    boolean isPerceptual = match.evidence() instanceof Evidence.Perceptual;
    return new DecisionRow(
        file,
        match.action().name(),
        match.bank().name(),
        match.entry().id(),
        distance(match),
        view(match),
        isPerceptual ? ((Evidence.Perceptual) match.evidence()).quality().toString() : "",
        "",
        "");
  }

  /** Bits that differ; none in an equal file. */
  static String distance(BankMatch match) {
    return match.evidence() instanceof Evidence.Perceptual near
        ? Integer.toString(near.distance())
        : "0";
  }

  /** For example {@code rotate90, frame 12 on white}, or the digest that is equal. */
  static String view(BankMatch match) {
    if (match.evidence() instanceof Evidence.Perceptual near) {
      return near.rendition();
    }
    return "same " + ((Evidence.Exact) match.evidence()).algorithm().standardName();
  }
}
