package org.hashmatch.bank.exchange;

import java.io.IOException;
import java.io.InputStream;

/** Reads lists of one format as they stream in; keeps one row in memory. */
@FunctionalInterface
public interface ListReader {

  /**
   * Reads a list. A bad row never stops it. Rows may come before it shows that the list is cut:
   * whoever takes them must be able to drop them all.
   *
   * @param in the list's bytes; not closed
   * @param sink takes the rows
   * @throws ListException if it is not a list of this format at all, or ends before its end
   * @throws IOException if it cannot be read
   */
  void read(InputStream in, ListSink sink) throws IOException;
}
