package org.hashmatch.index.segment;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;

/** A segment file while it is being opened. Numbers in its buffers are little-endian. */
final class SegmentInput implements Closeable {

  private final Path file;
  private final FileChannel channel;

  private SegmentInput(Path file, FileChannel channel) {
    this.file = file;
    this.channel = channel;
  }

  static SegmentInput open(Path file) throws IOException {
    if (!Files.readAttributes(file, BasicFileAttributes.class).isRegularFile()) {
      throw new SegmentFileException(
          file, SegmentFileException.Reason.NOT_A_SEGMENT, 0, "a file", "a folder or a device");
    }
    return new SegmentInput(file, FileChannel.open(file, StandardOpenOption.READ));
  }

  long length() throws IOException {
    return channel.size();
  }

  /** Reads bytes of the file. */
  ByteBuffer read(long offset, int bytes) throws IOException {
    ByteBuffer read = ByteBuffer.allocate(bytes).order(ByteOrder.LITTLE_ENDIAN);
    fill(read, offset);
    return read;
  }

  /** Reads as many bytes as the buffer has room for. */
  void fill(ByteBuffer buffer, long offset) throws IOException {
    int first = buffer.position();
    while (buffer.hasRemaining()) {
      long at = offset + buffer.position() - first;
      if (channel.read(buffer, at) < 0) {
        throw problem(
            SegmentFileException.Reason.TRUNCATED, at, buffer.remaining() + " bytes more", "none");
      }
    }
    buffer.flip();
  }

  MappedByteBuffer map(Section section) throws IOException {
    return channel.map(FileChannel.MapMode.READ_ONLY, section.offset(), section.paddedLength());
  }

  SegmentFileException problem(
      SegmentFileException.Reason reason, long offset, String expected, String found) {
    return new SegmentFileException(file, reason, offset, expected, found);
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
