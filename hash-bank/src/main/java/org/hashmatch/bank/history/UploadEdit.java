package org.hashmatch.bank.history;

import java.time.Instant;
import java.util.Optional;
import org.hashmatch.bank.AddOutcome;
import org.hashmatch.bank.BankEntry;
import org.hashmatch.bank.Change;
import org.hashmatch.bank.EntryEdit;
import org.hashmatch.bank.RemovalReason;

/** An upload on its way into the history, in place of an earlier one of the same id. */
sealed interface UploadEdit extends EntryEdit {

  /** It has hashes to be found by. */
  record Keep(BankEntry entry) implements UploadEdit {

    @Override
    public String id() {
      return entry.id();
    }

    @Override
    public Step decide(Optional<Change> held) {
      return new Step.Put(entry, held.isPresent() ? AddOutcome.UPDATED : AddOutcome.ADDED);
    }
  }

  /** It has none; what was there under its id is not that upload any more. */
  record Drop(String id, Instant at) implements UploadEdit {

    @Override
    public Step decide(Optional<Change> held) {
      return held.isPresent() && held.get() instanceof Change.Held
          ? new Step.Remove(RemovalReason.DELETED, at)
          : new Step.Keep(AddOutcome.UNCHANGED);
    }
  }
}
