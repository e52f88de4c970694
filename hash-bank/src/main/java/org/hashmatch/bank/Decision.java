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
   * Known, in a bank that blocks.
   *
   * @param matches every entry within its bank's radius, the most decisive first; not empty
   */
  record Blocked(List<BankMatch> matches) implements Decision {

    /**
     * Copies the matches.
     *
     * @param matches as above
     */
    public Blocked {
      matches = List.copyOf(matches);
    }
  }

  /**
   * Known, in a bank that asks for a person to look.
   *
   * @param matches every entry within its bank's radius, the most decisive first; not empty
   */
  record ForReview(List<BankMatch> matches) implements Decision {

    /**
     * Copies the matches.
     *
     * @param matches as above
     */
    public ForReview {
      matches = List.copyOf(matches);
    }
  }

  /**
   * Looked at, and not known.
   *
   * @param quality quality of the upload, the best of its views'
   * @param completeness complete, or repaired; never partial
   */
  record Clear(Quality quality, Completeness completeness) implements Decision {

    /**
     * Checks that all of it was looked at.
     *
     * @param quality as above
     * @param completeness as above
     * @throws IllegalArgumentException if it was partial
     */
    public Clear {
      if (completeness == Completeness.PARTIAL) {
        throw new IllegalArgumentException("a partial picture that matches nothing is not clear");
      }
    }
  }

  /**
   * Not looked at. Whether it is held or let through is the caller's choice.
   *
   * @param reason the kind
   * @param detail one line for the log, without picture content
   */
  record Unscreenable(UnscreenableReason reason, String detail) implements Decision {}

  /**
   * All matches.
   *
   * @return the most decisive first; empty if there are none
   */
  default List<BankMatch> matches() {
    return List.of();
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
}
