package org.hashmatch.bank.exchange;

import java.io.IOException;

/**
 * Takes a list row by row. Each row comes to exactly one of the first three; what of a good row
 * could not be used comes to {@link #partlyUnsupported} besides.
 */
public interface ListSink {

  /**
   * Takes a good row.
   *
   * @param item what it says
   * @throws IOException to end the reading
   */
  void item(ListItem item) throws IOException;

  /**
   * A row that is not as the format wants it.
   *
   * @param problem which, and why
   */
  void invalid(RowProblem problem);

  /**
   * A row that is as the format wants it, and of a kind that is not used here: a video, or a hash
   * of an algorithm that is not known.
   *
   * @param problem which, and why
   */
  void unsupported(RowProblem problem);

  /**
   * A part of a row that is not used here, or a bad fingerprint beside a good one; the rest of the
   * row comes as an item.
   *
   * @param problem which, and why
   */
  default void partlyUnsupported(RowProblem problem) {}
}
