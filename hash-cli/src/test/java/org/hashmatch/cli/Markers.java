package org.hashmatch.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Hashes that must not be read anywhere, and all that a run of the program let be read. */
final class Markers {

  /** A word of a hash; who sees that much knows the rest soon. */
  static final int RUN = 16;

  private final List<String> digits;
  private final Map<String, String> texts = new LinkedHashMap<>();

  /** Of hashes or digests as hexadecimal text. */
  Markers(List<String> hex) {
    digits = hex.stream().map(text -> text.toLowerCase(Locale.ROOT)).toList();
  }

  /** Remembers something that somebody may read. */
  void add(String where, Object text) {
    texts.merge(where, String.valueOf(text), (a, b) -> a + "\n" + b);
  }

  /** Where a run of 16 digits of a marker, in either case, is to be read. */
  List<String> found() {
    List<String> found = new ArrayList<>();
    texts.forEach(
        (where, text) -> {
          if (isIn(text)) {
            found.add(where);
          }
        });
    return found;
  }

  boolean isIn(String text) {
    String lower = text.toLowerCase(Locale.ROOT);
    return digits.stream().anyMatch(hex -> hasRunOf(hex, lower));
  }

  private static boolean hasRunOf(String hex, String text) {
    for (int start = 0; start + RUN <= hex.length(); start++) {
      if (text.contains(hex.substring(start, start + RUN))) {
        return true;
      }
    }
    return false;
  }
}
