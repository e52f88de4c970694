package org.hashmatch.index.segment;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.IntBuffer;
import java.nio.LongBuffer;
import java.util.List;
import java.util.zip.CRC32C;

/** Maps sections. */
final class MappingReader extends SectionReader {

  /**
   * Checks that all sections can be mapped.
   *
   * @throws SegmentFileException if one is too long
   */
  MappingReader(SegmentInput input, List<Section> sections) throws SegmentFileException {
    super(input);
    for (Section section : sections) {
      if (section.paddedLength() > Integer.MAX_VALUE) {
        throw input.problem(
            SegmentFileException.Reason.TOO_LARGE_TO_MAP,
            section.offset(),
            section.name() + " of at most " + Integer.MAX_VALUE + " bytes, or to be opened by READ",
            Long.toString(section.paddedLength()));
      }
    }
  }

  @Override
  LongBuffer longs(Section section) throws IOException {
    return bytes(section).asLongBuffer();
  }

  @Override
  IntBuffer ints(Section section) throws IOException {
    return bytes(section).asIntBuffer();
  }

  @Override
  ByteBuffer bytes(Section section) throws IOException {
    ByteBuffer map = input().map(section);
    CRC32C crc = new CRC32C();
    // Bit by bit, as nothing can stop a thread while it sums.
    while (map.position() < section.paddedLength()) {
      map.limit((int) Math.min((long) map.position() + CHUNK_BYTES, section.paddedLength()));
      crc.update(map);
    }
    check(section, crc);
    return map.slice(0, (int) section.length()).order(ByteOrder.LITTLE_ENDIAN);
  }
}
