package org.hashmatch.bank;

import jdk.jfr.Category;
import jdk.jfr.DataAmount;
import jdk.jfr.Description;
import jdk.jfr.Event;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.StackTrace;

/** A decision in the Flight Recorder: what and how long, and nothing of the picture. */
@Name("org.hashmatch.Screening")
@Label("Screening")
@Description("An upload was decided on")
@Category("Hashmatch")
@StackTrace(false)
final class ScreeningEvent extends Event {

  @Label("Decision")
  String decision = "";

  @Label("Bank")
  @Description("The bank that decided, if one did")
  String bank = "";

  @Label("Reason")
  @Description("Why it could not be looked at, if it could not")
  String reason = "";

  @Label("File Size")
  @DataAmount
  long bytes;

  void commit(Decision made, long fileBytes) {
    end();
    if (shouldCommit()) {
      decision = made.word();
      bank = made.best().map(match -> match.bank().name()).orElse("");
      reason = made instanceof Decision.Unscreenable no ? no.reason().name() : "";
      bytes = fileBytes;
      commit();
    }
  }
}
