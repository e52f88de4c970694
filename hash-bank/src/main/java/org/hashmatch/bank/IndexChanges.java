package org.hashmatch.bank;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.hashmatch.hash.HashAlgorithm;
import org.hashmatch.hash.ImageHash;
import org.hashmatch.index.HashBatch;
import org.jspecify.annotations.Nullable;

/**
 * Changes on their way into a bank's indexes: gathered while a transaction runs or the store is
 * read, applied when it is known that they hold.
 */
final class IndexChanges {

  /*
   * An entry whose hashes changed must not be missed by a search that runs meanwhile. So the new hashes are added under
   * ids of the other generation first, and the old ones removed afterwards; in between it is found twice, which does no
   * harm. An entry that comes twice is applied twice, in two phases.
   */

  private final BankIndex target;
  private final List<Phase> phases = new ArrayList<>();
  private @Nullable Phase open;
  private long last;

  /** Changes of different entries. */
  private static final class Phase {
    final Set<Long> keys = new HashSet<>();
    final List<Change> changes = new ArrayList<>();
    final Map<HashAlgorithm, HashBatch> additions = new LinkedHashMap<>();

    HashBatch batch(ImageHash hash) {
      return additions.computeIfAbsent(hash.algorithm(), HashBatch::new);
    }
  }

  IndexChanges(BankIndex target) {
    this.target = target;
  }

  /** Takes a change of an entry that is surely not in the indexes. */
  void addNew(Change change) {
    Phase phase = open();
    gather(phase, change, 0);
    last = change.sequence();
  }

  /** Takes a change of an entry that may be in the indexes. */
  void add(Change change) {
    Phase phase = phaseFor(change.key());
    phase.changes.add(change);
    last = change.sequence();
  }

  /** Takes a change of which is known what was before. */
  void add(Optional<Change> before, Change change) {
    if (before.isEmpty()) {
      addNew(change);
      open().keys.add(change.key());
    } else if (isFoundOtherwise(before.get(), change)) {
      add(change);
    }
    last = change.sequence();
  }

  private static boolean isFoundOtherwise(Change before, Change after) {
    return !(before instanceof Change.Held a
        && after instanceof Change.Held b
        && a.entry().hashes().equals(b.entry().hashes())
        && a.entry().digests().equals(b.entry().digests())
        && a.entry().kind() == b.entry().kind()
        && (a.entry().status() == EntryStatus.DISABLED)
            == (b.entry().status() == EntryStatus.DISABLED));
  }

  private Phase phaseFor(long key) {
    if (!open().keys.add(key)) {
      open = null;
      open().keys.add(key);
    }
    return open();
  }

  private Phase open() {
    if (open == null) {
      open = new Phase();
      phases.add(open);
    }
    return open;
  }

  private void gather(Phase phase, Change change, int generation) {
    if (change instanceof Change.Held held) {
      target.hashes(
          held.key(), generation, held.entry(), (hash, id) -> phase.batch(hash).add(id, hash));
    }
  }

  /** The number of the last change, 0 if there is none. */
  long last() {
    return last;
  }

  void apply() {
    phases.forEach(this::apply);
  }

  private void apply(Phase phase) {
    int[] before = phase.changes.stream().mapToInt(c -> target.generation(c.key())).toArray();
    for (int i = 0; i < before.length; i++) {
      gather(phase, phase.changes.get(i), before[i] == 0 ? 1 : 0);
    }
    phase.additions.forEach((algorithm, batch) -> target.index(algorithm).addAll(batch));
    for (int i = 0; i < before.length; i++) {
      if (before[i] >= 0) {
        target.remove(phase.changes.get(i).key(), before[i]);
      }
    }
  }
}
