package org.hashmatch.bank.exchange;

import java.io.IOException;
import org.hashmatch.bank.BankEntry;
import org.hashmatch.bank.Change;
import org.hashmatch.bank.EntryKind;
import org.hashmatch.bank.EntryStatus;

/**
 * Keeps from a list what its reader would take for something else: a canary would become a known
 * picture, and what is disabled or expired here would match there.
 */
final class MatchingOnly implements ListWriter {

  private final RowWriter rows;
  private final ListOptions options;
  private boolean closed;

  MatchingOnly(RowWriter rows, ListOptions options) {
    this.rows = rows;
    this.options = options;
  }

  @Override
  public int write(Change change) throws IOException {
    if (change instanceof Change.Gone gone) {
      return rows.gone(gone);
    }
    BankEntry entry = ((Change.Held) change).entry();
    return matches(entry) ? rows.known(entry) : 0;
  }

  private boolean matches(BankEntry entry) {
    return entry.kind() == EntryKind.KNOWN
        && entry.status() != EntryStatus.DISABLED
        && entry.expiresAt().map(at -> at.isAfter(options.at())).orElse(true);
  }

  @Override
  public void close() throws IOException {
    if (!closed) {
      closed = true;
      rows.end();
    }
  }
}
