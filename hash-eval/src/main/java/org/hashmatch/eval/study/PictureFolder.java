package org.hashmatch.eval.study;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.stream.Stream;
import org.hashmatch.eval.attack.Picture;

/**
 * Pictures in a folder for other programs to read, until it is closed or the program ends, by
 * Ctrl-C too. Only the user may look into it. Safe for any number of threads.
 */
final class PictureFolder implements AutoCloseable {

  static final String SUFFIX = ".png";

  private final Path folder;
  private final AtExit atExit;

  /** Of many who add, and one who deletes. */
  private final ReadWriteLock lock = new ReentrantReadWriteLock();

  private boolean isDeleted;

  private PictureFolder(Path folder) throws IOException {
    this.folder = folder;
    this.atExit = AtExit.of(this::deleteAtExit);
  }

  static PictureFolder create() throws IOException {
    Path folder = Files.createTempDirectory("hashmatch-study");
    try {
      return new PictureFolder(folder);
    } catch (IOException e) {
      Files.deleteIfExists(folder);
      throw e;
    }
  }

  Path path() {
    return folder;
  }

  Path file(String name) {
    return folder.resolve(name);
  }

  Path add(String name, Picture picture) throws IOException {
    byte[] png = picture.toPng();
    Path file = folder.resolve(name + SUFFIX);
    lock.readLock().lock();
    try {
      if (isDeleted) {
        throw new IOException("the study was stopped");
      }
      Files.write(file, png);
    } finally {
      lock.readLock().unlock();
    }
    return file;
  }

  @Override
  public void close() throws IOException {
    delete();
    atExit.cancel();
  }

  private void deleteAtExit() {
    try {
      delete();
    } catch (IOException e) {
      System.err.println(folder + ": could not be deleted: " + e.getMessage());
    }
  }

  private void delete() throws IOException {
    lock.writeLock().lock();
    try {
      if (isDeleted) {
        return;
      }
      isDeleted = true;
      List<Path> all;
      try (Stream<Path> below = Files.walk(folder)) {
        all = below.sorted(Comparator.reverseOrder()).toList();
      }
      for (Path path : all) {
        Files.deleteIfExists(path);
      }
    } finally {
      lock.writeLock().unlock();
    }
  }
}
