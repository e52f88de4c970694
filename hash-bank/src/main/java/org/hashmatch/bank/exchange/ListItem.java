package org.hashmatch.bank.exchange;

import java.util.Optional;
import org.hashmatch.bank.BankEntry;
import org.hashmatch.bank.Origin;

/** What one row of a list says. */
public sealed interface ListItem {

  /**
   * Where it stands.
   *
   * @return the line on which the row begins, from 1; in lists of JSON pages, which mostly are one
   *     line, the row's number through all pages
   */
  long line();

  /**
   * Whose row it is.
   *
   * @return the entry's id, the same whenever the list names the same thing
   */
  String id();

  /**
   * The list knows this.
   *
   * @param line as above
   * @param entry all that the list says of it, in place of what it said before
   */
  record Known(long line, BankEntry entry) implements ListItem {
    @Override
    public String id() {
      return entry.id();
    }
  }

  /**
   * The list takes it back.
   *
   * @param line as above
   * @param id as above
   * @param origin which of its origins; empty: all that are of the list's source, or of a member of
   *     it, behind a slash
   */
  record Withdrawn(long line, String id, Optional<Origin> origin) implements ListItem {}
}
