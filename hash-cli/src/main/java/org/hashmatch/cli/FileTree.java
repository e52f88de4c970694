package org.hashmatch.cli;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import org.hashmatch.bank.OneLine;

/**
 * The files at and below paths, each folder's in the order of their names. Links inside folders are
 * not followed.
 */
final class FileTree {

  private FileTree() {}

  /** Files, and also folders that cannot be opened: whoever reads them finds out why. */
  static List<Path> files(List<Path> roots) throws IOException {
    List<Path> files = new ArrayList<>();
    for (Path root : roots) {
      List<Path> below = below(root);
      below.sort(null);
      files.addAll(below);
    }
    return files;
  }

  /**
   * A file by its path below a folder, with slashes on every system. Two files may have one name,
   * where one of them has a backslash in its own.
   */
  record Named(String name, Path file) {}

  /** The files below a folder. */
  static List<Named> named(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      throw new IOException(folder + ": is not a folder");
    }
    List<Named> named = new ArrayList<>();
    for (Path file : files(List.of(folder))) {
      String name = OneLine.of(folder.relativize(file).toString().replace('\\', '/'));
      named.add(new Named(name, file));
    }
    return named;
  }

  /** A folder that was named is opened even if it is a link. */
  private static List<Path> below(Path root) throws IOException {
    List<Path> below = new ArrayList<>();
    if (!Files.isDirectory(root)) {
      below.add(root);
      return below;
    }
    try (DirectoryStream<Path> children = Files.newDirectoryStream(root)) {
      for (Path child : children) {
        Files.walkFileTree(child, new Collector(below));
      }
    } catch (AccessDeniedException e) {
      below.add(root);
    }
    return below;
  }

  private static final class Collector extends SimpleFileVisitor<Path> {

    private final List<Path> files;

    Collector(List<Path> files) {
      this.files = files;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
      files.add(file);
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFileFailed(Path file, IOException e) {
      files.add(file);
      return FileVisitResult.CONTINUE;
    }
  }
}
