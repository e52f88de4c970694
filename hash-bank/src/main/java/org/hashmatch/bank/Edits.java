package org.hashmatch.bank;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/** The edits that banks are asked for. */
final class Edits {

  private Edits() {}

  /** A decision for what is held; what is gone or never was stays so. */
  private record OfHeld(String id, UnaryOperatorOfEntry operator) implements EntryEdit {
    @Override
    public Step decide(Optional<Change> held) {
      return held.isPresent() && held.get() instanceof Change.Held h
          ? operator.apply(h.entry())
          : new Step.Keep(AddOutcome.UNCHANGED);
    }
  }

  private interface UnaryOperatorOfEntry {
    EntryEdit.Step apply(BankEntry entry);
  }

  private static EntryEdit change(String id, UnaryOperator<BankEntry> change) {
    return new OfHeld(
        id,
        entry -> {
          BankEntry changed = change.apply(entry);
          return changed.equals(entry)
              ? new EntryEdit.Step.Keep(AddOutcome.UNCHANGED)
              : new EntryEdit.Step.Put(changed, AddOutcome.UPDATED);
        });
  }

  static EntryEdit remove(String id, RemovalReason reason, Instant at) {
    return new OfHeld(id, entry -> new EntryEdit.Step.Remove(reason, at));
  }

  static EntryEdit expire(String id, BankPolicy policy, Instant now) {
    return new OfHeld(
        id,
        entry ->
            policy.isOver(entry, now)
                ? new EntryEdit.Step.Remove(RemovalReason.EXPIRED, now)
                : new EntryEdit.Step.Keep(AddOutcome.UNCHANGED));
  }

  /** Takes origins away; the entry goes with the last of them. */
  static EntryEdit withdraw(String id, Predicate<Origin> origins, Instant at) {
    return new OfHeld(
        id,
        entry -> {
          Set<Origin> left = new TreeSet<>(entry.origins());
          if (!left.removeIf(origins)) {
            return new EntryEdit.Step.Keep(AddOutcome.UNCHANGED);
          }
          return left.isEmpty()
              ? new EntryEdit.Step.Remove(RemovalReason.WITHDRAWN, at)
              : new EntryEdit.Step.Put(entry.toBuilder().origins(left).build(), AddOutcome.UPDATED);
        });
  }

  static EntryEdit status(String id, EntryStatus status) {
    return change(id, entry -> entry.toBuilder().status(status).build());
  }

  /** Sets an active entry aside; a disabled one stays disabled. */
  static EntryEdit quarantine(String id) {
    return change(
        id,
        entry ->
            entry.status() == EntryStatus.ACTIVE
                ? entry.toBuilder().status(EntryStatus.QUARANTINED).build()
                : entry);
  }

  static EntryEdit opinion(String id, Opinion opinion) {
    return change(
        id,
        entry -> {
          List<Opinion> opinions = new ArrayList<>(entry.opinions());
          opinions.removeIf(earlier -> earlier.by().equals(opinion.by()));
          opinions.add(opinion);
          return entry.toBuilder().opinions(opinions).build();
        });
  }

  /** By hand: what is there stays, and gets what is new. */
  record Add(BankEntry entry) implements EntryEdit {

    @Override
    public String id() {
      return entry.id();
    }

    @Override
    public Step decide(Optional<Change> held) {
      if (held.isEmpty() || !(held.get() instanceof Change.Held there)) {
        return new Step.Put(entry, AddOutcome.ADDED);
      }
      BankEntry before = there.entry();
      if (!before.hashes().containsAll(entry.hashes())
          || !before.digests().containsAll(entry.digests())
          || before.kind() != entry.kind()) {
        return new Step.Keep(AddOutcome.ID_TAKEN);
      }
      BankEntry merged = merged(before);
      return merged.equals(before)
          ? new Step.Keep(AddOutcome.UNCHANGED)
          : new Step.Put(merged, AddOutcome.UPDATED);
    }

    private BankEntry merged(BankEntry before) {
      Set<String> labels = new TreeSet<>(before.labels());
      labels.addAll(entry.labels());
      return before.toBuilder()
          .labels(labels)
          .origins(Edits.merged(before.origins(), entry.origins()))
          .build();
    }
  }

  /**
   * By a list: what it says of its own takes the place of what it said before. What was decided
   * here stays: whether the entry counts, opinions, and what other sources say. An entry of others
   * alone is only joined, as if by hand: no list changes what is not its own.
   */
  record Replace(BankEntry entry) implements EntryEdit {

    @Override
    public String id() {
      return entry.id();
    }

    @Override
    public Step decide(Optional<Change> held) {
      if (held.isEmpty()) {
        return new Step.Put(entry, AddOutcome.ADDED);
      }
      if (held.get() instanceof Change.Gone gone) {
        return gone.reason() == RemovalReason.DELETED
            ? new Step.Keep(AddOutcome.DELETED_HERE)
            : new Step.Put(entry, AddOutcome.ADDED);
      }
      BankEntry before = ((Change.Held) held.get()).entry();
      if (before.origins().stream().noneMatch(this::isOwn)) {
        return new Add(entry).decide(held);
      }
      BankEntry after = replaced(before);
      return saysTheSame(before, after)
          ? new Step.Keep(AddOutcome.UNCHANGED)
          : new Step.Put(after, AddOutcome.UPDATED);
    }

    private boolean isOwn(Origin origin) {
      return entry.origins().stream().anyMatch(own -> own.source().equals(origin.source()));
    }

    private BankEntry replaced(BankEntry before) {
      Set<Origin> others = new TreeSet<>(before.origins());
      others.removeIf(this::isOwn);
      BankEntry.Builder builder =
          entry.toBuilder()
              .status(before.status())
              .opinions(before.opinions())
              .origins(Edits.merged(others, entry.origins()))
              .addedAt(before.addedAt());
      if (!others.isEmpty()) {
        before.hashes().forEach(builder::hash);
        before.digests().forEach(builder::digest);
      }
      return builder.build();
    }

    /** Where and when the list said it is no news by itself. */
    private static boolean saysTheSame(BankEntry before, BankEntry after) {
      return after.toBuilder()
          .provenance(before.provenance())
          .updatedAt(before.updatedAt())
          .build()
          .equals(before);
    }
  }

  private static Set<Origin> merged(Set<Origin> before, Set<Origin> more) {
    Set<Origin> all = new TreeSet<>(before);
    all.addAll(more);
    if (all.size() > 1) {
      all.remove(Origin.UNKNOWN);
    }
    return all;
  }
}
