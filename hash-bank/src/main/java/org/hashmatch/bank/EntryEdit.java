package org.hashmatch.bank;

import java.time.Instant;
import java.util.Optional;

/** A step on one entry, which sees what the bank holds before it says what it shall hold. */
public interface EntryEdit {

  /**
   * Whose step it is.
   *
   * @return the entry's id
   */
  String id();

  /**
   * Decides. Called once, inside the transaction.
   *
   * @param held what the bank holds or held under the id; empty if it never had it
   * @return what is to be done
   */
  Step decide(Optional<Change> held);

  /** What is to be done about an entry. */
  sealed interface Step {

    /**
     * Nothing.
     *
     * @param outcome why
     */
    record Keep(AddOutcome outcome) implements Step {}

    /**
     * Hold it, in place of what was held before.
     *
     * @param entry what to hold; its id is the edit's
     * @param outcome what that means
     */
    record Put(BankEntry entry, AddOutcome outcome) implements Step {}

    /**
     * Hold it no more.
     *
     * @param reason why
     * @param at since when
     */
    record Remove(RemovalReason reason, Instant at) implements Step {}
  }

  /**
   * What an edit came to.
   *
   * @param step what was decided
   * @param before what was held
   * @param change what is held now; empty if nothing was done
   */
  record Edited(Step step, Optional<Change> before, Optional<Change> change) {}
}
