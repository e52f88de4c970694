package org.hashmatch.testdata.scene;

import java.util.ArrayList;
import java.util.List;

/** Trunks among leaves, with light falling through. */
record Forest(Noise noise, double floor, Rgb leaf, Rgb light, Rgb litter) implements Painter {

  static Painter of(SplitMix random) {
    double floor = random.between(0.6, 0.78);
    Rgb leaf = random.pick(Rgb.of(0x3f6a2c), Rgb.of(0x6a6a28), Rgb.of(0x2f5a3c), Rgb.of(0x94602a));
    Rgb light = random.pick(Rgb.of(0xe8f0a8), Rgb.of(0xf6e2a0), Rgb.of(0xd8eecc));
    Rgb litter = random.pick(Rgb.of(0x7a5c38), Rgb.of(0x5c6a34), Rgb.of(0x8a6a44));
    Forest back = new Forest(random.noise(), floor, leaf, light, litter);
    return new Layers(trunks(random, back), back);
  }

  private static List<Trunk> trunks(SplitMix random, Forest back) {
    boolean birch = random.chance(0.5);
    List<Trunk> nearestFirst = new ArrayList<>();
    for (int i = 0; i < 26; i++) {
      double distance = i / 25.0;
      double width = Curve.line(0.13, 0.025, Math.sqrt(distance)) * random.between(0.7, 1.2);
      double foot = Curve.line(1.04, back.floor + 0.02, Math.sqrt(distance));
      double x = random.between(0, Painter.WIDTH);
      // Two near trunks side by side would fill the picture: the first few keep apart.
      double place = i < 4 ? (x + 1.8 * i) / 4 : x;
      nearestFirst.add(
          new Trunk(
              random.noise(),
              place,
              foot,
              width,
              random.between(-0.1, 0.1),
              bark(birch, back, distance)));
    }
    return nearestFirst;
  }

  private static Trunk.Bark bark(boolean birch, Forest back, double distance) {
    Rgb pale = birch ? Rgb.of(0xeae6dc) : Rgb.of(0x8a7458);
    Rgb dark = birch ? Rgb.of(0x2c2826) : Rgb.of(0x2e241c);
    return new Trunk.Bark(pale, dark, birch, 0.6 * distance, back.leaf.mix(back.light, 0.35));
  }

  @Override
  public Rgb colour(double x, double y) {
    double edge = floor + 0.04 * (noise.fractal(x * 4, 0, 3) - 0.5);
    return y > edge ? ground(x, y - edge + 0.12) : foliage(x, y);
  }

  private Rgb foliage(double x, double y) {
    double mass = noise.fractal(x * 3.2, y * 3.2, 3);
    double tuft = noise.fractal(x * 24 + 1.5 * mass, y * 24, 4);
    Rgb green = leaf.times(0.25 + 1.5 * tuft * (0.4 + mass));
    return green.mix(light, Curve.step(0.46, 0.68, 0.55 * mass + 0.5 * tuft + 0.12 * (0.5 - y)));
  }

  private Rgb ground(double x, double nearness) {
    double u = (x - 0.8) / nearness;
    double v = 1 / nearness;
    double scrap = noise.fractal(u * 6, v * 9, 4);
    double moss = Curve.step(0.45, 0.6, noise.fractal(u * 1.1 + 60, v * 1.6, 4));
    double sun = Curve.step(0.5, 0.62, noise.fractal(u * 0.9, v * 1.8 + 30, 4));
    Rgb soil = litter.mix(leaf, 0.8 * moss).times(0.2 + 1.3 * scrap);
    return soil.times(0.7).mix(soil.times(light).times(1.9), sun);
  }
}
