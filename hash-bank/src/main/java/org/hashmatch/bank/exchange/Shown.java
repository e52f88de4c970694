package org.hashmatch.bank.exchange;

import java.util.regex.Pattern;

/** A word of a list as it may stand in a message: never a hash, a part of one, or a secret. */
final class Shown {

  private static final Pattern WORD = Pattern.compile("[A-Za-z][A-Za-z0-9_.-]{0,29}");
  private static final Pattern LIKE_A_HASH = Pattern.compile("[0-9A-Fa-f]{8,}");

  private Shown() {}

  static String of(String text) {
    return WORD.matcher(text).matches() && !LIKE_A_HASH.matcher(text).find()
        ? text
        : "something of " + text.length() + " characters";
  }
}
