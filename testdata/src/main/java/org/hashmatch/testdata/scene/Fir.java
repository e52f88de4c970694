package org.hashmatch.testdata.scene;

/** A fir tree: tiers of branches that widen towards the foot. */
record Fir(Noise noise, double x, double foot, double height, Rgb needles) implements Layer {

  private static final int TIERS = 7;
  private static final Rgb LIGHT = Rgb.of(0xb9c46a);

  @Override
  public boolean covers(double px, double py) {
    double down = (py - foot) / height + 1;
    // Before any noise: a wood asks every tree about every point.
    if (down < 0 || down > 1 || Math.abs(px - x) > 0.4 * height) {
      return false;
    }
    double tier = 0.55 + 0.45 * Curve.repeat(down * TIERS + 0.12 * noise.at(px * 90, 3));
    double ragged = 0.75 + 0.5 * noise.at(px * 70 / height * 0.2, py * 140);
    return Math.abs(px - x) < height * 0.24 * down * tier * ragged + 0.001;
  }

  @Override
  public Rgb colour(double px, double py) {
    double side = Curve.clamp(0.45 - (px - x) / height * 2.2);
    double tuft = noise.fractal(px * 60, py * 95, 4);
    return needles.mix(LIGHT, 0.55 * side * tuft).times(0.45 + 0.9 * tuft);
  }
}
