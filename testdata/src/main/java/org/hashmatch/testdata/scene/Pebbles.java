package org.hashmatch.testdata.scene;

/** Rounded stones on gravel, smaller with distance: cells of scattered points, each a dome. */
record Pebbles(Noise noise, double horizon, Rgb light, Rgb dark, Rgb warm) implements Painter {

  static Pebbles of(SplitMix random, double horizon) {
    Rgb light = random.pick(Rgb.of(0xd6d2c8), Rgb.of(0xc8ccd2), Rgb.of(0xe0d6c2));
    Rgb dark = random.pick(Rgb.of(0x3a3c42), Rgb.of(0x4a4038), Rgb.of(0x34424a));
    Rgb warm = random.pick(Rgb.of(0xa8744c), Rgb.of(0x9a5a4a), Rgb.of(0x8a8a5a));
    return new Pebbles(random.noise(), horizon, light, dark, warm);
  }

  @Override
  public Rgb colour(double x, double y) {
    double nearness = Math.max(0.05, y - horizon + 0.1);
    double u = (x - 0.8) / nearness;
    double v = 1.3 / nearness;
    Cell boulder = Cell.nearest(noise, u * 2.2, v * 2.2);
    boolean there = noise.cell(boulder.column() + 77, boulder.row()) < 0.5;
    if (there && boulder.margin() > 0.12) {
      return stone(boulder, 0.12, u * 2.2, v * 2.2);
    }
    double shadow = there ? 0.5 : 1;
    return stone(Cell.nearest(noise, u * 8 + 300, v * 8), 0, u * 8, v * 8).times(shadow);
  }

  private Rgb stone(Cell cell, double rim, double u, double v) {
    double tone = noise.cell(cell.column(), cell.row() + 51);
    Rgb base = dark.mix(light, tone).mix(warm, noise.cell(cell.column() + 13, cell.row()) * 0.7);
    double vein = Curve.step(0.44, 0.5, noise.fractal(u * 1.5 + tone * 50, v * 4, 3));
    double dome = Curve.step(rim - 0.06, rim + 0.24, cell.margin());
    double light = 0.32 + 0.68 * dome - 0.7 * (cell.dx() + cell.dy()) * (1 - 0.3 * dome);
    double speckle = 0.85 + 0.3 * noise.fractal(u * 9, v * 9, 2);
    return base.mix(base.times(0.7), vein).times(Math.max(0.08, light) * speckle);
  }
}
