package org.hashmatch.bank;

/** Any text as part of one line, so that a file's name cannot forge a line of a list or report. */
public final class OneLine {

  private OneLine() {}

  /**
   * The text without control characters.
   *
   * @param text for example a file's name
   * @return the text with control characters as {@code \\uXXXX}
   */
  public static String of(String text) {
    if (text.chars().noneMatch(Character::isISOControl)) {
      return text;
    }
    StringBuilder escaped = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      escaped.append(
          Character.isISOControl(c) ? String.format("\\u%04x", (int) c) : String.valueOf(c));
    }
    return escaped.toString();
  }
}
