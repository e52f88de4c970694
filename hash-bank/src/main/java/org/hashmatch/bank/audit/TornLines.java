package org.hashmatch.bank.audit;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * The files beside an audit file that have what a crash left of a line: {@code FILE.torn-1} and so
 * on. One whose number the log does not tell of was put aside by somebody who then crashed too.
 */
record TornLines(Path file) {

  Path path(long number) {
    return file.resolveSibling(file.getFileName() + ".torn-" + number);
  }

  boolean exists(long number) {
    return Files.exists(path(number));
  }

  /** On the disk when this returns, so that it may be cut from the log. */
  void putAside(byte[] torn, long noted) throws IOException {
    long number = noted + 1;
    while (exists(number)) {
      number++;
    }
    try (FileChannel out =
        FileChannel.open(path(number), StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
      ByteBuffer bytes = ByteBuffer.wrap(torn);
      while (bytes.hasRemaining()) {
        out.write(bytes);
      }
      out.force(true);
    }
  }
}
