package org.hashmatch.benchmarks;

import static java.nio.file.StandardCopyOption.ATOMIC_MOVE;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.EOFException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.function.IntFunction;
import org.hashmatch.testdata.hashes.HashRows;

/**
 * Banks that take long to make, kept in files between runs: the words, little-endian, and nothing
 * else. A file's name says which bank it is, how many rows it has and how the first of them begin,
 * so a generator that has changed does not find its old banks.
 *
 * @param folder where the files are; made when the first one is
 */
record BankFiles(Path folder) {

  private static final int FIRST_ROWS = 100;
  private static final int CHUNK_WORDS = 1 << 20;

  /** In the folder that the system property says, or in one among the temporary files. */
  static BankFiles standard() {
    Path temporary = Path.of(System.getProperty("java.io.tmpdir"), "hashmatch-benchmark-data");
    return new BankFiles(
        Path.of(System.getProperty("hashmatch.benchmark.data", temporary.toString())));
  }

  /** Reads the bank from its file, or has it made and writes the file. */
  long[] bank(String name, int rows, IntFunction<long[]> generator) {
    Path file = folder.resolve(fileName(name, rows, generator));
    try {
      return Files.exists(file) ? read(file, rows) : made(file, generator.apply(rows));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String fileName(String name, int rows, IntFunction<long[]> generator) {
    int first = Arrays.hashCode(generator.apply(Math.min(FIRST_ROWS, rows)));
    return "%s-%d-%08x.hashes".formatted(name, rows, first);
  }

  /** Under another name first: a file of the right name is whole. */
  private static long[] made(Path file, long[] words) throws IOException {
    Files.createDirectories(file.getParent());
    Path unfinished = Files.createTempFile(file.getParent(), "unfinished-", ".hashes");
    write(unfinished, words);
    Files.move(unfinished, file, ATOMIC_MOVE);
    return words;
  }

  private static void write(Path file, long[] words) throws IOException {
    try (FileChannel channel = FileChannel.open(file, WRITE)) {
      for (int start = 0; start < words.length; start += CHUNK_WORDS) {
        ByteBuffer chunk = chunk(words, start);
        chunk.asLongBuffer().put(words, start, chunk.capacity() / Long.BYTES);
        while (chunk.hasRemaining()) {
          channel.write(chunk);
        }
      }
    }
  }

  private static long[] read(Path file, int rows) throws IOException {
    long[] words = new long[rows * HashRows.WORDS];
    try (FileChannel channel = FileChannel.open(file)) {
      for (int start = 0; start < words.length; start += CHUNK_WORDS) {
        ByteBuffer chunk = chunk(words, start);
        fill(chunk, channel, file);
        chunk.flip().asLongBuffer().get(words, start, chunk.capacity() / Long.BYTES);
      }
    }
    return words;
  }

  private static void fill(ByteBuffer chunk, FileChannel channel, Path file) throws IOException {
    while (chunk.hasRemaining()) {
      if (channel.read(chunk) < 0) {
        throw new EOFException(file + " ends early; delete it");
      }
    }
  }

  private static ByteBuffer chunk(long[] words, int start) {
    int count = Math.min(CHUNK_WORDS, words.length - start);
    return ByteBuffer.allocateDirect(count * Long.BYTES).order(ByteOrder.LITTLE_ENDIAN);
  }
}
