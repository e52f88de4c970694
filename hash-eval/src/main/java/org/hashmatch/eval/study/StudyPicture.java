package org.hashmatch.eval.study;

import java.nio.file.Path;

/**
 * A picture file of a study.
 *
 * @param id its name in tables: the path below its folder, with {@code /} between folders
 * @param file where it is
 */
public record StudyPicture(String id, Path file) {

  /**
   * Checks the id.
   *
   * @param id as above
   * @param file as above
   * @throws IllegalArgumentException if the id is empty
   */
  public StudyPicture {
    if (id.isEmpty()) {
      throw new IllegalArgumentException("a picture's id must not be empty (" + file + ")");
    }
  }
}
