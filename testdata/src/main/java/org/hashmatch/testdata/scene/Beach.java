package org.hashmatch.testdata.scene;

import java.util.List;

/** A pebble beach where the sea comes in. */
final class Beach {

  private Beach() {}

  static Painter of(SplitMix random) {
    double horizon = random.between(-0.05, 0.1);
    double slope = random.between(-0.35, 0.35);
    Ridge line = new Ridge(random, random.between(0.3, 0.5), 0.07, 0.45);
    Rgb sea = random.pick(Rgb.of(0x2f6f80), Rgb.of(0x3a5f7a), Rgb.of(0x4a7a72));
    Sea surf = new Sea(line, slope, random.noise(), sea);
    return new Layers(List.of(surf), Pebbles.of(random, horizon));
  }

  /** The sea above its line on the beach, with foam along it. */
  private record Sea(Ridge line, double slope, Noise noise, Rgb water) implements Layer {

    private double inland(double x, double y) {
      return y - line.top(x) - slope * (x - 0.65);
    }

    @Override
    public boolean covers(double x, double y) {
      return inland(x, y) < 0.03 * noise.fractal(x * 20, y * 20, 3);
    }

    @Override
    public Rgb colour(double x, double y) {
      double out = -inland(x, y);
      double bend = noise.fractal(x * 3, y * 5, 3);
      double chop = noise.relief(x * 9, y * 24 + 1.5 * bend, 4);
      double crest = Curve.step(0.5, 0.95, Curve.wave(out * 6.5 + 1.6 * bend) * 0.5 + 0.5);
      double lace = Curve.step(0.4, 0.6, noise.fractal(x * 22 + 4 * bend, y * 30, 4));
      double foam = Math.max(crest * lace, Curve.step(0.09, 0, out + 0.06 * (lace - 0.5)));
      Rgb swell = water.mix(Rgb.of(0xa8d0c8), 0.35 * bend).times(0.88 + 0.32 * chop - 0.2 * crest);
      return swell.mix(Rgb.of(0xf2f6f4), Curve.clamp(foam) * 0.92);
    }
  }
}
