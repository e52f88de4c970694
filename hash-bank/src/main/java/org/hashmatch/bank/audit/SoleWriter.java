package org.hashmatch.bank.audit;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The right to write an audit file, which one process on the machine has at a time, and one log in
 * it. It is a lock on {@code FILE.lock}, since a lock on the file itself would be lost, by POSIX,
 * as soon as this process read the file and closed it; which is also why the logs of this process
 * are counted by themselves. The lock file stays.
 */
final class SoleWriter implements AutoCloseable {

  private static final Set<Path> HERE = ConcurrentHashMap.newKeySet();

  private final Path locked;
  private final FileChannel channel;

  private SoleWriter(Path locked, FileChannel channel) {
    this.locked = locked;
    this.channel = channel;
  }

  static SoleWriter of(Path file) throws IOException {
    Path locked = real(file).resolveSibling(file.getFileName() + ".lock");
    if (!HERE.add(locked)) {
      throw new IOException("audit log " + file + " is open already in this process");
    }
    boolean isLocked = false;
    FileChannel channel = null;
    try {
      channel = FileChannel.open(locked, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      FileLock lock = channel.tryLock();
      isLocked = lock != null;
      if (!isLocked) {
        throw new IOException("audit log " + file + " is open already in another process");
      }
      return new SoleWriter(locked, channel);
    } finally {
      if (!isLocked) {
        HERE.remove(locked);
        if (channel != null) {
          channel.close();
        }
      }
    }
  }

  private static Path real(Path file) throws IOException {
    if (Files.exists(file)) {
      return file.toRealPath();
    }
    Path absolute = file.toAbsolutePath().normalize();
    Path folder = absolute.getParent();
    return folder == null ? absolute : folder.toRealPath().resolve(absolute.getFileName());
  }

  @Override
  public void close() throws IOException {
    try {
      channel.close();
    } finally {
      HERE.remove(locked);
    }
  }
}
