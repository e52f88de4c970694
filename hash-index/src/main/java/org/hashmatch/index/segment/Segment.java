package org.hashmatch.index.segment;

import java.util.function.IntUnaryOperator;
import org.hashmatch.index.internal.PostingTable;
import org.hashmatch.index.internal.Rows;

/**
 * An immutable, searchable part of an index: its distinct hashes with shuffled bits, a posting
 * table for each substring, and the entries.
 */
final class Segment implements Part {

  private final Rows rows;
  private final int rowCount;
  private final PostingTable[] tables;
  private final Entries entries;

  /**
   * Puts a segment together.
   *
   * @param rows distinct hashes
   * @param rowCount how many
   * @param tables one for each substring, or none
   * @param entries at least one for each row
   */
  Segment(Rows rows, int rowCount, PostingTable[] tables, Entries entries) {
    this.rows = rows;
    this.rowCount = rowCount;
    this.tables = tables;
    this.entries = entries;
  }

  int rowCount() {
    return rowCount;
  }

  boolean isIndexed() {
    return tables.length > 0;
  }

  /** One for each substring, or none; not a copy. */
  PostingTable[] tables() {
    return tables;
  }

  Entries entries() {
    return entries;
  }

  @Override
  public Rows rows() {
    return rows;
  }

  @Override
  public int rows(int entryCount) {
    return rowCount;
  }

  @Override
  public long id(int entry) {
    return entries.id(entry);
  }

  @Override
  public IntUnaryOperator rowOfEntry() {
    return entries.rowOfEntry();
  }

  @Override
  public int find(long id, int entryCount) {
    return entries.find(id);
  }

  @Override
  public int entriesBegin(int row) {
    return entries.begin(row);
  }

  @Override
  public int entryAt(int place) {
    return entries.entryAt(place);
  }

  @Override
  public long heapBytes() {
    long bytes = rows.heapBytes() + entries.heapBytes();
    for (PostingTable table : tables) {
      bytes += table.heapBytes();
    }
    return bytes;
  }
}
