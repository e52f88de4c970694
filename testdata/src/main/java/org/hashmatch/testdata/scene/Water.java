package org.hashmatch.testdata.scene;

/** Water that mirrors what stands behind its far edge. */
record Water(Painter above, Noise noise, double edge, Rgb depth) implements Layer {

  @Override
  public boolean covers(double x, double y) {
    return y > edge;
  }

  @Override
  public Rgb colour(double x, double y) {
    double below = y - edge;
    double nearness = below + 0.03;
    double u = (x - 0.7) / nearness;
    double v = 1 / nearness;
    double swell = noise.fractal(u * 0.7, v * 2.5, 3) - 0.5;
    double ripple = noise.fractal(u * 3, v * 9 + 7 * swell, 3) - 0.5;
    double mirrored = edge - below * 0.95 + 0.3 * (swell + ripple) * Math.sqrt(below);
    Rgb image = above.colour(x + 0.05 * ripple, Math.min(mirrored, edge));
    double glint = Curve.step(0.15, 0.34, ripple + 0.4 * swell);
    return image
        .mix(depth, 0.22 + 0.5 * Curve.clamp(below))
        .times(0.82 + 0.75 * ripple)
        .plus(0.22 * glint);
  }
}
