package org.hashmatch.bank;

import java.io.IOException;
import java.time.Clock;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Sets entries of a bank aside that match more uploads than its policy allows. */
final class Floods {

  private static final System.Logger LOG = System.getLogger(Floods.class.getName());

  private final Bank bank;
  private final Clock clock;
  private final Set<Long> flooded = ConcurrentHashMap.newKeySet();
  private Optional<FloodLimit> limit = Optional.empty();
  private volatile @Nullable FloodWatch watch;

  Floods(Bank bank, Clock clock) {
    this.bank = bank;
    this.clock = clock;
  }

  /** Begins to count anew if the limit is another. */
  synchronized void changePolicy(BankPolicy policy) {
    if (!limit.equals(policy.floodLimit())) {
      limit = policy.floodLimit();
      watch = limit.map(each -> new FloodWatch(each, clock)).orElse(null);
    }
  }

  void forget(long key) {
    FloodWatch counting = watch;
    if (counting != null) {
      counting.forget(key);
    }
  }

  /** Counts an upload that matched an entry, and sets the entry aside if they are too many. */
  BankEntry afterMatch(long key, BankEntry entry) {
    FloodWatch counting = watch;
    if (counting == null || entry.status() != EntryStatus.ACTIVE) {
      return entry;
    }
    if (!flooded.contains(key)) {
      if (!counting.isFlood(key)) {
        return entry;
      }
      flooded.add(key);
      // Not here: the store may be busy for seconds with a list, and an upload is waiting.
      Thread thread = new Thread(() -> quarantine(key, entry.id()), "hashmatch-quarantine");
      thread.setDaemon(true);
      thread.start();
    }
    return entry.toBuilder().status(EntryStatus.QUARANTINED).build();
  }

  private void quarantine(long key, String id) {
    try {
      bank.edit(Edits.quarantine(id));
      flooded.remove(key);
    } catch (IOException | RuntimeException e) {
      LOG.log(
          System.Logger.Level.WARNING, "entry set aside in this process only: {0}", e.toString());
    }
  }
}
