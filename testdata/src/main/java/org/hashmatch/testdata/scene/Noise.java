package org.hashmatch.testdata.scene;

/** Value noise: random numbers on a lattice of step 1, joined smoothly. All values are 0..1. */
record Noise(long seed) {

  /** The number of one lattice cell, without any joining. */
  double cell(int x, int y) {
    long place = x * 0x9E3779B97F4A7C15L + y * 0xC2B2AE3D27D4EB4FL;
    return SplitMix.fraction(SplitMix.scatter(seed + place));
  }

  double at(double x, double y) {
    int left = (int) Math.floor(x);
    int top = (int) Math.floor(y);
    double across = Curve.ease(x - left);
    double upper = Curve.line(cell(left, top), cell(left + 1, top), across);
    double lower = Curve.line(cell(left, top + 1), cell(left + 1, top + 1), across);
    return Curve.line(upper, lower, Curve.ease(y - top));
  }

  /** Octaves of noise, each twice as fine and half as strong, stretched to use most of 0..1. */
  double fractal(double x, double y, int octaves) {
    double sum = 0;
    double weight = 0.5;
    double scale = 1;
    for (int i = 0; i < octaves; i++) {
      // Shifted per octave: lattices that share the origin would show it as a cross.
      sum += weight * (at(x * scale + 17.3 * i, y * scale + 9.1 * i) - 0.5);
      weight /= 2;
      scale *= 2;
    }
    return Curve.clamp(0.5 + 1.5 * sum);
  }

  /** How much brighter a surface of this height is for light from the upper left: about -1..1. */
  double relief(double x, double y, int octaves) {
    return 4 * (fractal(x + 0.12, y + 0.12, octaves) - fractal(x - 0.12, y - 0.12, octaves));
  }
}
