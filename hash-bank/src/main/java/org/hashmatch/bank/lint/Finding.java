package org.hashmatch.bank.lint;

import java.util.List;

/**
 * Something found about entries of a bank.
 *
 * @param kind what it is
 * @param entries ids of those it is about, one or more; of many the first twenty
 * @param words one clause that says the rest, without any hash
 */
public record Finding(FindingKind kind, List<String> entries, String words) {

  static final int MOST_ENTRIES = 20;

  /**
   * Copies the ids.
   *
   * @param kind as above
   * @param entries as above; those beyond the twentieth are left out
   * @param words as above
   * @throws IllegalArgumentException if there is no entry
   */
  public Finding {
    if (entries.isEmpty()) {
      throw new IllegalArgumentException("a finding is about 1 entry or more (got none)");
    }
    entries = List.copyOf(entries.subList(0, Math.min(entries.size(), MOST_ENTRIES)));
  }
}
