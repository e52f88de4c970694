package org.hashmatch.bank;

import jdk.jfr.Category;
import jdk.jfr.Description;
import jdk.jfr.Event;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.StackTrace;

/** The opening of a bank in the Flight Recorder: how long it took, and why. */
@Name("org.hashmatch.BankOpening")
@Label("Bank Opening")
@Description("A bank was verified and its indexes brought into memory")
@Category("Hashmatch")
@StackTrace(false)
final class BankOpeningEvent extends Event {

  @Label("Bank")
  String bank = "";

  @Label("Entries")
  long entries;

  @Label("From Cache")
  @Description("Whether the indexes came from files; otherwise all entries were read")
  boolean fromCache;

  void commit(BankStore.State state, boolean isFromCache) {
    end();
    if (shouldCommit()) {
      bank = state.settings().name();
      entries = state.entries();
      fromCache = isFromCache;
      commit();
    }
  }
}
