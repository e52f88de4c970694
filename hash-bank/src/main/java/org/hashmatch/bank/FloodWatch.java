package org.hashmatch.bank;

import java.time.Clock;
import java.util.HashMap;
import java.util.Map;

/**
 * Counts how many uploads each entry matched lately, in sixteen slices of the window; so the window
 * moves on by a sixteenth. Only entries that matched take memory, and only while they do.
 */
final class FloodWatch {

  private static final int SLICES = 16;

  private final FloodLimit limit;
  private final Clock clock;
  private final long sliceMillis;
  private final Map<Long, Window> windows = new HashMap<>();
  private long sweptAt;

  FloodWatch(FloodLimit limit, Clock clock) {
    this.limit = limit;
    this.clock = clock;
    this.sliceMillis = Math.max(1, limit.window().toMillis() / SLICES);
  }

  private static final class Window {
    private final int[] counts = new int[SLICES];
    private long newest;

    /** Forgets the slices between the newest one and now. */
    void moveTo(long slice) {
      for (long gone = Math.max(newest + 1, slice - SLICES + 1); gone <= slice; gone++) {
        counts[(int) (gone % SLICES)] = 0;
      }
      newest = Math.max(newest, slice);
    }

    int count(long slice) {
      moveTo(slice);
      counts[(int) (slice % SLICES)]++;
      int sum = 0;
      for (int count : counts) {
        sum += count;
      }
      return sum;
    }
  }

  /** Counts an upload that matched an entry; whether they are too many now. */
  synchronized boolean isFlood(long key) {
    long slice = clock.millis() / sliceMillis;
    if (slice > sweptAt + SLICES) {
      windows.values().removeIf(window -> window.newest <= slice - SLICES);
      sweptAt = slice;
    }
    return windows.computeIfAbsent(key, k -> new Window()).count(slice) > limit.uploads();
  }

  synchronized void forget(long key) {
    windows.remove(key);
  }
}
