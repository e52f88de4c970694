package org.hashmatch.index.segment;

import static org.hashmatch.index.segment.SegmentFileException.Reason.DAMAGED;
import static org.hashmatch.index.segment.SegmentFileException.Reason.NEWER_VERSION;
import static org.hashmatch.index.segment.SegmentFileException.Reason.NOT_A_SEGMENT;
import static org.hashmatch.index.segment.SegmentFileException.Reason.OLDER_VERSION;
import static org.hashmatch.index.segment.SegmentFileException.Reason.TRUNCATED;
import static org.hashmatch.index.segment.SegmentFileException.Reason.UNKNOWN_PERMUTATION;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.hashmatch.hash.HashAlgorithm;
import org.hashmatch.index.internal.BitPermutation;
import org.hashmatch.index.internal.PackedRows;
import org.hashmatch.index.internal.Substring;

/**
 * Reads and checks the header of a segment file. It is believed once its checksum, its own numbers
 * and the length of the file agree: whoever makes room for sections after that never needs more
 * bytes than the file has.
 */
final class SegmentHeaderReader {

  // Enough for any version, and no burden to read.
  private static final int MOST_BYTES = 1 << 20;

  private final SegmentInput input;
  private final long fileLength;
  private final ByteBuffer bytes;

  private SegmentHeaderReader(SegmentInput input, long fileLength, ByteBuffer bytes) {
    this.input = input;
    this.fileLength = fileLength;
    this.bytes = bytes;
  }

  /** Reads the header of a file of any version. */
  static SegmentHeaderReader open(SegmentInput input) throws IOException {
    long fileLength = input.length();
    checkMagic(input, fileLength);
    return new SegmentHeaderReader(
        input, fileLength, input.read(0, checkedLength(input, fileLength)));
  }

  private static void checkMagic(SegmentInput input, long fileLength) throws IOException {
    int present = (int) Math.min(Long.BYTES, fileLength);
    long found = 0;
    ByteBuffer bytes = input.read(0, present);
    for (int i = 0; i < present; i++) {
      found |= (bytes.get() & 0xFFL) << (i * Byte.SIZE);
    }
    long asked = present == Long.BYTES ? -1 : (1L << (present * Byte.SIZE)) - 1;
    if (found != (SegmentHeader.MAGIC & asked)) {
      throw input.problem(NOT_A_SEGMENT, 0, hex(SegmentHeader.MAGIC), hex(found));
    }
  }

  private static String hex(long bytes) {
    return HexFormat.of().toHexDigits(Long.reverseBytes(bytes));
  }

  /** The header's length, which no checksum has confirmed yet: within bounds, and in the file. */
  private static int checkedLength(SegmentInput input, long fileLength) throws IOException {
    if (fileLength < SegmentHeader.COMMON_END) {
      throw truncated(input, fileLength, SegmentHeader.COMMON_END);
    }
    ByteBuffer common = input.read(0, SegmentHeader.COMMON_END);
    int length = common.getInt(SegmentHeader.LENGTH_AT);
    if (length <= 0 || length > MOST_BYTES || length % Section.ALIGNMENT != 0) {
      throw badLength(input, length);
    }
    if (length > fileLength) {
      // A file of the length that it should have has a damaged header, not too few bytes.
      boolean isWhole = common.getLong(SegmentHeader.FILE_LENGTH_AT) == fileLength;
      throw isWhole ? badLength(input, length) : truncated(input, fileLength, length);
    }
    return length;
  }

  private static SegmentFileException badLength(SegmentInput input, int length) {
    return input.problem(
        DAMAGED,
        SegmentHeader.LENGTH_AT,
        "the length of a header, a multiple of " + Section.ALIGNMENT,
        Integer.toUnsignedString(length));
  }

  private static SegmentFileException truncated(SegmentInput input, long fileLength, long end) {
    return input.problem(
        TRUNCATED, fileLength, end - fileLength + " bytes more", "the end of the file");
  }

  /** Checks what the header says, and that it is about this file. */
  SegmentHeader header() throws IOException {
    checkChecksum();
    checkVersion();
    checkFileLength();
    checkNumber(
        SegmentHeader.PERMUTATION_AT,
        BitPermutation.ID,
        BitPermutation.ID,
        UNKNOWN_PERMUTATION,
        "permutation");
    HashAlgorithm algorithm = algorithm();
    int most = MergePolicy.mostEntries(algorithm.words());
    int entries = checkNumber(SegmentHeader.ENTRIES_AT, 0, most, DAMAGED, "entries");
    int leastRows = Math.min(1, entries);
    int rows = checkNumber(SegmentHeader.ROWS_AT, leastRows, entries, DAMAGED, "rows");
    int tables = tables(algorithm.words());
    return new SegmentHeader(
        algorithm,
        bytes.getLong(SegmentHeader.SEQUENCE_AT),
        rows,
        entries,
        sectionLength(SegmentHeader.ID_ORDER) != 0,
        tables,
        rowBytes(rows, tables));
  }

