package org.hashmatch.index.segment;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.IntBuffer;
import java.nio.LongBuffer;
import java.util.zip.CRC32C;

/** Gives the content of sections, each verified. */
abstract sealed class SectionReader permits CopyingReader, MappingReader {

  /** How many bytes are copied or summed at once. */
  static final int CHUNK_BYTES = 1 << 20;

  private final SegmentInput input;

  SectionReader(SegmentInput input) {
    this.input = input;
  }

  final SegmentInput input() {
    return input;
  }

  abstract LongBuffer longs(Section section) throws IOException;

  abstract IntBuffer ints(Section section) throws IOException;

  abstract ByteBuffer bytes(Section section) throws IOException;

  final void check(Section section, CRC32C crc) throws SegmentFileException {
    int found = (int) crc.getValue();
    if (found != section.checksum()) {
      throw input.problem(
          SegmentFileException.Reason.DAMAGED,
          section.offset(),
          section.name() + " with checksum " + Integer.toHexString(section.checksum()),
          Integer.toHexString(found));
    }
  }
}
