package org.hashmatch.testdata.scene;

/**
 * A surface: for every point its colour. The unit is the height of the picture, the origin its
 * upper left corner; a pixel of any size is a sample of the same surface.
 */
@FunctionalInterface
interface Painter {

  /** How far to the right scenes are laid out: a little more than 16:9. */
  double WIDTH = 1.8;

  Rgb colour(double x, double y);
}
