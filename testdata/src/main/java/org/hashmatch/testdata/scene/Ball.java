package org.hashmatch.testdata.scene;

/** A round fruit or ball, lit from the upper left, and the shadow it throws to the right. */
record Ball(Noise noise, double x, double y, double radius, Rgb skin, Rgb blush) implements Layer {

  @Override
  public boolean covers(double px, double py) {
    double dx = px - x;
    double dy = py - y;
    return dx * dx + dy * dy < radius * radius;
  }

  @Override
  public Rgb colour(double px, double py) {
    double nx = (px - x) / radius;
    double ny = (py - y) / radius;
    double nz = Math.sqrt(Math.max(0, 1 - nx * nx - ny * ny));
    double facing = -0.52 * nx - 0.58 * ny + 0.63 * nz;
    double pores = noise.fractal(px * 130, py * 130, 2) - 0.5;
    Rgb flesh = skin.mix(blush, Curve.step(0.35, 0.65, noise.fractal(nx * 2.5 + 9, ny * 1.2, 4)));
    double light = 0.22 + 0.88 * Math.max(0, facing) + 0.1 * Math.max(0, ny);
    double shine = Curve.step(0.9, 1, facing + 0.05 * pores);
    return flesh.times(light * (1 + 0.25 * pores)).plus(0.75 * shine);
  }

  double shadow(double px, double py) {
    double dx = (px - x - 0.75 * radius) / (1.5 * radius);
    double dy = (py - y - 0.82 * radius) / (0.42 * radius);
    return Curve.step(1.1, 0.5, dx * dx + dy * dy);
  }
}
