package org.hashmatch.bank.exchange;

import java.util.Locale;

/** Labels made of what lists say. */
final class Labels {

  static final int MOST = 100;

  private Labels() {}

  /**
   * A free text as a label: on one line, without commas, cut if too long; empty if nothing is left.
   */
  static String clean(String text) {
    String onOneLine = text.replaceAll("[\\p{Cc}\\s,]+", " ").strip();
    return onOneLine.length() <= MOST ? onOneLine : onOneLine.substring(0, MOST).strip();
  }

  /**
   * A word of a list as a part of a label: lower case, and nothing but letters, digits and dots.
   */
  static String word(String text) {
    String word = text.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9.]+", "-");
    return word.replaceAll("^-|-$", "");
  }
}
