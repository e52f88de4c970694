package org.hashmatch.bank.exchange;

import java.util.Optional;
import org.hashmatch.bank.AddOutcome;
import org.hashmatch.bank.EntryEdit;
import org.jspecify.annotations.Nullable;

/** What came of a row, or of all the rows of one id together. */
enum RowFate {
  ADDED(null),
  UPDATED(null),
  UNCHANGED(null),
  /** The list took its part back; others still vouch for the entry. */
  REDUCED(null),
  REMOVED(null),
  NOT_THERE(null),
  ID_TAKEN(AddOutcome.ID_TAKEN),
  DELETED_HERE(AddOutcome.DELETED_HERE),
  LOW_QUALITY(AddOutcome.LOW_QUALITY),
  TRIVIAL_HASH(AddOutcome.TRIVIAL_HASH),
  WRONG_ALGORITHM(AddOutcome.WRONG_ALGORITHM),
  HITS_CANARY(AddOutcome.HITS_CANARY);

  private final @Nullable AddOutcome refusal;

  RowFate(@Nullable AddOutcome refusal) {
    this.refusal = refusal;
  }

  Optional<AddOutcome> refusal() {
    return Optional.ofNullable(refusal);
  }

  static RowFate of(ListItem item, EntryEdit.Step step) {
    return item instanceof ListItem.Known ? ofKnown(step) : ofWithdrawn(step);
  }

  private static RowFate ofKnown(EntryEdit.Step step) {
    if (step instanceof EntryEdit.Step.Put put) {
      return put.outcome() == AddOutcome.ADDED ? ADDED : UPDATED;
    }
    if (step instanceof EntryEdit.Step.Keep keep) {
      return switch (keep.outcome()) {
        case ADDED, UPDATED, UNCHANGED -> UNCHANGED;
        case ID_TAKEN -> ID_TAKEN;
        case DELETED_HERE -> DELETED_HERE;
        case LOW_QUALITY -> LOW_QUALITY;
        case TRIVIAL_HASH -> TRIVIAL_HASH;
        case WRONG_ALGORITHM -> WRONG_ALGORITHM;
        case HITS_CANARY -> HITS_CANARY;
      };
    }
    return REMOVED;
  }

  private static RowFate ofWithdrawn(EntryEdit.Step step) {
    if (step instanceof EntryEdit.Step.Put) {
      return REDUCED;
    }
    return step instanceof EntryEdit.Step.Remove ? REMOVED : NOT_THERE;
  }

  /** What came of an id after one more row of it, seen from before the list. */
  RowFate then(RowFate next) {
    return switch (next) {
      case ADDED -> this == REMOVED ? UPDATED : ADDED;
      case UPDATED -> this == ADDED ? ADDED : UPDATED;
      case REDUCED -> this == ADDED ? ADDED : REDUCED;
      case REMOVED -> this == ADDED ? NOT_THERE : REMOVED;
      default -> hasEffect() ? this : next;
    };
  }

  private boolean hasEffect() {
    return refusal == null && this != NOT_THERE;
  }
}
