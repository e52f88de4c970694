package org.hashmatch.testdata.scene;

/** Bricks in running bond, each fired a little differently, in mortar. */
record Masonry(Noise noise, double course, Rgb pale, Rgb burnt, Rgb mortar) implements Painter {

  static Masonry of(SplitMix random, double course) {
    Rgb pale = random.pick(Rgb.of(0xc88a60), Rgb.of(0xd8b48a), Rgb.of(0xc0704c));
    Rgb burnt = random.pick(Rgb.of(0x5a2a22), Rgb.of(0x6a3a34), Rgb.of(0x4a3430));
    Rgb mortar = random.pick(Rgb.of(0xb8b0a0), Rgb.of(0x8a847a), Rgb.of(0xd0c8b8));
    return new Masonry(random.noise(), course, pale, burnt, mortar);
  }

  @Override
  public Rgb colour(double x, double y) {
    double uneven = 0.03 * (noise.fractal(x * 14, y * 14, 3) - 0.5);
    double v = y / course + uneven * 3;
    int row = (int) Math.floor(v);
    double u = x / (course * 2.9) + 0.5 * (row & 1) + uneven;
    int column = (int) Math.floor(u);
    double edge = Math.min(margin(u - column) * 2.9, margin(v - row));
    double grit = noise.fractal(x * 110, y * 110, 3);
    if (edge < 0.06) {
      return mortar.times(0.55 + 0.6 * grit);
    }
    double bevel = (v - row < 0.2 ? 1.1 : 1) * (v - row > 0.84 ? 0.8 : 1);
    return brick(column, row).times((0.7 + 0.6 * grit) * bevel);
  }

  private Rgb brick(int column, int row) {
    double fire = noise.cell(column, row);
    double tone = 0.65 + 0.6 * noise.cell(column + 71, row);
    return pale.mix(burnt, fire * fire).times(tone);
  }

  private static double margin(double part) {
    return Math.min(part, 1 - part);
  }
}
