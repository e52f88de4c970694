package org.hashmatch.index.segment;

import java.util.function.IntUnaryOperator;
import org.hashmatch.index.internal.Rows;

/**
 * Some of an index's hashes, in the order they were added: an immutable {@link Segment}, or the
 * {@link Buffer} of the latest. An entry is an id with its hash, numbered from 0 in that order;
 * entries with the same hash may share a row.
 */
sealed interface Part permits Buffer, Segment {

  /** The hashes. */
  Rows rows();

  /** How many rows the first so many entries have. */
  int rows(int entries);

  /** The id of an entry. */
  long id(int entry);

  /** The row of each entry. Made anew by each call, in one pass. */
  IntUnaryOperator rowOfEntry();

  /** The last of the first so many entries that has this id; -1 if there is none. */
  int find(long id, int entries);

  /** Where the entries of a row begin; those of row 0 begin at 0. */
  int entriesBegin(int row);

  /** The entry at a place between the beginnings of two rows' entries. */
  int entryAt(int place);

  /** Bytes of the Java heap. */
  long heapBytes();
}
