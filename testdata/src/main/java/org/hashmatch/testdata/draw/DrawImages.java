package org.hashmatch.testdata.draw;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.hashmatch.testdata.Manifest;
import org.hashmatch.testdata.TestImage;

/** Draws all committed pictures and writes them and their manifest into a folder. */
public final class DrawImages {

  private final Path folder;
  private final List<TestImage> rows = new ArrayList<>();

  private DrawImages(Path folder) {
    this.folder = folder;
  }

  /**
   * Writes the pictures; files of the same name are replaced, others stay.
   *
   * @param arguments the folder, alone
   * @throws IOException if a file cannot be written
   * @throws IllegalArgumentException if there is not exactly one argument
   */
  public static void main(String... arguments) throws IOException {
    if (arguments.length != 1) {
      throw new IllegalArgumentException("one argument: the folder (got " + arguments.length + ")");
    }
    new DrawImages(Path.of(arguments[0])).writeAll();
  }

  private void writeAll() throws IOException {
    for (Drawn drawn : Catalogue.pictures()) {
      write(drawn.row(), drawn.bytes());
    }
    for (BrokenFile broken : BrokenFile.all()) {
      write(broken.row(), broken.content().bytes());
    }
    Files.writeString(folder.resolve("manifest.csv"), Manifest.text(rows), US_ASCII);
  }

  private void write(TestImage row, byte[] bytes) throws IOException {
    Path file = folder.resolve(row.file());
    Files.createDirectories(file.getParent());
    Files.write(file, bytes);
    rows.add(row);
  }
}
