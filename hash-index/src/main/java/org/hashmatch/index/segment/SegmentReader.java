package org.hashmatch.index.segment;

import java.io.IOException;
import java.nio.IntBuffer;
import java.nio.LongBuffer;
import java.util.Iterator;
import java.util.List;
import org.hashmatch.index.internal.PackedRows;
import org.hashmatch.index.internal.PostingTable;
import org.hashmatch.index.internal.Rows;
import org.jspecify.annotations.Nullable;

/** Makes the segment of a file whose header is known. */
final class SegmentReader {

  private final SegmentInput input;
  private final SegmentHeader header;
  private final SectionReader reader;
  private final Iterator<Section> sections;

  SegmentReader(
      SegmentInput input, SegmentHeader header, List<Section> sections, SegmentAccess access)
      throws SegmentFileException {
    this.input = input;
    this.header = header;
    this.reader =
        access == SegmentAccess.MAPPED
            ? new MappingReader(input, sections)
            : new CopyingReader(input);
    this.sections = sections.iterator();
  }

  /** Reads all sections, in their order. */
  Segment read() throws IOException {
    Rows rows = Rows.of(reader.longs(sections.next()), header.algorithm().words());
    Entries entries = entries();
    PostingTable[] tables = new PostingTable[header.tables()];
    for (int i = 0; i < tables.length; i++) {
      tables[i] = table();
    }
    return new Segment(rows, header.rows(), tables, entries);
  }

  private Entries entries() throws IOException {
    LongBuffer ids = reader.longs(sections.next());
    IntBuffer byId = intsIf(header.hasIdOrder());
    Section rowEnds = sections.next();
    if (!header.hasSharedRows()) {
      sections.next();
      return new Entries(ids, byId, null, null);
    }
    IntBuffer ends = reader.ints(rowEnds);
    checkEnd(rowEnds, ends, header.entries());
    return new Entries(ids, byId, ends, reader.ints(sections.next()));
  }

  private @Nullable IntBuffer intsIf(boolean isPresent) throws IOException {
    Section section = sections.next();
    return isPresent ? reader.ints(section) : null;
  }

  private PostingTable table() throws IOException {
    Section section = sections.next();
    IntBuffer starts = reader.ints(section);
    checkAscent(section, starts);
    checkEnd(section, starts, header.rows());
    PackedRows rows = new PackedRows(reader.bytes(sections.next()), header.rowBytes());
    return PostingTable.of(starts, rows, reader.bytes(sections.next()));
  }

  private void checkAscent(Section section, IntBuffer starts) throws SegmentFileException {
    int last = 0;
    for (int i = 0; i < starts.limit(); i++) {
      if (starts.get(i) < last) {
        throw inconsistent(section, i, "at least " + last, starts.get(i));
      }
      last = starts.get(i);
    }
  }

  private void checkEnd(Section section, IntBuffer ends, int expected) throws SegmentFileException {
    int last = ends.limit() - 1;
    if (ends.get(last) != expected) {
      throw inconsistent(section, last, Integer.toString(expected), ends.get(last));
    }
  }

  private SegmentFileException inconsistent(
      Section section, int position, String expected, int found) {
    return input.problem(
        SegmentFileException.Reason.DAMAGED,
        section.offset() + (long) position * Integer.BYTES,
        section.name() + " to go on with " + expected,
        Integer.toString(found));
  }
}
