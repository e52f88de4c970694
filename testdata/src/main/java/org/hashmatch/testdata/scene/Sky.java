package org.hashmatch.testdata.scene;

/** A sky with clouds, lit from the upper left and brighter towards the horizon. */
record Sky(Noise noise, Rgb zenith, Rgb horizon, Rgb cloud, Rgb shade, double cover)
    implements Painter {

  static Sky day(SplitMix random) {
    Rgb zenith = random.pick(Rgb.of(0x2f6db5), Rgb.of(0x3a7fc4), Rgb.of(0x4a78a8));
    Rgb horizon = random.pick(Rgb.of(0xc5dcec), Rgb.of(0xe4e2d2), Rgb.of(0xb4d2ea));
    double cover = random.between(0.36, 0.54);
    return new Sky(random.noise(), zenith, horizon, Rgb.of(0xfdfbf6), Rgb.of(0x8a97a9), cover);
  }

  static Sky evening(SplitMix random) {
    Rgb zenith = random.pick(Rgb.of(0x2b3a6b), Rgb.of(0x45447e), Rgb.of(0x1d4468));
    Rgb horizon = random.pick(Rgb.of(0xf7b267), Rgb.of(0xf49a6c), Rgb.of(0xf2cf8b));
    double cover = random.between(0.38, 0.5);
    return new Sky(random.noise(), zenith, horizon, Rgb.of(0xffd3a1), Rgb.of(0x6d4a6b), cover);
  }

  @Override
  public Rgb colour(double x, double y) {
    double lowness = Curve.clamp(y * 1.7);
    Rgb air = zenith.mix(horizon, lowness);
    double height = clouds(x, y);
    double density = Curve.step(cover, cover + 0.2, height);
    double light = Curve.clamp(0.62 + 2.6 * (clouds(x + 0.03, y + 0.05) - height));
    return air.mix(shade.mix(cloud, light).mix(horizon, 0.35 * lowness), density);
  }

  private double clouds(double x, double y) {
    // Flatter towards the horizon, as a layer of clouds is seen ever more from the side.
    double flat = 2.2 + 3.5 * y;
    return noise.fractal(x * 2.2 + 40, y * flat, 6);
  }
}
