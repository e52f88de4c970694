package org.hashmatch.bank;

import jdk.jfr.Category;
import jdk.jfr.Description;
import jdk.jfr.Event;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.StackTrace;

/** A bank's catching up with its store in the Flight Recorder, if there was anything new. */
@Name("org.hashmatch.BankCatchUp")
@Label("Bank Catch-Up")
@Description("Changes of a bank's store were taken into its indexes")
@Category("Hashmatch")
@StackTrace(false)
final class BankCatchUpEvent extends Event {

  @Label("Bank")
  String bank = "";

  @Label("Changes")
  @Description("How many changes it had not known; of one entry only the last was read")
  long changes;

  @Label("Sequence")
  @Description("The last change that it knows now")
  long sequence;

  void commit(BankStore.State now, long knownBefore) {
    end();
    if (now.sequence() > knownBefore && shouldCommit()) {
      bank = now.settings().name();
      changes = now.sequence() - knownBefore;
      sequence = now.sequence();
      commit();
    }
  }
}
