package org.hashmatch.testdata.scene;

/** An old brick wall, partly plastered, with ivy on it and the shadow of a tree. */
record Wall(Masonry bricks, LeafPile ivy, Noise noise, Rgb plaster, Outline outline)
    implements Painter {

  /** From which value of the noise there is plaster, ivy, shadow. */
  record Outline(double plaster, double ivy, double shadow) {}

  static Painter of(SplitMix random) {
    Masonry bricks = Masonry.of(random, random.between(0.034, 0.06));
    Rgb plaster = random.pick(Rgb.of(0xd8cdb4), Rgb.of(0xc9b9a2), Rgb.of(0xb4c0bc));
    Rgb[] greens = {Rgb.of(0x4a7a30), Rgb.of(0x2f5a2a), Rgb.of(0x7a9a3a), Rgb.of(0x8a4a2a)};
    LeafPile ivy = LeafPile.of(random, 0.018, 0.05, greens);
    Outline outline =
        new Outline(
            random.between(0.5, 0.64), random.between(0.5, 0.64), random.between(0.4, 0.55));
    return new Wall(bricks, ivy, random.noise(), plaster, outline);
  }

  @Override
  public Rgb colour(double x, double y) {
    double shadow =
        Curve.step(0, 0.06, noise.fractal(x * 3.4 + y, y * 4.5 + 80, 5) - outline.shadow());
    return surface(x, y).times(1.12 - 0.62 * shadow);
  }

  private Rgb surface(double x, double y) {
    // Outlines are taken per leaf: a leaf hangs there whole or not at all.
    LeafPile.Leaf leaf = ivy.top(x, y);
    if (leaf.height() > 0 && noise.fractal(leaf.x() * 2.1, leaf.y() * 1.6, 4) > outline.ivy()) {
      return ivy.colour(x, y);
    }
    double fallen = noise.fractal(x * 2.4 + 50, y * 2.4, 6) - outline.plaster();
    if (fallen > 0) {
      double relief = noise.relief(x * 9, y * 9, 5);
      double stain = noise.fractal(x * 14, y * 3, 4);
      return plaster.times(0.66 + 0.45 * stain + 0.12 * relief);
    }
    return bricks.colour(x, y).times(0.55 + 0.45 * Curve.step(-0.03, 0, -fallen - 0.03) + 0.1);
  }
}
