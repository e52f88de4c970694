package org.hashmatch.index.segment;

import java.io.IOException;
import java.nio.Buffer;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.IntBuffer;
import java.nio.LongBuffer;
import java.nio.channels.FileChannel;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32C;
import org.hashmatch.index.internal.PostingTable;
import org.jspecify.annotations.Nullable;

/** Writes a segment to an empty file: the sections first, then the header with their checksums. */
final class SegmentWriter {

  private static final int CHUNK_BYTES = 1 << 20;
  private static final Buffer NOTHING = ByteBuffer.allocate(0);

  private final FileChannel channel;
  private final ByteBuffer chunk =
      ByteBuffer.allocateDirect(CHUNK_BYTES).order(ByteOrder.LITTLE_ENDIAN);

  SegmentWriter(FileChannel channel) {
    this.channel = channel;
  }

  void write(SegmentHeader header, Segment segment) throws IOException {
    List<Buffer> contents = contents(header, segment);
    List<Section> written = new ArrayList<>();
    for (Section section : header.sections()) {
      int checksum = write(section, contents.get(written.size()));
      written.add(section.withChecksum(checksum));
    }
    write(header.encode(written), 0);
  }

  /** What stands in each section. */
  private static List<Buffer> contents(SegmentHeader header, Segment segment) {
    List<Buffer> contents = new ArrayList<>();
    int words = header.rows() * header.algorithm().words();
    contents.add(segment.rows().words().limit(words));
    contents.add(segment.entries().ids().duplicate());
    contents.add(orNothing(segment.entries().byId()));
    contents.add(orNothing(segment.entries().rowEnds()));
    contents.add(orNothing(segment.entries().byRow()));
    for (PostingTable table : segment.tables()) {
      contents.add(table.starts());
      contents.add(table.rows().buffer());
      contents.add(table.sketches());
    }
    return contents;
  }

  private static Buffer orNothing(@Nullable IntBuffer ints) {
    return ints == null ? NOTHING : ints.duplicate();
  }

  /** Writes a section with its padding, chunk by chunk, and gives its checksum. */
  private int write(Section section, Buffer content) throws IOException {
    CRC32C crc = new CRC32C();
    for (long at = section.offset(); at < section.end(); at += CHUNK_BYTES) {
      chunk.clear().position(fill(content));
      while (chunk.position() % Section.ALIGNMENT != 0) {
        chunk.put((byte) 0);
      }
      crc.update(chunk.flip());
      write(chunk.rewind(), at);
    }
    return (int) crc.getValue();
  }

  /** Moves as much as there is room for to the beginning of the chunk, and tells how many bytes. */
  private int fill(Buffer content) {
    int elementBytes = elementBytes(content);
    int count = Math.min(CHUNK_BYTES / elementBytes, content.remaining());
    Buffer next = content.slice(content.position(), count);
    if (next instanceof LongBuffer longs) {
      chunk.asLongBuffer().put(longs);
    } else if (next instanceof IntBuffer ints) {
      chunk.asIntBuffer().put(ints);
    } else if (next instanceof ByteBuffer bytes) {
      chunk.duplicate().put(bytes);
    }
    content.position(content.position() + count);
    return count * elementBytes;
  }

  private static int elementBytes(Buffer content) {
    if (content instanceof LongBuffer) {
      return Long.BYTES;
    }
    if (content instanceof IntBuffer) {
      return Integer.BYTES;
    }
    return Byte.BYTES;
  }

  private void write(ByteBuffer bytes, long offset) throws IOException {
    long end = offset + bytes.remaining();
    while (bytes.hasRemaining()) {
      channel.write(bytes, end - bytes.remaining());
    }
  }
}
