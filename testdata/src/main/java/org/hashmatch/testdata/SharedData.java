package org.hashmatch.testdata;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Conformance data that lies outside the project: reference vectors and hostile files of other
 * projects. The system property {@code hashmatch.shared} names its folder; without it, tests that
 * need the data say so and are skipped.
 */
public final class SharedData {

  /** What a skipped test says. */
  public static final String ABSENT = "needs conformance data: run with -Dhashmatch.shared=FOLDER";

  private SharedData() {}

  /**
   * A folder of the conformance data.
   *
   * @param name its path inside the data, for example {@code vectors/pdq}
   * @return the folder, or empty if the property is not set or the folder is not there
   */
  public static Optional<Path> folder(String name) {
    String root = System.getProperty("hashmatch.shared", "");
    return root.isEmpty()
        ? Optional.empty()
        : Optional.of(Path.of(root, name)).filter(Files::isDirectory);
  }
}
