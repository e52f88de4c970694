package org.hashmatch.bank;

import java.util.List;
import java.util.Optional;
import org.hashmatch.hash.Quality;
import org.hashmatch.hash.UnscreenableReason;
import org.hashmatch.hash.decode.Completeness;

/**
 * The answer to an upload. Four kinds and no fifth: what could not be looked at is {@link
 * Unscreenable}, never {@link Clear}.
 */
public sealed interface Decision {

  /**
   * All that was found.
   *
   * @return matches, those that are only noted, innocents, and the nearest miss
   */
  Findings findings();

  /**
   * Known, in a bank that blocks.
   *
   * @param findings with one match or more, the first of which asks for blocking
   */
  record Blocked(Findings findings) implements Decision {}

  /**
   * Known, and a person is to look.
   *
   * @param findings with one match or more, none of which asks for blocking
   */
  record ForReview(Findings findings) implements Decision {}

  /**
   * Looked at, and not known, or not to any bank that asks for more than a note.
   *
   * @param findings without matches
   * @param quality quality of the upload, the best of its views'
   * @param completeness complete, or repaired; never partial
   */
  record Clear(Findings findings, Quality quality, Completeness completeness) implements Decision {

    /**
     * Checks that all of it was looked at, and nothing found.
     *
     * @param findings as above
     * @param quality as above
     * @param completeness as above
     * @throws IllegalArgumentException if it was partial, or matches
     */
    public Clear {
      if (completeness == Completeness.PARTIAL) {
        throw new IllegalArgumentException("a partial picture that matches nothing is not clear");
      }
      if (!findings.matches().isEmpty()) {
        throw new IllegalArgumentException("a picture that matches is not clear");
      }
    }
  }

  /**
   * Not looked at. Whether it is held or let through is the caller's choice.
   *
   * @param findings without matches
   * @param reason the kind
   * @param detail one line for the log, without picture content
   */
  record Unscreenable(Findings findings, UnscreenableReason reason, String detail)
      implements Decision {

    /**
     * Not looked at, and nothing found.
     *
     * @param reason the kind
     * @param detail one line for the log, without picture content
     */
    public Unscreenable(UnscreenableReason reason, String detail) {
      this(Findings.NONE, reason, detail);
    }
  }

  /**
   * The matches that decide.
   *
   * @return the most decisive first; empty if there are none
   */
  default List<BankMatch> matches() {
    return findings().matches();
  }

  /**
   * The match that decided.
   *
   * @return the most decisive one, or empty if there is none
   */
  default Optional<BankMatch> best() {
    return matches().stream().findFirst();
  }

  /**
   * The decision in one word.
   *
   * @return {@code BLOCK}, {@code REVIEW}, {@code CLEAR} or {@code UNSCREENABLE}
   */
  default String word() {
    if (this instanceof Blocked) {
      return "BLOCK";
    }
    if (this instanceof ForReview) {
      return "REVIEW";
    }
    return this instanceof Clear ? "CLEAR" : "UNSCREENABLE";
  }

  /**
   * The decision in one plain sentence, for people of the platform: it names entries, and so is not
   * for the uploader.
   *
   * @return on one line, without any hash
   */
  default String sentence() {
    StringBuilder sentence = new StringBuilder(word()).append(": ");
    if (this instanceof Unscreenable unscreenable) {
      sentence.append(unscreenable.reason()).append(", ").append(OneLine.of(unscreenable.detail()));
    } else if (this instanceof Clear clear) {
      sentence.append("nothing known, quality ").append(clear.quality());
      if (clear.completeness() == Completeness.REPAIRED) {
        sentence.append(", repaired");
      }
    } else {
      sentence.append(matches().get(0).words());
      if (matches().size() > 1) {
        sentence.append(", and ").append(matches().size() - 1).append(" more");
      }
    }
    Findings findings = findings();
    findings.noted().stream()
        .findFirst()
        .ifPresent(match -> sentence.append("; noted ").append(match.words()));
    findings.innocents().stream()
        .findFirst()
        .ifPresent(match -> sentence.append("; innocent ").append(match.words()));
    findings.nearestMiss().ifPresent(miss -> sentence.append("; ").append(miss.words()));
    return sentence.append('.').toString();
  }
}
