package org.hashmatch.bank.store;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;

/** A file that fills its disk. */
final class Ballast {

  private static final int MOST_AT_ONCE = 1 << 20;

  private final Path file;
  private final FileStore disk;

  Ballast(Path folder) throws IOException {
    this.file = folder.resolve("ballast");
    this.disk = Files.getFileStore(folder);
  }

  /** Leaves room for so many blocks and no more. */
  void leave(long blocks) throws IOException {
    lift();
    try (OutputStream out = Files.newOutputStream(file)) {
      for (long more = surplus(blocks); more > 0; more = surplus(blocks)) {
        out.write(new byte[(int) Math.min(more, MOST_AT_ONCE)]);
      }
    }
  }

  private long surplus(long blocks) throws IOException {
    return disk.getUsableSpace() - blocks * disk.getBlockSize();
  }

  void lift() throws IOException {
    Files.deleteIfExists(file);
  }
}
