package org.hashmatch.cli;

import java.io.PrintWriter;

/** A bar on standard error while somebody watches; silent when there is no terminal. */
final class Progress {

  private static final int BAR_WIDTH = 30;
  private static final long REDRAW_NANOS = 100_000_000;

  private final PrintWriter err;
  private final boolean watched;
  private final int total;
  private int done;
  private long drawnAt;
  private int noted;

  private Progress(PrintWriter err, boolean watched, int total) {
    this.err = err;
    this.watched = watched;
    this.total = total;
    this.drawnAt = System.nanoTime();
  }

  /** The launcher knows whether standard error is a terminal; the JVM of release 17 does not. */
  static Progress of(PrintWriter err, int total) {
    return new Progress(err, Boolean.getBoolean("hashmatch.terminal"), total);
  }

  void step() {
    done++;
    long now = System.nanoTime();
    if (watched && now - drawnAt > REDRAW_NANOS) {
      drawnAt = now;
      err.print("\r" + bar());
      err.flush();
    }
  }

  /** Says what is done now, where the bar was. */
  void note(String what) {
    if (watched) {
      clear();
      err.print("\r" + what);
      err.flush();
      noted = what.length();
    }
  }

  /** Takes the bar off the line, for anything else to be printed. */
  void clear() {
    if (watched) {
      err.print("\r" + " ".repeat(Math.max(noted, bar().length())) + "\r");
      noted = 0;
      err.flush();
    }
  }

  private String bar() {
    int filled = total == 0 ? BAR_WIDTH : BAR_WIDTH * done / total;
    return "[" + "=".repeat(filled) + " ".repeat(BAR_WIDTH - filled) + "] " + done + "/" + total;
  }
}
