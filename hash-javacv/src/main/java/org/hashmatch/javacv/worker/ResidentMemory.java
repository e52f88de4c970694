package org.hashmatch.javacv.worker;

import java.io.BufferedReader;
import java.io.FileReader;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * How much memory this process has, natives included, where {@code /proc} tells it (Linux). Asked
 * every few milliseconds, so the cheapest of its files stays open. Not for several threads.
 */
final class ResidentMemory {

  private static final String FILE = "/proc/self/statm";
  private static final String MAPS = "/proc/self/smaps";
  private static final String PAGE_SIZE = "KernelPageSize:";

  private final @Nullable RandomAccessFile file;
  private final long pageBytes;
  private final byte[] text = new byte[128];

  private ResidentMemory(@Nullable RandomAccessFile file, long pageBytes) {
    this.file = file;
    this.pageBytes = pageBytes;
  }

  static ResidentMemory open() {
    try {
      return new ResidentMemory(new RandomAccessFile(FILE, "r"), pageBytes());
    } catch (IOException e) {
      return new ResidentMemory(null, 0);
    }
  }

  /** Sizes in the open file are in pages, of 4 KiB or more. */
  private static long pageBytes() throws IOException {
    try (BufferedReader maps =
        new BufferedReader(new FileReader(MAPS, StandardCharsets.US_ASCII))) {
      String line = maps.readLine();
      while (line != null && !line.startsWith(PAGE_SIZE)) {
        line = maps.readLine();
      }
      if (line == null) {
        throw new IOException("no page size in " + MAPS);
      }
      return Long.parseLong(line.replaceAll("\\D", "")) << 10;
    }
  }

  /** Resident bytes now, or 0 where that cannot be told. */
  long bytes() {
    if (file == null) {
      return 0;
    }
    try {
      file.seek(0);
      int length = file.read(text);
      return secondNumber(length) * pageBytes;
    } catch (IOException e) {
      return 0;
    }
  }

  private long secondNumber(int length) {
    int at = 0;
    while (at < length && text[at] != ' ') {
      at++;
    }
    long number = 0;
    for (at++; at < length && text[at] != ' '; at++) {
      number = 10 * number + text[at] - '0';
    }
    return number;
  }
}
