package org.hashmatch.bank;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * What one person or partner says of an entry. A later one of theirs takes the place of an earlier.
 *
 * @param by who, 1..200 characters
 * @param verdict what they say
 * @param at when, to the millisecond
 */
public record Opinion(String by, Verdict verdict, Instant at) {

  /**
   * Checks the name.
   *
   * @param by as above
   * @param verdict as above
   * @param at as above, truncated to the millisecond
   * @throws IllegalArgumentException if the name is empty, too long or has control characters
   */
  public Opinion {
    Text.check("who gives the opinion", by, 1, 200);
    at = at.truncatedTo(ChronoUnit.MILLIS);
  }
}
