package org.hashmatch.bank;

import java.util.Comparator;

/**
 * Who says that a picture is known, and in which case. An entry may have several; it goes when the
 * last of them goes.
 *
 * @param source who reported or shared it, at most 200 characters; empty if not known
 * @param caseReference the case it belongs to, at most 200 characters; empty if none
 */
public record Origin(String source, String caseReference) implements Comparable<Origin> {

  /** Nobody in particular. */
  public static final Origin UNKNOWN = new Origin("", "");

  private static final int MOST = 200;
  private static final Comparator<Origin> ORDER =
      Comparator.comparing(Origin::source).thenComparing(Origin::caseReference);

  /**
   * Checks the texts.
   *
   * @param source as above
   * @param caseReference as above
   * @throws IllegalArgumentException if a text is too long or has control characters
   */
  public Origin {
    Text.check("source", source, 0, MOST);
    Text.check("case", caseReference, 0, MOST);
  }

  @Override
  public int compareTo(Origin other) {
    return ORDER.compare(this, other);
  }
}
