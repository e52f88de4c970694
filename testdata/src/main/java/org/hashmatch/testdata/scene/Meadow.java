package org.hashmatch.testdata.scene;

/** Grass with flowers, seen over its length. */
record Meadow(Ridge edge, Noise noise, Rgb grass, Rgb dry, Rgb flower) implements Layer {

  @Override
  public boolean covers(double x, double y) {
    return y > edge.top(x);
  }

  @Override
  public Rgb colour(double x, double y) {
    double nearness = Math.max(0.2, y - edge.top(0.9) + 0.35);
    double u = (x - 0.8) / nearness;
    double v = 0.5 / nearness;
    double patch = noise.fractal(u * 2.2, v * 6, 4);
    double blade = blades(x, y, Curve.step(0.35, 0.7, nearness));
    Rgb ground = grass.mix(dry, Curve.step(0.42, 0.62, patch)).times(0.5 + 0.95 * blade);
    return flowers(u * 15, v * 30, patch) ? flower.times(0.75 + 0.4 * blade) : ground;
  }

  /** Upright on the picture, not lying in the plane of the meadow; larger when near. */
  private double blades(double x, double y, double near) {
    double far = noise.fractal(x * 110, y * 55, 3);
    double close = noise.fractal(x * 65 + 2 * noise.at(x * 9, y * 9), y * 20, 4);
    return Curve.line(far, close, near);
  }

  private boolean flowers(double u, double v, double patch) {
    int column = (int) Math.floor(u);
    int row = (int) Math.floor(v);
    double dx = u - column - 0.3 - 0.4 * noise.cell(column, row + 991);
    double dy = v - row - 0.3 - 0.4 * noise.cell(column + 991, row);
    return noise.cell(column, row) < 0.9 - 1.1 * patch && dx * dx + dy * dy < 0.035;
  }
}
