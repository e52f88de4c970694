package org.hashmatch.index.segment;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.IntBuffer;
import java.nio.LongBuffer;
import java.util.function.Consumer;
import java.util.zip.CRC32C;

/** Copies sections into arrays. */
final class CopyingReader extends SectionReader {

  private final ByteBuffer chunk =
      ByteBuffer.allocateDirect(CHUNK_BYTES).order(ByteOrder.LITTLE_ENDIAN);

  CopyingReader(SegmentInput input) {
    super(input);
  }

  @Override
  LongBuffer longs(Section section) throws IOException {
    LongBuffer longs = LongBuffer.allocate((int) (section.length() / Long.BYTES));
    copy(section, bytes -> longs.put(bytes.asLongBuffer()));
    return longs.flip();
  }

  @Override
  IntBuffer ints(Section section) throws IOException {
    IntBuffer ints = IntBuffer.allocate((int) (section.length() / Integer.BYTES));
    copy(section, bytes -> ints.put(bytes.asIntBuffer()));
    return ints.flip();
  }

  @Override
  ByteBuffer bytes(Section section) throws IOException {
    ByteBuffer all = ByteBuffer.allocate((int) section.length());
    copy(section, all::put);
    return all.flip();
  }

  /** Passes a section on, chunk by chunk; the last without the padding. */
  private void copy(Section section, Consumer<ByteBuffer> to) throws IOException {
    CRC32C crc = new CRC32C();
    long contentEnd = section.offset() + section.length();
    for (long at = section.offset(); at < section.end(); at += CHUNK_BYTES) {
      input().fill(chunk.clear().limit((int) Math.min(CHUNK_BYTES, section.end() - at)), at);
      crc.update(chunk);
      to.accept(chunk.rewind().limit((int) Math.min(chunk.limit(), contentEnd - at)));
    }
    check(section, crc);
  }
}
