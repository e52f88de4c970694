package org.hashmatch.testdata.scene;

/** A surface that has an outline and hides what is behind it. */
interface Layer extends Painter {

  boolean covers(double x, double y);
}
