package org.hashmatch.index.segment;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32C;
import org.hashmatch.hash.HashAlgorithm;
import org.hashmatch.index.internal.BitPermutation;
import org.hashmatch.index.internal.PackedRows;
import org.hashmatch.index.internal.Sketches;
import org.hashmatch.index.internal.Substring;

/**
 * What the header of a segment file says, apart from the checksums. Where each section stands
 * follows from it.
 *
 * @param algorithm what made the hashes
 * @param sequence the number that the caller gave the file
 * @param rows distinct hashes
 * @param entries ids
 * @param hasIdOrder whether the ids do not ascend
 * @param tables posting tables: one for each substring, or 0
 * @param rowBytes bytes of a row number in the posting tables; 0 without tables
 */
record SegmentHeader(
    HashAlgorithm algorithm,
    long sequence,
    int rows,
    int entries,
    boolean hasIdOrder,
    int tables,
    int rowBytes) {

  /** 89 'H' 'S' 'G' 0D 0A 1A 0A: a byte above 127 and line ends of all kinds, as PNG has them. */
  static final long MAGIC = 0x0A1A0A0D47534889L;

  static final int VERSION = 1;

  // Where each field is. The first four are there in every version.
  static final int VERSION_AT = 8;
  static final int LENGTH_AT = 12;
  static final int FILE_LENGTH_AT = 16;
  static final int COMMON_END = 24;
  static final int SEQUENCE_AT = 24;
  static final int BITS_AT = 32;
  static final int PERMUTATION_AT = 36;
  static final int ROWS_AT = 40;
  static final int ENTRIES_AT = 44;
  static final int TABLES_AT = 48;
  static final int ROW_BYTES_AT = 52;
  static final int ALGORITHM_VERSION_AT = 56;
  static final int NAME_LENGTH_AT = 60;
  static final int NAME_AT = 64;
  static final int NAME_ROOM = 32;
  static final int SECTIONS_AT = NAME_AT + NAME_ROOM;

  /** Offset, length, checksum, and four bytes of zero. */
  static final int SECTION_BYTES = 24;

  /** The section that is empty if the ids ascend. */
  static final int ID_ORDER = 2;

  static final int STARTS = Substring.BUCKETS + 1;

  private static final int SECTIONS_WITHOUT_TABLES = 5;
  private static final int SECTIONS_OF_TABLE = 3;
  private static final int CHECKSUM_BYTES = 4;

  static SegmentHeader of(HashAlgorithm algorithm, long sequence, Segment segment) {
    return new SegmentHeader(
        algorithm,
        sequence,
        segment.rowCount(),
        segment.entries().count(),
        segment.entries().byId() != null,
        segment.tables().length,
        segment.isIndexed() ? segment.tables()[0].rows().stride() : 0);
  }

  /** Bytes of the header of a file with so many posting tables. */
  static int length(int tables) {
    int sections = SECTIONS_WITHOUT_TABLES + SECTIONS_OF_TABLE * tables;
    return (int) Section.padded(SECTIONS_AT + sections * SECTION_BYTES + CHECKSUM_BYTES);
  }

  int length() {
    return length(tables);
  }

  /** Whether there are rows with several entries. */
  boolean hasSharedRows() {
    return rows < entries;
  }

  /** The sections in their order, without checksums. */
  List<Section> sections() {
    List<Section> sections = new ArrayList<>();
    long sharing = hasSharedRows() ? Integer.BYTES : 0;
    add(sections, "hashes", (long) rows * algorithm.words() * Long.BYTES);
    add(sections, "ids", (long) entries * Long.BYTES);
    add(sections, "id order", hasIdOrder ? (long) entries * Integer.BYTES : 0);
    add(sections, "row ends", rows * sharing);
    add(sections, "entries by row", entries * sharing);
    for (int table = 0; table < tables; table++) {
      add(sections, "starts of table " + table, (long) STARTS * Integer.BYTES);
      add(sections, "rows of table " + table, (long) rows * rowBytes + PackedRows.PADDING);
      add(sections, "sketches of table " + table, Sketches.bytes(rows));
    }
    return sections;
  }

  private void add(List<Section> sections, String name, long bytes) {
    long offset = sections.isEmpty() ? length() : sections.get(sections.size() - 1).end();
    sections.add(new Section(name, offset, bytes, 0));
  }

  /** The header as bytes. */
  ByteBuffer encode(List<Section> sections) {
    ByteBuffer header = ByteBuffer.allocate(length()).order(ByteOrder.LITTLE_ENDIAN);
    header.putLong(MAGIC);
    header.putInt(VERSION);
    header.putInt(length());
    header.putLong(sections.get(sections.size() - 1).end());
    header.putLong(sequence);
    header.putInt(algorithm.bits());
    header.putInt(BitPermutation.ID);
    header.putInt(rows);
    header.putInt(entries);
    header.putInt(tables);
    header.putInt(rowBytes);
    header.putInt(algorithm.version());
    header.putInt(algorithm.name().length());
    header.put(algorithm.name().getBytes(StandardCharsets.US_ASCII));
    header.position(SECTIONS_AT);
    for (Section section : sections) {
      header.putLong(section.offset()).putLong(section.length());
      header.putInt(section.checksum()).putInt(0);
    }
    return header.putInt(checksumAt(header), checksum(header)).rewind();
  }

  /** Where a header has its own checksum: at its end, in every version. */
  static int checksumAt(ByteBuffer header) {
    return header.capacity() - CHECKSUM_BYTES;
  }

  /** CRC32C of all of a header before the checksum. */
  static int checksum(ByteBuffer header) {
    CRC32C crc = new CRC32C();
    crc.update(header.duplicate().position(0).limit(checksumAt(header)));
    return (int) crc.getValue();
  }
}
