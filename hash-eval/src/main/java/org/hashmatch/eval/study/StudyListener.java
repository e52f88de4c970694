package org.hashmatch.eval.study;

/** Is told how a study goes on; never by two threads at once. */
public interface StudyListener {

  /** Tells nobody. */
  StudyListener NONE = new StudyListener() {};

  /**
   * A picture is edited and hashed, or was before the study was stopped.
   *
   * @param done how many pictures are, 1 or more
   * @param total how many there are
   */
  default void pictureDone(int done, int total) {}

  /**
   * A picture cannot be looked at, and is left out of everything.
   *
   * @param picture which
   * @param problem why
   */
  default void leftOut(StudyPicture picture, String problem) {}

  /**
   * What the study does now, after the pictures.
   *
   * @param what some words
   */
  default void phase(String what) {}
}
