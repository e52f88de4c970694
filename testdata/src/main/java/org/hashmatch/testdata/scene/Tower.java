package org.hashmatch.testdata.scene;

/** A high house at dusk, some of its windows lit. */
record Tower(Noise noise, double left, double right, double top, Rgb stone, Glow glow)
    implements Layer {

  /**
   * @param lamp the colour of a lit window
   * @param lit which part of the windows is lit
   * @param storey the height of one
   * @param haze how far the colour fades into the haze's
   */
  record Glow(Rgb lamp, double lit, double storey, double haze, Rgb air) {}

  @Override
  public boolean covers(double x, double y) {
    return (x > left && x < right && y > top) || inMast(x, y);
  }

  private boolean inMast(double x, double y) {
    boolean carriesOne = noise.cell(1, 1) < 0.4;
    return carriesOne && Math.abs(x - (left + right) / 2) < 0.003 && y > top - 0.06;
  }

  @Override
  public Rgb colour(double x, double y) {
    double side = x > Curve.line(left, right, 0.7) ? 0.6 : 1;
    double grime = 0.8 + 0.4 * noise.fractal(x * 30, y * 12, 3);
    Rgb wall = stone.times(side * grime * (0.75 + 0.5 * (y - top)));
    double u = (x - left) / (glow.storey() * 0.9);
    double v = (y - top) / glow.storey() - 0.5;
    boolean window = v > 0 && Curve.repeat(u) > 0.22 && Curve.repeat(v) > 0.3;
    Rgb seen = window ? window((int) Math.floor(u), (int) Math.floor(v), wall) : wall;
    return seen.mix(glow.air(), glow.haze());
  }

  private Rgb window(int column, int row, Rgb wall) {
    // Whole storeys are lit together more often than single rooms.
    double chance =
        glow.lit() * (0.35 + 1.3 * noise.cell(7, row)) * (0.4 + noise.cell(column / 3, row / 4));
    double hash = noise.cell(column, row + 400);
    return hash < chance ? glow.lamp().times(0.65 + 0.4 * hash / chance) : wall.times(0.55);
  }
}
