package org.hashmatch.bank.exchange;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import org.hashmatch.bank.AddOutcome;
import org.jspecify.annotations.Nullable;

/**
 * What came of every id that a list has named so far, and how often each thing did. A few bytes for
 * each id that the bank knows, by its number there; ids that it does not know are kept themselves.
 */
final class RowFates {

  private static final int PAGE = 1024;

  private final Map<Long, RowFate[]> pages = new HashMap<>();
  private final Map<String, RowFate> unknown = new HashMap<>();
  private final Map<RowFate, Long> counts = new EnumMap<>(RowFate.class);
  private long duplicates;

  /**
   * Takes what came of a row.
   *
   * @param key the bank's number for the id; 0 if it never had it
   */
  void add(long key, String id, RowFate next) {
    RowFate before = key == 0 ? unknown.get(id) : known(key, id);
    RowFate now = before == null ? next : before.then(next);
    if (key == 0) {
      unknown.put(id, now);
    } else {
      page(key)[(int) (key % PAGE)] = now;
    }
    if (before != null) {
      duplicates++;
      counts.merge(before, -1L, Long::sum);
    }
    counts.merge(now, 1L, Long::sum);
  }

  /** What an id came to when the bank did not know it yet counts too. */
  private @Nullable RowFate known(long key, String id) {
    RowFate before = page(key)[(int) (key % PAGE)];
    return before == null && !unknown.isEmpty() ? unknown.remove(id) : before;
  }

  private @Nullable RowFate[] page(long key) {
    return pages.computeIfAbsent(key / PAGE, number -> new RowFate[PAGE]);
  }

  /** Whether a row was about what the bank has under this number. */
  boolean has(long key) {
    RowFate[] page = pages.get(key / PAGE);
    return page != null && page[(int) (key % PAGE)] != null;
  }

  long count(RowFate fate) {
    return counts.getOrDefault(fate, 0L);
  }

  long duplicates() {
    return duplicates;
  }

  Map<AddOutcome, Long> refusals() {
    Map<AddOutcome, Long> refusals = new EnumMap<>(AddOutcome.class);
    counts.forEach(
        (fate, count) -> {
          if (count > 0) {
            fate.refusal().ifPresent(refusal -> refusals.put(refusal, count));
          }
        });
    return refusals;
  }
}
