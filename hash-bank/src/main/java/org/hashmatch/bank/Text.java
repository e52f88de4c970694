package org.hashmatch.bank;

/** The one rule for names that end in reports and lists: bounded, and on one line. */
final class Text {

  private Text() {}

  static void check(String what, String text, int min, int max) {
    if (text.length() < min || text.length() > max) {
      throw new IllegalArgumentException(
          what + " must have " + min + ".." + max + " characters (got " + text.length() + ")");
    }
    if (text.chars().anyMatch(Character::isISOControl)) {
      throw new IllegalArgumentException(what + " must have no control characters");
    }
  }
}
