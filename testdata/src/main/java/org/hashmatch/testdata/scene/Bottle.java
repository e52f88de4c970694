package org.hashmatch.testdata.scene;

/** A bottle with a label: a turned shape shaded like a cylinder. */
record Bottle(Noise noise, double x, double foot, double height, Rgb glass, Rgb label)
    implements Layer {

  private double halfWidth(double up) {
    double neck = Curve.step(0.58, 0.76, up);
    return height * Curve.line(0.16, 0.05, neck) * (up > 0.95 ? 1.25 : 1);
  }

  @Override
  public boolean covers(double px, double py) {
    double up = (foot - py) / height;
    return up > 0 && up < 1 && Math.abs(px - x) < halfWidth(up);
  }

  @Override
  public Rgb colour(double px, double py) {
    double up = (foot - py) / height;
    double turn = (px - x) / halfWidth(up);
    double round = 0.35 + 0.75 * Math.sqrt(1 - turn * turn) * (0.75 - 0.45 * turn);
    if (up > 0.14 && up < 0.46) {
      return printed(turn, up).times(round);
    }
    double shine =
        Curve.step(0.1, 0.04, Math.abs(turn + 0.55)) + 0.4 * Curve.step(0.1, 0, 1 - turn);
    return glass.times(round).plus(0.6 * shine);
  }

  private Rgb printed(double turn, double up) {
    boolean line = Curve.repeat(up * 25) < 0.42 && noise.at(turn * 14, Math.floor(up * 25)) > 0.42;
    boolean border = up < 0.16 || up > 0.44;
    return line || border ? label.times(0.25) : label;
  }
}
