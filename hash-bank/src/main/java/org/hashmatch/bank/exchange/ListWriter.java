package org.hashmatch.bank.exchange;

import java.io.IOException;
import org.hashmatch.bank.Change;

/** Writes a list of one format, row by row. Not safe for several threads. */
public interface ListWriter extends AutoCloseable {

  /**
   * Writes what a bank holds, or that it holds it no more.
   *
   * @param change the entry, or its tombstone
   * @return how many rows that made; 0 if the format has no way to say it
   * @throws IOException if it cannot be written
   */
  int write(Change change) throws IOException;

  /**
   * Ends the list. The stream stays open, flushed.
   *
   * @throws IOException if it cannot be written
   */
  @Override
  void close() throws IOException;
}
