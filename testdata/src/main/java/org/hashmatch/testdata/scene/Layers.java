package org.hashmatch.testdata.scene;

import java.util.List;

/** Layers before a background that reaches everywhere. */
record Layers(List<? extends Layer> nearestFirst, Painter background) implements Painter {

  @Override
  public Rgb colour(double x, double y) {
    for (Layer layer : nearestFirst) {
      if (layer.covers(x, y)) {
        return layer.colour(x, y);
      }
    }
    return background.colour(x, y);
  }
}