  private void checkChecksum() throws SegmentFileException {
    int at = SegmentHeader.checksumAt(bytes);
    int found = SegmentHeader.checksum(bytes);
    if (bytes.getInt(at) != found) {
      throw input.problem(
          DAMAGED,
          at,
          "the header's checksum to be " + Integer.toHexString(found),
          Integer.toHexString(bytes.getInt(at)));
    }
  }

  private void checkVersion() throws SegmentFileException {
    int version = bytes.getInt(SegmentHeader.VERSION_AT);
    if (version != SegmentHeader.VERSION) {
      boolean isOlder = Integer.compareUnsigned(version, SegmentHeader.VERSION) < 0;
      throw input.problem(
          isOlder ? OLDER_VERSION : NEWER_VERSION,
          SegmentHeader.VERSION_AT,
          "version " + SegmentHeader.VERSION,
          Integer.toUnsignedString(version));
    }
    // Only now is it known how long a header is at least.
    if (bytes.capacity() < SegmentHeader.length(0)) {
      throw badLength(input, bytes.capacity());
    }
  }

  private void checkFileLength() throws SegmentFileException {
    long expected = bytes.getLong(SegmentHeader.FILE_LENGTH_AT);
    if (fileLength < expected) {
      throw truncated(input, fileLength, expected);
    }
    if (fileLength > expected) {
      throw input.problem(
          DAMAGED, expected, "the end of the file", fileLength - expected + " bytes more");
    }
  }

  private int checkNumber(
      int at, int least, int most, SegmentFileException.Reason reason, String what)
      throws SegmentFileException {
    long number = Integer.toUnsignedLong(bytes.getInt(at));
    if (number < least || number > most) {
      String range = least == most ? "" + least : least + ".." + most;
      throw input.problem(reason, at, what + " " + range, Long.toString(number));
    }
    return (int) number;
  }

  private HashAlgorithm algorithm() throws SegmentFileException {
    int length =
        checkNumber(
            SegmentHeader.NAME_LENGTH_AT, 1, SegmentHeader.NAME_ROOM, DAMAGED, "name length");
    byte[] name = new byte[length];
    bytes.get(SegmentHeader.NAME_AT, name);
    try {
      return new HashAlgorithm(
          new String(name, StandardCharsets.US_ASCII),
          bytes.getInt(SegmentHeader.ALGORITHM_VERSION_AT),
          bytes.getInt(SegmentHeader.BITS_AT));
    } catch (IllegalArgumentException e) {
      SegmentFileException problem =
          input.problem(DAMAGED, SegmentHeader.BITS_AT, "a hash algorithm", "" + e.getMessage());
      problem.initCause(e);
      throw problem;
    }
  }

  private int tables(int words) throws SegmentFileException {
    int tables = bytes.getInt(SegmentHeader.TABLES_AT);
    if (tables != 0 && tables != Substring.count(words)) {
      throw input.problem(
          DAMAGED,
          SegmentHeader.TABLES_AT,
          "0 or " + Substring.count(words) + " tables",
          Integer.toUnsignedString(tables));
    }
    if (bytes.capacity() != SegmentHeader.length(tables)) {
      throw input.problem(
          DAMAGED,
          SegmentHeader.LENGTH_AT,
          "a header of " + SegmentHeader.length(tables) + " bytes",
          Integer.toString(bytes.capacity()));
    }
    return tables;
  }

  private int rowBytes(int rows, int tables) throws SegmentFileException {
    int least = tables == 0 ? 0 : PackedRows.stride(rows);
    int most = tables == 0 ? 0 : Integer.BYTES;
    return checkNumber(SegmentHeader.ROW_BYTES_AT, least, most, DAMAGED, "row bytes");
  }

  /** The sections, each where the header's numbers lead to. */
  List<Section> sections(SegmentHeader header) throws SegmentFileException {
    List<Section> sections = new ArrayList<>();
    for (Section expected : header.sections()) {
      sections.add(section(sections.size(), expected));
    }
    long end = sections.get(sections.size() - 1).end();
    if (end != fileLength) {
      throw input.problem(
          DAMAGED,
          SegmentHeader.FILE_LENGTH_AT,
          "a file of " + end + " bytes",
          Long.toString(fileLength));
    }
    return sections;
  }

  private Section section(int number, Section expected) throws SegmentFileException {
    int at = sectionAt(number);
    long offset = bytes.getLong(at);
    if (offset != expected.offset() || sectionLength(number) != expected.length()) {
      throw input.problem(
          DAMAGED,
          at,
          expected.name() + " at " + expected.offset() + " of " + expected.length() + " bytes",
          "at " + offset + " of " + sectionLength(number));
    }
    return expected.withChecksum(bytes.getInt(at + 2 * Long.BYTES));
  }

  private long sectionLength(int number) {
    return bytes.getLong(sectionAt(number) + Long.BYTES);
  }

  private static int sectionAt(int number) {
    return SegmentHeader.SECTIONS_AT + number * SegmentHeader.SECTION_BYTES;
  }
}
