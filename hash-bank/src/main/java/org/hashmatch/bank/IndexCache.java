package org.hashmatch.bank;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.hashmatch.hash.HashAlgorithm;
import org.hashmatch.index.segment.MultiIndexHashingIndex;
import org.hashmatch.index.segment.SegmentAccess;
import org.hashmatch.index.segment.SegmentFile;

/**
 * A bank's indexes in files, so that it need not be read whole when it is opened: a folder with a
 * segment file for each algorithm, {@code ALGORITHM.EPOCH.segment}, EPOCH being 16 hex digits.
 *
 * <p>Nothing depends on it. A file is used if it is sound and of the store's own past; otherwise
 * the indexes are built anew from the store.
 */
final class IndexCache {

  /** Below this many changes, reading the store is fast enough. */
  static final long LEAST_CHANGES = 20_000;

  private static final System.Logger LOG = System.getLogger(IndexCache.class.getName());
  private static final String SUFFIX = ".segment";

  private final Path folder;

  IndexCache(Path folder) {
    this.folder = folder;
  }

  /**
   * Indexes from files.
   *
   * @param index all that a bank has
   * @param sequence a change that all of them know, with all before it
   */
  record Cached(BankIndex index, long sequence) {}

  /** The indexes of some algorithms; empty if a file of one is missing or cannot be used. */
  Optional<Cached> read(BankStore store, List<HashAlgorithm> algorithms) throws IOException {
    List<MultiIndexHashingIndex> indexes = new ArrayList<>();
    long sequence = Long.MAX_VALUE;
    for (HashAlgorithm algorithm : algorithms) {
      Optional<SegmentFile> file = usable(store, algorithm);
      if (file.isEmpty()) {
        return Optional.empty();
      }
      indexes.add(file.get().index());
      sequence = Math.min(sequence, file.get().sequence());
    }
    return Optional.of(new Cached(new BankIndex(indexes), sequence));
  }

  private Optional<SegmentFile> usable(BankStore store, HashAlgorithm algorithm)
      throws IOException {
    for (Path path : files(algorithm)) {
      Optional<SegmentFile> file = open(path);
      if (file.isPresent()
          && file.get().algorithm().equals(algorithm)
          && store.isPast(file.get().sequence(), epoch(path))) {
        return file;
      }
    }
    return Optional.empty();
  }

  private static Optional<SegmentFile> open(Path path) {
    try {
      return Optional.of(SegmentFile.open(path, SegmentAccess.READ));
    } catch (IOException e) {
      LOG.log(System.Logger.Level.WARNING, "index cache not used: {0}", e.getMessage());
      return Optional.empty();
    }
  }

  /** Writes all indexes, in place of those before. If that fails, it is as if nothing was there. */
  void write(BankIndex index, BankStore.State state) {
    try {
      Files.createDirectories(folder, ownerOnly());
      for (MultiIndexHashingIndex each : index.all()) {
        List<Path> before = files(each.algorithm());
        Path file = folder.resolve(prefix(each.algorithm()) + hex(state.epoch()) + SUFFIX);
        SegmentFile.write(file, each, state.sequence());
        before.remove(file);
        deleteAll(before);
      }
    } catch (IOException e) {
      LOG.log(System.Logger.Level.WARNING, "index cache not written: {0}", e.toString());
    }
  }

  private static FileAttribute<?>[] ownerOnly() {
    return FileSystems.getDefault().supportedFileAttributeViews().contains("posix")
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"))
        }
        : new FileAttribute<?>[0];
  }

  /** Deletes all files, of every algorithm. */
  void delete() throws IOException {
    deleteAll(list("*" + SUFFIX));
    // What killed writers left.
    deleteAll(list(".*" + SUFFIX + ".*.tmp"));
  }

  private static void deleteAll(List<Path> files) throws IOException {
    for (Path file : files) {
      Files.deleteIfExists(file);
    }
  }

  private List<Path> files(HashAlgorithm algorithm) throws IOException {
    return list(prefix(algorithm) + "[0-9a-f]".repeat(16) + SUFFIX);
  }

  private List<Path> list(String glob) throws IOException {
    List<Path> files = new ArrayList<>();
    try (DirectoryStream<Path> stream = Files.newDirectoryStream(folder, glob)) {
      stream.forEach(files::add);
    } catch (NoSuchFileException e) {
      // Then there are none.
    }
    return files;
  }

  private static String prefix(HashAlgorithm algorithm) {
    return algorithm.id().replace('/', '-') + ".";
  }

  private static String hex(long epoch) {
    return HexFormat.of().toHexDigits(epoch);
  }

  private static long epoch(Path file) {
    String name = String.valueOf(file.getFileName());
    int end = name.length() - SUFFIX.length();
    return HexFormat.fromHexDigitsToLong(name, end - 16, end);
  }
}
