package org.hashmatch.testdata.draw;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Draws the pictures of the conformance kit into a folder. */
public final class DrawPlanes {

  private DrawPlanes() {}

  /**
   * Writes the pictures; files of the same name are replaced, others stay. The hashes beside them
   * are not ours to write: other projects' programs made them, as the kit's README says.
   *
   * @param arguments the folder, alone
   * @throws IOException if a file cannot be written
   * @throws IllegalArgumentException if there is not exactly one argument
   */
  public static void main(String... arguments) throws IOException {
    if (arguments.length != 1) {
      throw new IllegalArgumentException("one argument: the folder (got " + arguments.length + ")");
    }
    Path folder = Files.createDirectories(Path.of(arguments[0]));
    for (Plane plane : Plane.all()) {
      Files.write(folder.resolve(plane.file()), plane.bytes());
    }
  }
}
