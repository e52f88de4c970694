package org.hashmatch.eval.study;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.hashmatch.eval.attack.Picture;

/**
 * Pictures in a folder for other programs to read, until it is closed. Only the user may look into
 * it.
 */
final class PictureFolder implements AutoCloseable {

  static final String SUFFIX = ".png";

  private final Path folder;

  private PictureFolder(Path folder) {
    this.folder = folder;
  }

  static PictureFolder create() throws IOException {
    return new PictureFolder(Files.createTempDirectory("hashmatch-study"));
  }

  Path path() {
    return folder;
  }

  Path file(String name) {
    return folder.resolve(name);
  }

  Path add(String name, Picture picture) throws IOException {
    Path file = folder.resolve(name + SUFFIX);
    Files.write(file, picture.toPng());
    return file;
  }

  @Override
  public void close() throws IOException {
    List<Path> all;
    try (Stream<Path> below = Files.walk(folder)) {
      all = below.sorted(Comparator.reverseOrder()).toList();
    }
    for (Path path : all) {
      Files.deleteIfExists(path);
    }
  }
}
