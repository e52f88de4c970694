package org.hashmatch.bank;

/** The one rule for names that end in reports and lists: bounded, and on one line. */
final class Text {

  private Text() {}

  static void check(String what, String text, int min, int max) {
    if (text.length() < min || text.length() > max) {
      throw new IllegalArgumentException(
          what + " must have " + min + ".." + max + " characters (got " + text.length() + ")");
    }
    if (hasControls(text)) {
      throw new IllegalArgumentException(what + " must have no control characters");
    }
  }

  /** A loop: a million entries have several texts each. */
  private static boolean hasControls(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (Character.isISOControl(text.charAt(i))) {
        return true;
      }
    }
    return false;
  }
}
